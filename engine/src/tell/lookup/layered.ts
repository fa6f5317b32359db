import type { StepRun, StudyRun } from "../../study/index.js";
import { column, type Value } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

/** One layer of an inequality: between the groups of a level inside those above it, or within the finest groups. */
export interface LayerPart {
  readonly id: string;
  readonly names: { readonly en: string; readonly zh: string };
  readonly values: readonly Value[];
}

/** An inequality split level by level, year by year. */
export interface Layered {
  readonly step: StepRun;
  readonly table: string;
  readonly of: readonly { readonly id: string; readonly column: string }[];
  readonly periods: readonly number[];
  readonly values: readonly Value[];
  /** the coarsest first, within the finest groups last; they add up to the whole */
  readonly parts: readonly LayerPart[];
}

/** Every nested decomposition of the study: by nested groups, or by regions, units, town and country. */
export function layered(run: StudyRun): readonly Layered[] {
  return stepsOf(run, "decompose").flatMap((step): Layered[] => {
    const table = ["urban-rural-theil", "nested-theil"].map((id) => tableOf(step, id)).find((one) => one !== undefined);
    const period = table && column(table, "period");
    const source = Object.values(step.sources).find((one) => one.kind === "columns");
    if (!table || !period || source?.kind !== "columns") return [];
    const numbers = (id: string): Value[] => (column(table, id) ?? []).map((cell) => (typeof cell === "number" ? cell : null));
    const parts = table.columns.filter(({ id }) => id === "within" || /^between_(?!.*_share$)/.test(id));
    return [
      {
        step,
        table: table.id,
        of: source.addresses,
        periods: period.map(Number),
        values: numbers("theil"),
        parts: parts.map(({ id, names }) => ({ id, names, values: numbers(id) })),
      },
    ];
  });
}

/** The share of a part in the whole at one place; null where there is none. */
export function shareAt({ values }: Layered, part: LayerPart, k: number): Value {
  const [some, whole] = [part.values[k], values[k]];
  return some === null || whole === null || whole === 0 ? null : some / whole;
}

/** The units with the widest and the narrowest gap of their own between town and country in one period. */
export function ownGaps({ step }: Layered, period: number) {
  const table = tableOf(step, "units");
  if (!table) return undefined;
  const [unit, when, gap, ratio] = ["unit", "period", "theil", "ratio"].map((id) => column(table, id) ?? []);
  const rows = when.flatMap((one, k) => {
    const [own, times] = [gap[k], ratio[k]];
    return one === period && typeof own === "number" && typeof times === "number" ? [{ unit: String(unit[k]), own, times }] : [];
  });
  const sorted = rows.sort((a, b) => b.own - a.own);
  return sorted.length > 1 ? { widest: sorted[0], narrowest: sorted[sorted.length - 1] } : undefined;
}
