import type { StepRun, StudyRun } from "../../study/index.js";
import { column, type Value } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

/** One measure of inequality, year by year. */
export interface Inequality {
  readonly step: StepRun;
  /** what is measured: a column of the index or of the data */
  readonly of: { readonly id: string; readonly column: string };
  /** what weighs the rows, e.g. data.pop; null when every unit counts once */
  readonly weight: string | null;
  /** the column that ranks the rows, for a concentration index */
  readonly rank: string | null;
  readonly grouping: string | null;
  readonly periods: readonly number[];
  readonly values: readonly Value[];
  /** for Dagum net of the overlap of groups */
  readonly between?: readonly Value[];
  readonly within?: readonly Value[];
  /** where groups overlap, for Dagum */
  readonly transvariation?: readonly Value[];
}

const told = {
  gini: { table: "gini", column: "gini" },
  theil: { table: "theil", column: "theil" },
  dagum: { table: "dagum", column: "dagum" },
  lorenz: { table: "lorenz", column: "gini" },
  olive: { table: "olive", column: "middle" },
  concentration: { table: "concentration-index", column: "concentration_index" },
};

/** Every per-period result of a verb. */
export function inequalities(run: StudyRun, verb: keyof typeof told): readonly Inequality[] {
  return stepsOf(run, verb).flatMap((step) => {
    const table = tableOf(step, told[verb].table);
    const period = table && column(table, "period");
    const values = table && numbers(column(table, told[verb].column));
    const { value, weight, by, rank } = step.sources;
    if (!table || !period || !values || value?.kind !== "columns") return [];
    return [
      {
        step,
        of: value.addresses[0],
        weight: weight?.kind === "columns" ? `${weight.addresses[0].id}.${weight.addresses[0].column}` : null,
        rank: rank?.kind === "columns" ? rank.addresses[0].column : null,
        grouping: by?.kind === "grouping" ? by.id : null,
        periods: period.map(Number),
        values,
        between: numbers(column(table, verb === "dagum" ? "net_between" : "between")),
        within: numbers(column(table, "within")),
        transvariation: numbers(column(table, "transvariation")),
      },
    ];
  });
}

const numbers = (cells: readonly unknown[] | undefined): readonly Value[] | undefined =>
  cells?.map((value) => (typeof value === "number" ? value : null));

/** First and last period with a value. */
export function ends(
  one: Inequality,
): { readonly from: number; readonly to: number; readonly first: number; readonly last: number } | undefined {
  const at = one.values.flatMap((value, k) => (value === null ? [] : [{ value, period: one.periods[k] }]));
  const [a, b] = [at[0], at.at(-1)];
  return a && b && a !== b ? { from: a.value, to: b.value, first: a.period, last: b.period } : undefined;
}
