import type { Text } from "../../ground/words/index.js";
import { type CouplingTable, levelAt, rangeAt } from "./coupling-table.js";
import { gap, type Interval } from "./interval.js";
import type { Published } from "./published.js";
import { developmentsFrom } from "./two-degrees.js";

/** Something that must hold whatever the developments are. */
export interface Check {
  readonly id: string;
  /** in symbols, the same in every language */
  readonly law: string;
  readonly why: Text;
  readonly passed: number;
  readonly rows: number;
  /** position, from 0, of the first row in which it cannot hold */
  readonly firstFailing: number | null;
  /** the largest value found, where a bound is checked */
  readonly largest: number | null;
}

type Judged = { readonly ok: boolean; readonly value: number | null } | null;

/** Checks that need no U: C ≤ 1, T ≤ 1, D² = C·T, D²/T ≤ 1; U ≤ 1 where it is printed; and two C columns that must give developments in (0, 1]. */
export function couplingChecks(table: CouplingTable, corrected: readonly (Published | null)[] | null): Check[] {
  const rows = Math.max(0, ...[...table.u, table.c, table.t, table.d, corrected].map((column) => column?.length ?? 0));
  const bound = (range: Interval | null): Judged => (range ? { ok: range[0] <= 1, value: (range[0] + range[1]) / 2 } : null);
  const check = (id: string, law: string, why: Text, at: (row: number) => Judged): Check => {
    const judged = Array.from({ length: rows }, (_, row) => at(row));
    const known = judged.filter((one) => one !== null);
    const failing = judged.findIndex((one) => one !== null && !one.ok);
    const values = known.flatMap(({ value }) => (value === null ? [] : [value]));
    return {
      id,
      law,
      why,
      passed: known.filter(({ ok }) => ok).length,
      rows: known.length,
      firstFailing: failing < 0 ? null : failing,
      largest: values.length ? Math.max(...values) : null,
    };
  };
  return [
    check("u-at-most-1", "U ≤ 1", { en: "developments run from 0 to 1", zh: "各系统发展水平应在 0 到 1 之间" }, (row) => {
      const sides = table.u.flatMap((column) => rangeAt(column, row) ?? []);
      return sides.length ? bound([Math.max(...sides.filter((_, k) => k % 2 === 0)), Math.max(...sides)]) : null;
    }),
    check("c-at-most-1", "C ≤ 1", { en: "a coupling degree cannot pass 1", zh: "耦合度不会超过 1" }, (row) => bound(rangeAt(table.c, row))),
    check("t-at-most-1", "T ≤ 1", { en: "a mean of developments cannot pass 1", zh: "发展水平的均值不会超过 1" }, (row) =>
      bound(rangeAt(table.t, row)),
    ),
    check(
      "implied-c",
      "D²/T ≤ 1",
      { en: "it is the coupling degree C that D implies, which cannot pass 1", zh: "此即 D 所隐含的耦合度 C，不会超过 1" },
      (row) => bound(impliedC(table, row)),
    ),
    check("d-squared", "D² = C·T", { en: "D is the root of C·T", zh: "D 为 C·T 的平方根" }, (row) => {
      const [c, t, d] = [rangeAt(table.c, row), levelAt(table, row), rangeAt(table.d, row)];
      if (!c || !t || !d) return null;
      return { ok: gap([c[0] * t[0], c[1] * t[1]], [d[0] * d[0], d[1] * d[1]]) === 0, value: null };
    }),
    check(
      "developments-from-two-c",
      "0 < U(C, C′) ≤ 1",
      {
        en: "the standard and the corrected coupling degree of two systems determine their developments, which lie in (0, 1]",
        zh: "两系统的标准与修正耦合度可反解出各自的发展水平，应落在 (0, 1] 内",
      },
      (row) => {
        const u = developmentsFrom(rangeAt(table.c, row), rangeAt(corrected, row));
        return u && { ok: u.every(([low, high]) => high > 0 && low <= 1), value: (u[1][0] + u[1][1]) / 2 };
      },
    ),
  ].filter((one) => one.rows > 0);
}

/** D²/T of a row: no coupling degree when it passes 1. */
export function impliedC(table: CouplingTable, row: number): Interval | null {
  const [t, d] = [levelAt(table, row), rangeAt(table.d, row)];
  return t && d && t[0] > 0 ? [(d[0] * d[0]) / t[1], (d[1] * d[1]) / t[0]] : null;
}
