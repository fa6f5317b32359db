import { Fault, isFault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Interval } from "./interval.js";
import { type Candidate, type CandidateRow, holds, judge } from "./judge.js";
import type { Published } from "./published.js";

/** A candidate whose numbers all depend on the whole table: printed inputs in, one number a row of the audited column out. */
export interface TableCandidate extends Candidate {
  readonly of: (inputs: Float64Array) => readonly number[];
}

/**
 * How the inputs of a verdict were taken: as printed · with their own rounding allowed for · as printed because there are too many to move.
 */
export type InputsTaken = "printed" | "rounded" | "too-many";

export interface JudgedTable {
  readonly candidates: readonly CandidateRow[];
  readonly inputs: InputsTaken;
}

/** Above this many printed inputs they are always taken as exact: the formula would have to be evaluated twice for each. */
export const mostMoved = 400;

/**
 * Hold candidates against a column with the inputs as printed; only when none meets, with every input moved by half its last digit.
 * Moved all at once, coarse inputs (small whole numbers) would let nearly every formula meet.
 */
export function judgeTable(
  candidates: readonly TableCandidate[],
  column: string,
  printed: readonly (Published | null)[],
  inputs: readonly Published[],
): JudgedTable {
  const values = Float64Array.from(inputs, (one) => one.value);
  const tried = candidates.flatMap((candidate) => {
    const exact = valuesOf(candidate, values);
    const judged = exact && judge(candidate, column, printed, (row) => [exact[row], exact[row]]);
    return judged ? [{ candidate, exact, judged }] : [];
  });
  const met = tried.some((one) => holds(one.judged));
  if (met || inputs.length > mostMoved) return { candidates: tried.map((one) => one.judged), inputs: met ? "printed" : "too-many" };
  return {
    candidates: tried.map(({ candidate, exact, judged }) => {
      const reach = reachOf(candidate, values, inputs, exact);
      return judge(candidate, column, printed, (row): Interval => [exact[row] - reach[row], exact[row] + reach[row]]) ?? judged;
    }),
    inputs: "rounded",
  };
}

/** How far rounding of the inputs can carry each result: the larger change either way, summed over the inputs moved one at a time. */
function reachOf(candidate: TableCandidate, values: Float64Array, inputs: readonly Published[], exact: readonly number[]): number[] {
  const reach = exact.map(() => 0);
  inputs.forEach(({ range, value }, k) => {
    const changes = range.map((end) => {
      values[k] = end;
      return valuesOf(candidate, values);
    });
    values[k] = value;
    for (let row = 0; row < reach.length; row++)
      reach[row] += Math.max(...changes.map((one) => (one ? Math.abs(one[row] - exact[row]) : 0)));
  });
  return reach;
}

/** Null when the formula refuses the table: it cannot have made the column. */
function valuesOf({ of }: TableCandidate, values: Float64Array): readonly number[] | null {
  try {
    return of(values);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

export const candidate = (id: string, en: string, zh: string, of: TableCandidate["of"]): TableCandidate => ({
  id,
  names: { en, zh },
  right: true,
  of,
});

/** A known error: what it is, as a text should state it, and what is wrong with it. */
export const mistake = (id: string, names: Text, why: Text | undefined, of: TableCandidate["of"]): TableCandidate => ({
  id,
  names,
  right: false,
  why,
  of,
});

/** Every number of a table that must be complete. */
export function complete(column: readonly (Published | null)[], name: string): Published[] {
  return column.map((one, row) => {
    if (one) return one;
    throw new Fault({
      code: "missing-number",
      place: { path: `${name}, row ${row + 1}` },
      found: { en: "the cell is empty", zh: "单元格为空" },
      expected: { en: "expected every number of the table", zh: "表中数字应齐全" },
      next: { en: "fill it in as printed, or leave the row out", zh: "请按原样补录，或删去该行" },
    });
  });
}
