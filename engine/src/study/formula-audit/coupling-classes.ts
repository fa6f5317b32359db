import { couplingDegree } from "../../explain/coupling/coupling-degree.js";
import { type LevelSet, levelAt as levelOf, levelSets } from "../../explain/levels/index.js";
import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";
import { couplingForms } from "./coupling-forms.js";
import { boxAt, type CouplingTable, levelAt, rangeAt } from "./coupling-table.js";
import { type Interval, productOf, rangeOver } from "./interval.js";
import type { Published } from "./published.js";

/** The printed class names against the printed D. */
export interface ClassCheck {
  readonly set: LevelSet;
  readonly passed: number;
  readonly rows: number;
  /** rows whose name is not that of the printed D */
  readonly failing: readonly { readonly row: number; readonly printed: string; readonly expected: Text }[];
}

const known = (set: LevelSet, written: string | undefined) =>
  set.levels.find(({ names }) => names.zh === written?.trim() || names.en.toLowerCase() === written?.trim().toLowerCase());

/** Levels that values of an interval may fall in, whichever end of a class belongs to it; the level of its middle is among them. */
const levelsIn = ({ levels }: LevelSet, [low, high]: Interval): number[] => {
  const [first, last] = [levelOf(levels, low, "right-closed"), levelOf(levels, high, "left-closed")];
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, k) => first + k);
};

/** By the set of names that fits the printed ones best; null when no set knows them. */
export function classCheck(d: readonly (Published | null)[] | null, classes: readonly string[]): ClassCheck | null {
  const checks = levelSets
    .filter((set) => set.of === "D")
    .map((set): ClassCheck => {
      const failing: ClassCheck["failing"][number][] = [];
      let rows = 0;
      classes.forEach((written, row) => {
        const [one, level] = [d?.[row], known(set, written)];
        if (!one || !level) return;
        rows++;
        if (!levelsIn(set, one.range).includes(level.level))
          failing.push({ row, printed: written.trim(), expected: set.levels[levelOf(set.levels, one.value) - 1].names });
      });
      return { set, rows, passed: rows - failing.length, failing };
    })
    .filter((one) => one.rows > 0);
  checks.sort((a, b) => b.rows - a.rows || b.passed - a.passed);
  return checks[0] ?? null;
}

/** What the printed developments give, row by row, and whether the class told of the row is theirs. */
export interface RecomputedRow {
  readonly row: number;
  readonly c: Interval;
  readonly t: Interval;
  readonly d: Interval;
  /** class of the recomputed D */
  readonly level: Text;
  /** the class printed, or that of the D printed; null when neither is known */
  readonly told: Text | null;
  /** the class is printed, and not only that of the D printed */
  readonly printed: boolean;
  /** false when no D within the rounding has the class told */
  readonly fits: boolean | null;
}

export interface Recomputed {
  readonly form: string;
  readonly set: LevelSet;
  readonly rows: readonly RecomputedRow[];
}

/** C, T and D = √(C·T) from the printed U: by the coupling degree the table was found to hold, otherwise the standard one; T as printed if it is sound. */
export function recompute(table: CouplingTable, form: string, soundT: boolean, set: LevelSet, classes: readonly string[]): Recomputed {
  const of = couplingForms.find(({ id }) => id === form)?.of ?? ((u: readonly number[]) => couplingDegree(u, "standard", 1));
  const count = Math.max(0, ...table.u.map((column) => column.length));
  const rows = Array.from({ length: count }, (_, row) => row).flatMap((row): RecomputedRow[] => {
    const box = boxAt(table, row);
    if (!box) return [];
    const c = rangeOver(box, of);
    const t = (soundT && levelAt(table, row)) || rangeOver(box, (u) => sum(u) / u.length);
    const d = productOf(c, t, Math.sqrt);
    if (!d) return [];
    const written = known(set, classes[row]);
    const printed = rangeAt(table.d, row);
    const told = written ? [written.level] : printed ? levelsIn(set, printed) : null;
    const mine = levelsIn(set, d);
    return [
      {
        row,
        c,
        t,
        d,
        level: set.levels[levelOf(set.levels, (d[0] + d[1]) / 2) - 1].names,
        told: written?.names ?? (printed ? set.levels[levelOf(set.levels, (printed[0] + printed[1]) / 2) - 1].names : null),
        printed: written !== undefined,
        fits: told ? told.some((one) => mine.includes(one)) : null,
      },
    ];
  });
  return { form, set, rows };
}
