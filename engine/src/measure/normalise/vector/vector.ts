/**
 * Vector normalisation z = x/√Σx², over the scope.
 * Source: Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9.
 * Fails on indicators of which less is better and on negative values: a reversed ratio has no meaning. A column of zeros has no scale.
 */
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { refuseTurned } from "../as-it-stands.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { type VectorOptions, vectorCard } from "./vector.method.js";

/**
 * @param data indicators of which more is better, none negative
 * @param options scope, base, overrides
 * @returns value: the panel on its new scale; missing stays missing; table `bounds` holds the length of each column
 */
export function vector(data: Panel, options: Partial<VectorOptions> = {}): Result<Panel> {
  const chosen = settle(vectorCard, options);
  const columns = { length: { en: "length", zh: "模长" } };
  return result(vectorCard, {
    options: chosen,
    ...scaleColumns(data, chosen, ratio, columns, { en: "value over length", zh: "与模长之比" }),
  });
}

function ratio(against: Against): Fitted | null {
  refuseTurned(against);
  const largest = against.values.reduce((most, one) => Math.max(most, one), 0);
  if (largest === 0) return null;
  const length = largest * Math.sqrt(sum(against.values.map((one) => (one / largest) * (one / largest))));
  return { place: (x) => x / length, row: { length } };
}
