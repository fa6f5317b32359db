import { Fault } from "../ground/fault/index.js";
import { sum } from "../ground/sums/index.js";
import type { Warning } from "../method/index.js";
import { type Rows, twoArrays, weightedMean } from "./rows.js";

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
export function inGroups(
  values: ArrayLike<number>,
  by: readonly string[],
): { readonly values: ArrayLike<number>; readonly outside: number } {
  if (by.length !== values.length) throw groupsFault(by.length, values.length);
  let outside = 0;
  for (const key of by) if (key === "") outside++;
  if (outside === 0) return { values, outside };
  const kept = Float64Array.from(values);
  for (let i = 0; i < by.length; i++) if (by[i] === "") kept[i] = Number.NaN;
  return { values: kept, outside };
}

/** The groups in the order of their keys, and the number of each row's group. */
export function grouped(all: Rows, by: readonly string[]): { readonly groups: readonly Group[]; readonly of: Uint32Array } {
  const seen = new Map<string, number>();
  const sizes: number[] = [];
  const of = new Uint32Array(all.n);
  for (let i = 0; i < all.n; i++) {
    const key = by[all.row[i]];
    let at = seen.get(key);
    if (at === undefined) {
      at = sizes.push(0) - 1;
      seen.set(key, at);
    }
    of[i] = at;
    sizes[at]++;
  }
  const ordered = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  const rank = new Uint32Array(ordered.length);
  ordered.forEach(([, at], j) => {
    rank[at] = j;
  });
  const ends = new Uint32Array(ordered.length + 1);
  ordered.forEach(([, at], j) => {
    ends[j + 1] = ends[j] + sizes[at];
  });
  const [x, p] = twoArrays(all.n);
  const next = ends.slice();
  for (let i = 0; i < all.n; i++) {
    of[i] = rank[of[i]];
    const place = next[of[i]]++;
    x[place] = all.x[i];
    p[place] = all.p[i];
  }
  const part = (all: Float64Array, j: number): Float64Array => all.subarray(ends[j], ends[j + 1]);
  return { groups: ordered.map(([key], j) => group(key, part(x, j), part(p, j), all.mean)), of };
}

/** A group of rows with their shares in the whole, which are made shares in the group. */
function group(key: string, x: Float64Array, p: Float64Array, mean: number): Group {
  const populationShare = sum(p);
  for (let i = 0; i < p.length; i++) p[i] /= populationShare;
  const own = weightedMean(x, p);
  return { key, x, p, n: x.length, populationShare, incomeShare: populationShare * (own / mean), mean: own };
}

/** What every table of groups says of a group first, and the names of these columns. */
export const groupCells = (one: Group) => ({
  group: one.key,
  n: one.n,
  population_share: one.populationShare,
  income_share: one.incomeShare,
  mean: one.mean,
});
export const groupColumns = {
  group: { en: "group", zh: "组别" },
  n: { en: "rows", zh: "行数" },
  population_share: { en: "share of the population", zh: "人口份额" },
  income_share: { en: "share of the income", zh: "收入份额" },
  mean: { en: "mean", zh: "均值" },
};

/** The warning about rows left out because they are in no group; none when there are none. */
export const ungrouped = (count: number): Warning[] =>
  count === 0
    ? []
    : [{ code: "no-group", text: { en: `${count} rows are in no group and left out`, zh: `${count} 行不属于任何组，已剔除` } }];

/** Groups that are not one a row, or one a unit of a panel. */
export const groupsFault = (given: number, wanted: number, each: "row" | "unit" = "row"): Fault =>
  new Fault({
    code: "bad-groups",
    place: { path: "by" },
    found: { en: `${given} groups`, zh: `${given} 个组别` },
    expected: { en: `expected ${wanted} groups, one a ${each}`, zh: `应为 ${wanted} 个组别，${each === "row" ? "每行" : "每个单位"}一个` },
    next: {
      en: `give each ${each} its group, "" for none`,
      zh: `请为${each === "row" ? "每行" : "每个单位"}给出组别，无组别写空文本`,
    },
  });
