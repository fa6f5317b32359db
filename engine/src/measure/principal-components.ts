import { ln } from "../ground/elementary/index.js";
import { Fault, isFault } from "../ground/fault/index.js";
import { fromRows, inverse, symmetricEigen } from "../ground/matrix/index.js";
import { chiSquared } from "../ground/special/index.js";
import { sum } from "../ground/sums/index.js";
import { blockCorrelations } from "./block-correlations.js";
import type { Block } from "./weigh/weigh-groups.js";

export interface Components {
  readonly rows: number;
  readonly r: readonly (readonly number[])[];
  /** from the largest */
  readonly eigenvalues: readonly number[];
  /** one unit vector per eigenvalue; the sum of each is not negative */
  readonly vectors: readonly (readonly number[])[];
}

/** Principal components of the correlation matrix, over the rows in which no column is missing. */
export function principalComponents(block: Block): Components {
  const whole = completeRows(block);
  const r = blockCorrelations(whole);
  const { values, vectors } = symmetricEigen(fromRows(r));
  const n = block.ids.length;
  return {
    rows: whole.columns[0].length,
    r,
    eigenvalues: Array.from(values),
    vectors: Array.from(values, (_, k) => upright(Array.from({ length: n }, (__, j) => vectors.values[j * n + k]))),
  };
}

/** The block without the rows in which a column is missing; a fault when fewer than three remain. */
export function completeRows(block: Block): Block {
  const { columns } = block;
  const rows = [...columns[0].keys()].filter((i) => columns.every((column) => column[i] === column[i]));
  if (rows.length >= 3) return { ...block, columns: columns.map((column) => Float64Array.from(rows, (i) => column[i])) };
  throw new Fault({
    code: "too-few-rows",
    place: { path: block.place },
    found: { en: `${rows.length} rows without a missing value`, zh: `没有缺失值的行只有 ${rows.length} 行` },
    expected: { en: "expected at least 3", zh: "至少应有 3 行" },
    next: { en: "impute the missing cells first", zh: "请先插补缺失值" },
  });
}

/** A vector with the sign that makes its sum positive, and its largest entry positive when the sum is 0. */
export function upright(vector: readonly number[]): readonly number[] {
  const total = sum(vector);
  const size = Math.abs(total) > 1e-12 ? total : vector.reduce((most, one) => (Math.abs(one) > Math.abs(most) + 1e-12 ? one : most), 0);
  return vector.map((one) => (Math.abs(one) < 1e-15 ? 0 : size < 0 ? -one : one));
}

export interface Suitability {
  /** Kaiser–Meyer–Olkin measure, 0 to 1; null when a column is a combination of others */
  readonly kmo: number | null;
  /** Bartlett's test that the columns are uncorrelated; null when a column is a combination of others */
  readonly bartlett: { readonly chiSquared: number; readonly df: number; readonly p: number } | null;
}

/** Whether correlations are worth summarising. */
export function suitability({ r, rows, eigenvalues }: Components): Suitability {
  const n = r.length;
  const back = invert(r);
  if (back === null || eigenvalues[n - 1] < 1e-12) return { kmo: null, bartlett: null };
  const pairs = r.flatMap((row, i) => row.flatMap((one, j) => (i === j ? [] : [[one, partial(back, n, i, j)]])));
  const plain = sum(pairs.map(([one]) => one * one));
  const rest = sum(pairs.map(([, one]) => one * one));
  const df = (n * (n - 1)) / 2;
  const statistic = Math.max(0, -(rows - 1 - (2 * n + 5) / 6) * sum(eigenvalues.map(ln)));
  return {
    kmo: plain + rest > 0 ? plain / (plain + rest) : null,
    bartlett: { chiSquared: statistic, df, p: chiSquared(df).upper(statistic) },
  };
}

const partial = (back: Float64Array, n: number, i: number, j: number): number =>
  -back[i * n + j] / Math.sqrt(back[i * n + i] * back[j * n + j]);

function invert(r: Components["r"]): Float64Array | null {
  try {
    return inverse(fromRows(r)).values;
  } catch (error) {
    if (isFault(error) && error.code === "singular-matrix") return null;
    throw error;
  }
}
