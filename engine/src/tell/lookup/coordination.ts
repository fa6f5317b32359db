import type { StepRun, StudyRun } from "../../study/index.js";
import { cellGrid, column, type Grid, tableGrid, type Value } from "./grid.js";
import { mainIndex, rootsOf, stepsOf, tableOf } from "./steps.js";

export type FormId = "standard" | "wang-2021" | "adjusted-k";

/** One form of the coupling degree and what follows from it. */
export interface Form {
  readonly id: FormId;
  readonly c: Grid;
  readonly d: Grid;
  /** level numbers, 1 for the worst */
  readonly level?: Grid;
}

/** A coupling: `c`, `d` and `level` are those of the form the step classifies by. */
export interface Coordination extends Form {
  readonly step: StepRun;
  /** ids of the coupled systems, as the columns of the main index call them */
  readonly systems: readonly string[];
  readonly t: Grid;
  /** the first of the other forms */
  readonly other?: Form;
  readonly relative?: Grid;
  /** names of the levels from the worst, both languages */
  readonly levels: readonly { readonly en: string; readonly zh: string }[];
  /** lower bound of every level, as the step prints it */
  readonly bounds: readonly number[];
}

const suffixes: Readonly<Record<FormId, string>> = { standard: "_standard", "wang-2021": "_wang2021", "adjusted-k": "_adjusted_k" };

/** Every coupling of the study; the first of two systems is the one the report is about. */
export function coordinations(run: StudyRun): readonly Coordination[] {
  const { panel } = run.data;
  return stepsOf(run, "couple").flatMap((step) => {
    const table = tableOf(step, "coordination");
    const source = Object.values(step.sources).find((one) => one.kind === "columns");
    if (!table || source?.kind !== "columns") return [];
    const grid = (id: string): Grid | undefined => tableGrid(table, id, panel);
    const { classify, forms } = step.result.method.options as { classify: FormId; forms: readonly FormId[] };
    const formOf = (id: FormId | undefined): Form | undefined => {
      if (id === undefined) return undefined;
      const ending = id === "standard" ? "" : suffixes[id];
      const [c, d] = [grid(`c${ending}`), grid(`d${ending}`)];
      return c && d && { id, c, d, level: grid(id === classify ? "class" : `class${suffixes[id]}`) };
    };
    const t = grid("t");
    const classed = formOf(classify);
    if (!t || !classed) return [];
    return [
      {
        ...classed,
        step,
        systems: source.addresses.map((one) => one.column),
        t,
        other: formOf(forms.find((one) => one !== classify)),
        relative: grid("relative"),
        levels: levelNames(step),
        bounds: levelBounds(step),
      },
    ];
  });
}

export const coordination = (run: StudyRun): Coordination | undefined => coordinations(run).find((one) => one.systems.length === 2);

function levelNames(step: StepRun): Coordination["levels"] {
  const table = tableOf(step, "classes");
  const [level, en, zh] = table ? [column(table, "class"), column(table, "name_en"), column(table, "name_zh")] : [];
  const names: { en: string; zh: string }[] = [];
  level?.forEach((value, row) => {
    if (typeof value === "number") names[value - 1] = { en: String(en?.[row] ?? value), zh: String(zh?.[row] ?? value) };
  });
  return Array.from(names, (name, k) => name ?? { en: `class ${k + 1}`, zh: `第 ${k + 1} 级` });
}

function levelBounds(step: StepRun): readonly number[] {
  const table = tableOf(step, "classes");
  const [level, from] = table ? [column(table, "class"), column(table, "from")] : [];
  const bounds: number[] = [];
  level?.forEach((value, row) => {
    const lower = from?.[row];
    if (typeof value === "number" && typeof lower === "number") bounds[value - 1] = lower;
  });
  return bounds;
}

/** The two systems the report sets side by side: those that are coupled, else the two wheels when the index has both. */
export function pair(run: StudyRun): readonly [string, string] | undefined {
  const main = mainIndex(run);
  if (!main) return undefined;
  const roots = rootsOf(main.index);
  const coupled = coordination(run)?.systems;
  const wanted = coupled ?? ["empowerment", "equity"];
  return wanted.length === 2 && wanted.every((id) => roots.includes(id)) ? [wanted[0], wanted[1]] : undefined;
}

/** In how many region-years the two forms put a unit into different classes, of how many that both class. */
export function classChanges({ level, other }: Coordination): { readonly changed: number; readonly of: number } | undefined {
  const second = other?.level;
  if (!level || !second) return undefined;
  const both = level.values
    .flatMap((row, t) => row.map((one, i) => [one, second.values[t][i]] as const))
    .filter(([a, b]) => a !== null && b !== null);
  return { changed: both.filter(([a, b]) => a !== b).length, of: both.length };
}

/** How many units stand in each level in one period. */
export function levelCounts(grid: Grid, t: number, levels: number): number[] {
  const counts = Array<number>(levels).fill(0);
  for (const value of grid.values[t]) if (value !== null && value >= 1 && value <= levels) counts[value - 1]++;
  return counts;
}

/** The level most units stand in; the lower of two equally common. */
export function commonest(counts: readonly number[]): { readonly level: number; readonly count: number } | undefined {
  const most = Math.max(0, ...counts);
  return most > 0 ? { level: counts.indexOf(most) + 1, count: most } : undefined;
}

export type Lag = "first" | "together" | "second";

/** Which system lags by the relative development x/y: the first below 0.8, the second above 1.2, as in the coupling step. */
export function lagGrid(run: StudyRun, { step, relative }: Coordination): readonly (readonly (Lag | null)[])[] | undefined {
  const table = tableOf(step, "coordination");
  const given = table && cellGrid(table, "lag", run.data.panel);
  if (given)
    return given.map((row) => row.map((value) => (value === "first" || value === "together" || value === "second" ? value : null)));
  const { low, high } = lagCuts(step);
  return relative?.values.map((row) =>
    row.map((value: Value) => (value === null ? null : value < low ? "first" : value > high ? "second" : "together")),
  );
}

/** The cuts in force for the lag types. */
export function lagCuts(step: StepRun): { readonly low: number; readonly high: number } {
  const { synchronous } = step.options as { synchronous?: unknown };
  const [low, high] = Array.isArray(synchronous) ? (synchronous as number[]) : [0.8, 1.2];
  return { low, high };
}
