import { Fault } from "../ground/fault/index.js";
import { sum } from "../ground/sums/index.js";
import type { Warning } from "../method/index.js";
import { type Rows, weightedMean } from "./rows.js";

export interface Group {
  readonly key: string;
  /** its rows, in the order of all rows */
  readonly x: Float64Array;
  /** share of each row in the group's weight */
  readonly p: Float64Array;
  readonly n: number;
  readonly populationShare: number;
  readonly incomeShare: number;
  readonly mean: number;
}

/** Values with rows in no group ("") missing, and how many those are. Throws a Fault when groups and values differ in number. */
export function inGroups(values: ArrayLike<number>, by: readonly string[]): { readonly values: Float64Array; readonly outside: number } {
  if (by.length !== values.length) throw groupsFault(by.length, values.length);
  let outside = 0;
  const kept = Float64Array.from(values, (one, i) => {
    if (by[i] !== "") return one;
    outside++;
    return Number.NaN;
  });
  return { values: kept, outside };
}

/** The groups in the order of their keys, and the number of each row's group. */
export function grouped(all: Rows, by: readonly string[]): { readonly groups: readonly Group[]; readonly of: Uint32Array } {
  const members = new Map<string, number[]>();
  all.row.forEach((row, i) => {
    const known = members.get(by[row]);
    if (known) known.push(i);
    else members.set(by[row], [i]);
  });
  const of = new Uint32Array(all.n);
  const groups = [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own], j) => {
      for (const i of own) of[i] = j;
      const x = Float64Array.from(own, (i) => all.x[i]);
      const share = Float64Array.from(own, (i) => all.p[i]);
      const populationShare = sum(share);
      const p = share.map((one) => one / populationShare);
      const mean = weightedMean(x, p);
      return { key, x, p, n: own.length, populationShare, incomeShare: populationShare * (mean / all.mean), mean };
    });
  return { groups, of };
}

/** The warning about rows left out because they are in no group; none when there are none. */
export const ungrouped = (count: number): Warning[] =>
  count === 0
    ? []
    : [{ code: "no-group", text: { en: `${count} rows are in no group and left out`, zh: `${count} 行不属于任何组，已剔除` } }];

const groupsFault = (given: number, wanted: number): Fault =>
  new Fault({
    code: "bad-groups",
    place: { path: "by" },
    found: { en: `${given} groups`, zh: `${given} 个组别` },
    expected: { en: `expected ${wanted} groups, one a row`, zh: `应为 ${wanted} 个组别，每行一个` },
    next: { en: 'give each row its group, "" for none', zh: "请为每行给出组别，无组别写空文本" },
  });
