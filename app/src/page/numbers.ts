import type { Language } from "@gongfu/engine";
import type { View } from "../view/view.js";
import { meanOf } from "../view/view.js";
import type { Words } from "../words.js";

export const fixed = (value: number | null, digits: number): string =>
  value === null || Number.isNaN(value) ? "–" : value.toFixed(digits);

/** What one place shows in one year: a province, or the mean of all (unit null). */
export interface Reading {
  readonly empowerment: number;
  readonly equity: number;
  readonly d: number;
  readonly dWang: number;
  readonly arcs: { readonly empowerment: readonly number[]; readonly equity: readonly number[] };
}

export function reading(view: View, t: number, unit: number | null): Reading {
  const at = (grid: View["d"]): number => (unit === null ? meanOf(grid[t]) : (grid[t][unit] ?? 0));
  const arcs = (wheel: string): number[] => view.mechanisms.filter((one) => one.wheel === wheel).map((one) => at(one.cells));
  return {
    empowerment: at(view.empowerment),
    equity: at(view.equity),
    d: at(view.d),
    dWang: at(view.dWang),
    arcs: { empowerment: arcs("empowerment"), equity: arcs("equity") },
  };
}

/** Name of the class a value of D falls into: tenths, closed below. */
export const levelName = (view: View, d: number, language: Language): string =>
  view.levels[Math.min(view.levels.length - 1, Math.floor(Math.round(d * view.levels.length * 1e11) / 1e11))][language];

/** Provinces where equity runs ahead. */
export const equityAhead = (view: View, t: number): number =>
  view.units.filter((_, i) => (view.equity[t][i] ?? 0) > (view.empowerment[t][i] ?? 0)).length;

/** Which wheel runs ahead, in words. */
export function leading({ empowerment, equity }: Reading, words: Words): string {
  if (equity > empowerment) return words.leadsEquity;
  return equity < empowerment ? words.leadsEmpowerment : words.together;
}
