import { Fault } from "../ground/fault/index.js";
import { increasing, ordered, orderedWith } from "../ground/order/index.js";
import { dot, sum } from "../ground/sums/index.js";

export interface Rows {
  /** values, missing and weightless rows left out; in increasing order unless asked for as given */
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

/** Check and sort the rows most inequality measures start from. Throws a Fault on bad weights, infinite values or no rows. */
export function rows(values: ArrayLike<number>, weights?: ArrayLike<number>): Rows {
  const kept = keptRows(values, weights);
  const { values: x, order } = ordered(taken(values, kept));
  if (kept.length < values.length) for (let k = 0; k < order.length; k++) order[k] = kept[order[k]];
  return shared(x, order, values.length, weights);
}

/** Sorted rows that count once each. */
export interface EvenRows extends Omit<Rows, "p" | "row"> {
  /** share of each row: 1/n */
  readonly p: number;
}

/** The same without weights, for measures that need no row numbers: to the last bit what `rows` gives. */
export function evenRows(values: ArrayLike<number>): EvenRows {
  const x = increasing(present(values));
  const n = x.length;
  const p = 1 / n;
  let [total, lost] = [0, 0];
  for (let i = 0; i < n; i++) {
    const part = p * (x[i] - x[0]);
    const next = total + part;
    lost += total >= part ? total - next + part : part - next + total;
    total = next;
  }
  return { x, p, mean: x[0] + (total + lost), n, dropped: values.length - n, total: n };
}

/** The same with weights, for measures that need no row numbers: to the last bit what `rows` gives. */
export function weightedRows(values: ArrayLike<number>, weights: ArrayLike<number>): Omit<Rows, "row"> {
  const kept = keptRows(values, weights);
  const { values: x, beside: p } = orderedWith(taken(values, kept), taken(weights, kept));
  const total = sum(p);
  for (let i = 0; i < p.length; i++) p[i] /= total;
  return { x, p, mean: weightedMean(x, p), n: p.length, dropped: values.length - p.length, total };
}

/** The same in the order given, for measures that need no order. */
export function rowsAsGiven(values: ArrayLike<number>, weights?: ArrayLike<number>): Rows {
  const kept = keptRows(values, weights);
  return shared(taken(values, kept), kept, values.length, weights);
}

/** Numbers of the rows with a value and a positive weight. */
function keptRows(values: ArrayLike<number>, weights?: ArrayLike<number>): Uint32Array {
  if (weights && weights.length !== values.length) {
    throw inputFault(
      `${weights.length} weights`,
      `${weights.length} 个权重`,
      `${values.length} weights, one a row`,
      `${values.length} 个权重，每行一个`,
    );
  }
  const kept = new Uint32Array(values.length);
  let n = 0;
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
    if (Math.abs(values[i]) === Number.POSITIVE_INFINITY) throw infiniteFault(i);
    if (w > 0 && values[i] === values[i]) kept[n++] = i;
  }
  if (n === 0) throw emptyFault();
  return kept.subarray(0, n);
}

/** The values that are not missing, in one pass. */
function present(values: ArrayLike<number>): Float64Array {
  const out = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Math.abs(value) === Number.POSITIVE_INFINITY) throw infiniteFault(i);
    out[n] = value;
    if (value === value) n++;
  }
  if (n === 0) throw emptyFault();
  return out.subarray(0, n);
}

/** A copy of the values of some rows. */
function taken(values: ArrayLike<number>, kept: Uint32Array): Float64Array {
  const out = new Float64Array(kept.length);
  if (kept.length === values.length) out.set(values);
  else for (let k = 0; k < kept.length; k++) out[k] = values[kept[k]];
  return out;
}

function shared(x: Float64Array, row: Uint32Array, given: number, weights?: ArrayLike<number>): Rows {
  const n = row.length;
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) p[i] = weights ? weights[row[i]] : 1;
  const total = weights ? sum(p) : n;
  for (let i = 0; i < n; i++) p[i] /= total;
  return { x, p, row, mean: weightedMean(x, p), n, dropped: given - n, total };
}

/** Two arrays of n zeros that share one allocation: for small n allocating is what takes the time. */
export function twoArrays(n: number): readonly [Float64Array, Float64Array] {
  const both = new Float64Array(2 * n);
  return [both.subarray(0, n), both.subarray(n)];
}

/** Σ px for shares p that sum to 1, counted from the least value: equal values give exactly that value, and nothing cancels. */
export function weightedMean(x: Float64Array, p: Float64Array): number {
  let least = x[0];
  for (let i = 1; i < x.length; i++) if (x[i] < least) least = x[i];
  return least + dot(p, x, least);
}

/** A share of a total needs a positive mean and values that can be shared. */
export const shareFault = (found: number): Fault =>
  inputFault(
    found < 0 ? `the smallest value is ${found}` : `the mean is ${found}`,
    found < 0 ? `最小值为 ${found}` : `均值为 ${found}`,
    "values of at least 0 with a positive mean",
    "不小于 0 且均值为正的数值",
  );

const infiniteFault = (row: number): Fault =>
  inputFault(`row ${row + 1} is infinite`, `第 ${row + 1} 行为无穷大`, "finite numbers", "有限数");

const emptyFault = (): Fault =>
  inputFault("no row with a value and a positive weight", "没有同时具备数值与正权重的行", "at least one row", "至少一行");

const inputFault = (en: string, zh: string, wantEn: string, wantZh: string): Fault =>
  new Fault({
    code: "bad-rows",
    found: { en, zh },
    expected: { en: `expected ${wantEn}`, zh: `应为${wantZh}` },
    next: { en: "mend these rows or leave them out", zh: "请更正或剔除这些行" },
  });
