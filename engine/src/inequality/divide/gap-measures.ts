import { dot } from "../../ground/sums/index.js";
import { theil } from "../decompose/theil/theil.js";
import { concentrationIndex } from "../measure/concentration-index/concentration-index.js";
import { gini } from "../measure/gini/gini.js";
import type { DivideCell } from "./divide-axes.js";

/** How far apart the groups of one axis are in one indicator and period. */
export interface Gap {
  readonly place: string;
  readonly indicator: string;
  readonly level: string;
  readonly axis: string;
  readonly period: number;
  /** the least and the most advantaged group of the axis */
  readonly low: string;
  readonly high: string;
  /** per cent; null where the group has no value in this period */
  readonly low_value: number | null;
  readonly high_value: number | null;
  /** high less low, in points; below 0 where the least advantaged are ahead */
  readonly gap: number | null;
  /** low over high, at most 1 */
  readonly ratio: number | null;
  readonly mean: number;
  readonly theil: number | null;
  readonly gini: number | null;
  /** of the indicator over the order of the groups; null where only the data order them */
  readonly concentration: number | null;
  readonly erreygers: number | null;
  readonly wagstaff: number | null;
  /** per cent of everyone still without, and the part of these who are in the least advantaged group */
  readonly without: number;
  readonly without_low: number | null;
  readonly groups: number;
}

export function gapOf(cell: DivideCell): Gap {
  const { place, indicator, level, axis, period, groups, values, shares } = cell;
  const [low, high] = [axis.groups[0], axis.groups[axis.groups.length - 1]];
  const at = (group: string): number | null => {
    const k = groups.indexOf(group);
    return k < 0 ? null : values[k];
  };
  const [a, b] = [at(low), at(high)];
  const both = a !== null && b !== null && low !== high;
  const average = dot(values, shares);
  const some = average > 0;
  const ordered = some && axis.order !== "data" && groups.length > 1;
  const without = Math.max(0, 100 - average);
  return {
    place,
    indicator,
    level,
    axis: axis.axis,
    period,
    low,
    high,
    low_value: a,
    high_value: b,
    gap: both ? b - a : null,
    ratio: both && b > 0 ? Math.min(1, a / b) : null,
    mean: average,
    theil: some ? theil(values, { weights: shares }).value : null,
    gini: some ? gini(values, { weights: shares }).value : null,
    ...(ordered ? overOrder(values, shares) : { concentration: null, erreygers: null, wagstaff: null }),
    without,
    without_low: a === null || !(without > 0) ? null : (shares[groups.indexOf(low)] * (100 - a)) / without,
    groups: groups.length,
  };
}

/** The concentration index over the groups in their order: above 0 where the advantaged have more. */
function overOrder(values: Float64Array, shares: Float64Array): Pick<Gap, "concentration" | "erreygers" | "wagstaff"> {
  const [{ columns }] = concentrationIndex(values, [...values.keys()], { weights: shares, correction: "none", max: 100 }).tables;
  const cell = (id: string): number | null => (columns.find((one) => one.id === id)?.values[0] as number | null | undefined) ?? null;
  return { concentration: cell("raw"), erreygers: cell("erreygers"), wagstaff: cell("wagstaff") };
}
