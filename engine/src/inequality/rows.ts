import { Fault } from "../ground/fault/index.js";
import { sum } from "../ground/sums/index.js";

export interface Rows {
  /** values in increasing order, missing and weightless rows left out */
  readonly x: Float64Array;
  /** share of each row in the total weight, in the order of `x` */
  readonly p: Float64Array;
  /** original row number, in the order of `x` */
  readonly row: Uint32Array;
  readonly mean: number;
  readonly n: number;
  readonly dropped: number;
  /** total weight */
  readonly total: number;
}

/** Check and sort the rows every inequality measure starts from. Throws a Fault on bad weights, infinite values or no rows. */
export function rows(values: ArrayLike<number>, weights?: ArrayLike<number>): Rows {
  if (weights && weights.length !== values.length) {
    throw inputFault(
      `${weights.length} weights`,
      `${weights.length} 个权重`,
      `${values.length} weights, one a row`,
      `${values.length} 个权重，每行一个`,
    );
  }
  const kept: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const w = weights ? weights[i] : 1;
    if (!(w >= 0) || w === Number.POSITIVE_INFINITY) {
      throw inputFault(
        `weight of row ${i + 1} is ${w}`,
        `第 ${i + 1} 行权重为 ${w}`,
        "a finite weight of at least 0",
        "不小于 0 的有限权重",
      );
    }
    if (Math.abs(values[i]) === Number.POSITIVE_INFINITY) {
      throw inputFault(`row ${i + 1} is infinite`, `第 ${i + 1} 行为无穷大`, "finite numbers", "有限数");
    }
    if (w > 0 && values[i] === values[i]) kept.push(i);
  }
  if (kept.length === 0) {
    throw inputFault("no row with a value and a positive weight", "没有同时具备数值与正权重的行", "at least one row", "至少一行");
  }
  const row = Uint32Array.from(kept).sort((a, b) => values[a] - values[b] || a - b);
  const x = Float64Array.from(row, (i) => values[i]);
  const w = Float64Array.from(row, (i) => (weights ? weights[i] : 1));
  const total = sum(w);
  const p = w.map((one) => one / total);
  let mean = 0;
  for (let i = 0; i < x.length; i++) mean += p[i] * (x[i] - x[0]);
  return { x, p, row, mean: x[0] + mean, n: x.length, dropped: values.length - x.length, total };
}

/** A share of a total needs a positive mean and values that can be shared. */
export const shareFault = (found: number): Fault =>
  inputFault(
    found < 0 ? `the smallest value is ${found}` : `the mean is ${found}`,
    found < 0 ? `最小值为 ${found}` : `均值为 ${found}`,
    "values of at least 0 with a positive mean",
    "不小于 0 且均值为正的数值",
  );

const inputFault = (en: string, zh: string, wantEn: string, wantZh: string): Fault =>
  new Fault({
    code: "bad-rows",
    found: { en, zh },
    expected: { en: `expected ${wantEn}`, zh: `应为${wantZh}` },
    next: { en: "mend these rows or leave them out", zh: "请更正或剔除这些行" },
  });
