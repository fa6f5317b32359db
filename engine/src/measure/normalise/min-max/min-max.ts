/**
 * Min–max normalisation z = a + (b−a)(y − min y)/(max y − min y), y = x·direction.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails when the range is empty. A constant column has no scale: its cells become missing and it weighs nothing, with a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { boundNames, shareOfWay } from "../scaled.js";
import { type MinMaxOptions, minMaxCard } from "./min-max.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options scope, base, range, overrides
 * @returns value: the panel on the range; missing stays missing; table `bounds` holds each minimum, maximum and direction
 */
export function minMax(data: Panel, options: Partial<MinMaxOptions> = {}): Result<Panel> {
  const chosen = settle(minMaxCard, options);
  return result(minMaxCard, { options: chosen, ...scaleColumns(data, chosen, betweenExtremes, boundNames) });
}

function betweenExtremes({ values, sign, range: [from, to] = [0, 1] }: Against): Fitted | null {
  let low = values[0];
  let high = values[0];
  for (let k = 1; k < values.length; k++) {
    if (values[k] < low) low = values[k];
    if (values[k] > high) high = values[k];
  }
  if (low === high) return null;
  return {
    place: (y) => from + (to - from) * shareOfWay(y, low, high),
    row: sign > 0 ? { lower: low, upper: high } : { lower: -high, upper: -low },
  };
}
