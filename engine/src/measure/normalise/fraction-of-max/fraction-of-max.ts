/**
 * Fraction of the largest z = x/max x, over the scope.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails on indicators of which less is better and on negative values: a reversed ratio has no meaning. A column of zeros has no scale.
 */

import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { refuseTurned } from "../as-it-stands.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { type FractionOfMaxOptions, fractionOfMaxCard } from "./fraction-of-max.method.js";

/**
 * @param data indicators of which more is better, none negative
 * @param options scope, base, overrides
 * @returns value: the panel on its new scale; missing stays missing; table `bounds` holds the largest value of each column
 */
export function fractionOfMax(data: Panel, options: Partial<FractionOfMaxOptions> = {}): Result<Panel> {
  const chosen = settle(fractionOfMaxCard, options);
  const columns = { largest: { en: "largest value", zh: "最大值" } };
  return result(fractionOfMaxCard, {
    options: chosen,
    ...scaleColumns(data, chosen, ratio, columns, { en: "share of the largest", zh: "占最大值之比" }),
  });
}

function ratio(against: Against): Fitted | null {
  refuseTurned(against);
  const largest = against.values.reduce((most, one) => Math.max(most, one), 0);
  if (largest === 0) return null;
  return { place: (x) => x / largest, row: { largest } };
}
