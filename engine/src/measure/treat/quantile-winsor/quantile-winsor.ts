/**
 * Winsorising at quantiles: x → min(max(x, q_p), q_{1−p}) in every column, quantiles of type 7 (linear).
 * Source: Tukey (1962), doi:10.1214/aoms/1177704711; quantile of Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
 * Fails never; skewness and kurtosis before and after are shown but decide nothing.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { shapeOf } from "../shape.js";
import { type Scoped, type Stage, treatColumns } from "../treat-columns.js";
import { type QuantileWinsorOptions, quantileWinsorCard } from "./quantile-winsor.method.js";

interface Tails extends Scoped {
  readonly lower: number;
  readonly upper: number;
}

/**
 * @param data indicators in natural units
 * @param options lower, upper: shares from 0 to just below a half; scope, never, overrides
 * @returns value: the panel with its tails pulled in and flagged `treated`; table `treated` lists each cell, old and new
 */
export function quantileWinsor(data: Panel, options: Partial<QuantileWinsorOptions> = {}): Result<Panel> {
  const chosen = settle(quantileWinsorCard, options);
  const { never, overrides, ...settings } = chosen;
  return result(quantileWinsorCard, { options: chosen, ...treatColumns<Tails>(data, { settings, never, overrides, treat: pullTails }) });
}

function pullTails(_: string, values: Float64Array, { lower, upper }: Tails) {
  if (values.length === 0) return { place: null, stages: [] };
  const sorted = values.slice().sort();
  const low = lower > 0 ? quantile(sorted, lower) : sorted[0];
  const high = upper > 0 ? quantile(sorted, 1 - upper) : sorted[sorted.length - 1];
  const place = (x: number): number => Math.min(Math.max(x, low), high);
  const cells = values.reduce((count, x) => count + (place(x) !== x ? 1 : 0), 0);
  const stage = (name: string, changed: number, shown: Float64Array): Stage => ({
    name,
    cells: changed,
    shape: shapeOf(shown),
    passes: true,
  });
  return { place, stages: [stage("before", 0, values), stage("winsorised", cells, values.map(place))] };
}

function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const k = Math.floor(at);
  return k + 1 < sorted.length ? sorted[k] + (at - k) * (sorted[k + 1] - sorted[k]) : sorted[k];
}
