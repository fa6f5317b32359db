import type { Text } from "../../ground/words/index.js";
import { gap, type Interval, mostShared } from "./interval.js";
import type { Published } from "./published.js";

/** Share of the rows from which a candidate reproduces a table, the others being probable misprints. */
const nearlyAll = 0.95;

export type Outcome = "reproduces" | "except" | "fails";

export interface Candidate {
  readonly id: string;
  readonly names: Text;
  /** a legitimate content of a column headed so */
  readonly right: boolean;
  /** what is wrong with it, where it is an error in itself */
  readonly why?: Text;
}

/** One candidate formula held against one published column. */
export interface CandidateRow extends Candidate {
  /** the heading of the published column */
  readonly column: string;
  readonly outcome: Outcome;
  readonly matched: number;
  readonly rows: number;
  /** in units of the last printed digit */
  readonly worst: number;
  /** position, from 0, of the first row that does not meet; null when all do */
  readonly firstFailing: number | null;
  /** positions of all rows that do not meet */
  readonly failing: readonly number[];
  /** of a formula with an unknown constant: the values that fit the matched rows */
  readonly parameter: Interval | null;
}

const outcomeOf = (matched: number, rows: number): Outcome =>
  rows > 0 && matched === rows ? "reproduces" : matched >= nearlyAll * rows && matched > 0 ? "except" : "fails";

/** Hold a candidate's range of every row against what is printed; rows without either are left out. Null when none is left. */
export function judge(
  { id, names, right, why }: Candidate,
  column: string,
  printed: readonly (Published | null)[],
  rangeAt: (row: number) => Interval | null,
  parameter: Interval | null = null,
): CandidateRow | null {
  let [rows, matched, worst] = [0, 0, 0];
  const failing: number[] = [];
  printed.forEach((one, row) => {
    const range = one && rangeAt(row);
    if (!one || !range || !Number.isFinite(range[0]) || !Number.isFinite(range[1])) return;
    rows++;
    const apart = gap(range, one.range) / one.unit;
    if (apart === 0) matched++;
    else failing.push(row);
    if (apart > worst) worst = apart;
  });
  if (rows === 0) return null;
  const outcome = outcomeOf(matched, rows);
  return { id, names, right, why, column, outcome, matched, rows, worst, firstFailing: failing[0] ?? null, failing, parameter };
}

/** Fewest rows on which an unknown constant is not simply fitted. */
const fewestToFit = 3;

/**
 * Hold a formula with one unknown constant against a column: the constant most rows agree on is taken.
 * Null on too few rows, and when the constant may be the usual one: then the formula is another candidate.
 */
export function judgeFitted(
  candidate: Candidate,
  usual: number,
  column: string,
  printed: readonly (Published | null)[],
  allowed: (row: number) => readonly Interval[],
  rangeAt: (row: number, constant: number) => Interval | null,
): CandidateRow | null {
  const rows = printed.map((one, row) => (one ? allowed(row) : []));
  const shared = mostShared(rows);
  if (!shared || rows.filter((row) => row.length > 0).length < fewestToFit) return null;
  const [low, high] = shared.range;
  if (low <= usual && usual <= high) return null;
  return judge(candidate, column, printed, (row) => rangeAt(row, (low + high) / 2), shared.range);
}

export const holds = ({ outcome }: CandidateRow): boolean => outcome !== "fails";
