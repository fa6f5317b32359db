import { levelAt as levelOf, levelSets } from "../../explain/levels/index.js";
import type { Text } from "../../ground/words/index.js";
import { type CouplingTable, levelAt } from "./coupling-table.js";
import { gap, type Interval } from "./interval.js";

/** Something that must hold whatever the developments are. */
export interface Check {
  readonly id: string;
  readonly names: Text;
  readonly passed: number;
  readonly rows: number;
  /** position, from 0, of the first row in which it cannot hold */
  readonly firstFailing: number | null;
  /** the largest value found, where a bound is checked */
  readonly largest: number | null;
}

type Judged = { readonly ok: boolean; readonly value: number | null } | null;

/** Checks that need no U: C ≤ 1, T ≤ 1, D² = C·T, D²/T ≤ 1; and two C columns that must give developments in (0, 1]. */
export function couplingChecks(table: CouplingTable, corrected: CouplingTable["c"]): Check[] {
  const rows = Math.max(...[...table.u, table.c, table.t, table.d].map((column) => column?.length ?? 0));
  const bound = (range: Interval | null | undefined): Judged => (range ? { ok: range[0] <= 1, value: (range[0] + range[1]) / 2 } : null);
  const check = (id: string, en: string, zh: string, at: (row: number) => Judged): Check => {
    const judged = Array.from({ length: rows }, (_, row) => at(row));
    const known = judged.filter((one) => one !== null);
    const failing = judged.findIndex((one) => one !== null && !one.ok);
    const values = known.flatMap(({ value }) => (value === null ? [] : [value]));
    return {
      id,
      names: { en, zh },
      passed: known.filter(({ ok }) => ok).length,
      rows: known.length,
      firstFailing: failing < 0 ? null : failing,
      largest: values.length ? Math.max(...values) : null,
    };
  };
  return [
    check("c-at-most-1", "C ≤ 1", "C ≤ 1", (row) => bound(table.c?.[row]?.range)),
    check("t-at-most-1", "T ≤ 1", "T ≤ 1", (row) => bound(table.t?.[row]?.range)),
    check("implied-c", "implied C = D²/T ≤ 1", "隐含 C = D²/T ≤ 1", (row) => bound(impliedC(table, row))),
    check("d-squared", "D² = C·T", "D² = C·T", (row) => {
      const [c, t, d] = [table.c?.[row]?.range, levelAt(table, row), table.d?.[row]?.range];
      if (!c || !t || !d) return null;
      return { ok: gap([c[0] * t[0], c[1] * t[1]], [d[0] * d[0], d[1] * d[1]]) === 0, value: null };
    }),
    check(
      "developments-from-two-c",
      "U implied by the standard and the corrected C lie in (0, 1]",
      "由标准与修正 C 反解的 U 落在 (0, 1]",
      (row) => {
        const [c, other] = [table.c?.[row], corrected?.[row]];
        const u = c && other && developmentsFrom(c.value, other.value);
        return u ? { ok: u[0] > 0 && u[1] > 0 && u[0] <= 1 && u[1] <= 1, value: Math.max(...u) } : null;
      },
    ),
  ].filter((one) => one.rows > 0);
}

/** D²/T of a row: no coupling degree when it passes 1. */
export function impliedC(table: CouplingTable, row: number): Interval | null {
  const [t, d] = [levelAt(table, row), table.d?.[row]?.range];
  return t && d && t[0] > 0 ? [(d[0] * d[0]) / t[1], (d[1] * d[1]) / t[0]] : null;
}

/**
 * The smaller and the larger development that give a standard and a corrected coupling degree, of two systems:
 * with r = ((1 − √(1 − C²))/C)², U2 = (1 − C_mod²/r)/(1 − r) and U1 = r·U2. Null where both are equal and say nothing.
 */
export function developmentsFrom(c: number, corrected: number): readonly [number, number] | null {
  if (!(c > 0 && c < 1)) return null;
  const s = (1 - Math.sqrt(1 - c * c)) / c;
  const r = s * s;
  const larger = (1 - (corrected * corrected) / r) / (1 - r);
  return [r * larger, larger];
}

export interface ClassCheck {
  readonly set: string;
  readonly passed: number;
  readonly rows: number;
  /** rows whose name is not that of the printed D */
  readonly failing: readonly { readonly row: number; readonly printed: string; readonly expected: Text }[];
}

/** The printed class names against the printed D, by the set of names that fits them best. Null when no set knows the names. */
export function classCheck({ d }: CouplingTable, classes: readonly string[]): ClassCheck | null {
  const checks = levelSets
    .filter((set) => set.of === "D")
    .map((set): ClassCheck => {
      const [known, failing] = [[] as number[], [] as ClassCheck["failing"][number][]];
      classes.forEach((written, row) => {
        const printed = written.trim();
        const one = d?.[row];
        const level = set.levels.find(({ names }) => names.zh === printed || names.en.toLowerCase() === printed.toLowerCase());
        if (!one || !level) return;
        known.push(row);
        const fits = (["left-closed", "right-closed"] as const).some((end) =>
          [one.range[0], one.value, one.range[1]].some((value) => levelOf(set.levels, value, end) === level.level),
        );
        if (!fits) failing.push({ row, printed, expected: set.levels[levelOf(set.levels, one.value) - 1].names });
      });
      return { set: set.id, rows: known.length, passed: known.length - failing.length, failing };
    })
    .filter((one) => one.rows > 0);
  checks.sort((a, b) => b.rows - a.rows || b.passed - a.passed);
  return checks[0] ?? null;
}
