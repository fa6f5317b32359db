import { Fault } from "../../ground/fault/index.js";
import type { GroupedPoints } from "./grouped-curves.js";

export type GroupedForm = "cumulative" | "groups" | "means";

/** Checked cumulative points; `mean` is known for mean incomes only, else 1. Throws a Fault on shares that are none. */
export function groupedPoints(
  population: ArrayLike<number>,
  income: ArrayLike<number>,
  form: GroupedForm,
): { readonly points: GroupedPoints; readonly dropped: number; readonly mean: number } {
  if (population.length !== income.length)
    throw pointsFault(
      `${population.length} population shares, ${income.length} of income`,
      `人口份额 ${population.length} 个，收入份额 ${income.length} 个`,
    );
  const rows = Array.from({ length: population.length }, (_, i) => [population[i], income[i]] as const).filter(
    ([n, y]) => n === n && y === y && (form === "cumulative" || n !== 0),
  );
  const dropped = population.length - rows.length;
  if (rows.length < 2) throw pointsFault(`${rows.length} groups`, `${rows.length} 组`);
  for (const [n, y] of rows)
    if (!(n >= 0 && y >= 0 && n < Number.POSITIVE_INFINITY && y < Number.POSITIVE_INFINITY))
      throw pointsFault(`${n} and ${y}`, `${n} 与 ${y}`);
  return form === "cumulative" ? { points: ended(rows), dropped, mean: 1 } : { ...added(rows, form), dropped };
}

type Pairs = readonly (readonly [number, number])[];

/** Points given cumulatively: from shares or percentages, the last both 1 or both 100. */
function ended(rows: Pairs): GroupedPoints {
  const [n, y] = rows[rows.length - 1];
  const whole = Math.abs(n - 100) < 1e-4 ? 100 : 1;
  if (Math.abs(n / whole - 1) > 1e-6 || Math.abs(y / whole - 1) > 1e-6)
    throw pointsFault(`the last point is (${n}, ${y})`, `最后一点为 (${n}, ${y})`);
  const inside = rows.filter(([one]) => one > 0);
  const points = { p: inside.map(([one]) => one / n), L: inside.map(([, one]) => one / y) };
  points.p.forEach((one, k) => {
    if (k > 0 && !(one > points.p[k - 1] && points.L[k] >= points.L[k - 1]))
      throw pointsFault(`point ${k + 1} does not lie above the one before`, `第 ${k + 1} 点不高于前一点`);
    if (points.L[k] > one + 1e-9)
      throw pointsFault(
        `point ${k + 1} lies above the diagonal: are they cumulated from the richest?`,
        `第 ${k + 1} 点高于对角线：是否从最富者开始累计？`,
      );
  });
  return points;
}

/** Groups put in the order of their mean incomes and cumulated. */
function added(rows: Pairs, form: GroupedForm): { points: GroupedPoints; mean: number } {
  const groups = rows.map(([n, y]) => ({ n, total: form === "means" ? n * y : y, mean: form === "means" ? y : y / n }));
  groups.sort((a, b) => a.mean - b.mean);
  const people = groups.reduce((sum, one) => sum + one.n, 0);
  const total = groups.reduce((sum, one) => sum + one.total, 0);
  if (!(total > 0)) throw pointsFault("a total income of 0", "总收入为 0");
  let [n, y] = [0, 0];
  const points = groups.map((one) => [(n += one.n), (y += one.total)] as const);
  const last = points.length - 1;
  return {
    points: { p: points.map(([one], k) => (k === last ? 1 : one / people)), L: points.map(([, one], k) => (k === last ? 1 : one / total)) },
    mean: form === "means" ? total / people : 1,
  };
}

const pointsFault = (en: string, zh: string): Fault =>
  new Fault({
    code: "bad-groups",
    found: { en, zh },
    expected: {
      en: "expected shares of at least 0; cumulative ones rise from the poorest to 1 (or 100) both",
      zh: "份额应不小于 0；累计份额应从最穷者起递增，人口与收入最后均为 1（或 100）",
    },
    next: {
      en: "write form: groups for shares of single groups, form: means for mean incomes",
      zh: "单组份额请写 form: groups，组均收入请写 form: means",
    },
  });
