import { Fault } from "../../ground/fault/index.js";
import { inverse, leastSquares, matrix } from "../../ground/matrix/index.js";
import { studentT } from "../../ground/special/index.js";
import { dot, sum } from "../../ground/sums/index.js";

/** The term of a fit whose column is all ones. */
export const constantTerm = "constant";

export interface FittedTerm {
  readonly term: string;
  readonly coefficient: number;
  /** robust to unequal variances (HC1) */
  readonly error: number;
  readonly t: number | null;
  /** two-sided, Student t with n − k degrees of freedom */
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
}

export interface WeightedFit {
  /** the constant first */
  readonly terms: readonly FittedTerm[];
  readonly residuals: Float64Array;
  readonly r2: number;
}

/**
 * Least squares of y on a constant and the columns x, for rows of shares p that sum to 1; standard errors HC1 (White 1980), intervals
 * of 95 %. Faults when rows are fewer than the terms and one, or columns are collinear.
 */
export function weightedFit(y: Float64Array, names: readonly string[], x: readonly Float64Array[], p: Float64Array): WeightedFit {
  const [n, k] = [y.length, x.length + 1];
  if (n <= k) throw fewRows(n, k);
  const column = (j: number, i: number): number => (j === 0 ? 1 : x[j - 1][i]);
  const scaled = new Float64Array(n * k);
  const target = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const root = Math.sqrt(p[i]);
    target[i] = root * y[i];
    for (let j = 0; j < k; j++) scaled[i * k + j] = root * column(j, i);
  }
  const { values: coefficients } = solved(() => leastSquares(matrix(n, k, scaled), matrix(n, 1, target)), names);
  const residuals = y.map((one, i) => one - sum(Array.from(coefficients, (b, j) => b * column(j, i))));

  const [bread, meat] = [new Float64Array(k * k), new Float64Array(k * k)];
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < k; a++) {
      const part = p[i] * column(a, i);
      for (let b = 0; b < k; b++) {
        bread[a * k + b] += part * column(b, i);
        meat[a * k + b] += part * p[i] * residuals[i] * residuals[i] * column(b, i);
      }
    }
  }
  const middle = solved(() => inverse(matrix(k, k, bread)), names).values;
  const law = studentT(n - k);
  const far = law.quantile(0.975);
  const terms = [constantTerm, ...names].map((term, a): FittedTerm => {
    const row = middle.subarray(a * k, a * k + k);
    const half = Float64Array.from(row, (_, b) => dot(row, meat.subarray(b * k, b * k + k)));
    const error = Math.sqrt(Math.max(0, dot(half, row)) * (n / (n - k)));
    const coefficient = coefficients[a] + 0;
    const t = error > 0 ? coefficient / error : null;
    return {
      term,
      coefficient,
      error,
      t,
      p: t === null ? null : Math.min(1, 2 * law.upper(Math.abs(t))),
      low: coefficient - far * error,
      high: coefficient + far * error,
    };
  });
  const mean = dot(p, y);
  const whole = dot(
    p,
    y.map((one) => (one - mean) * (one - mean)),
  );
  const left = dot(
    p,
    residuals.map((one) => one * one),
  );
  return { terms, residuals, r2: whole > 0 ? Math.max(0, 1 - left / whole) : 0 };
}

export const termColumns = {
  term: { en: "term", zh: "变量" },
  coefficient: { en: "coefficient", zh: "系数" },
  error: { en: "standard error (robust, HC1)", zh: "标准误（稳健，HC1）" },
  t: { en: "t", zh: "t 值" },
  p: { en: "p", zh: "p 值" },
  low: { en: "95 % interval, from", zh: "95% 置信区间下限" },
  high: { en: "95 % interval, to", zh: "95% 置信区间上限" },
};

/** Tells a column of the matrix that depends on others by its name. */
function solved<T>(run: () => T, names: readonly string[]): T {
  try {
    return run();
  } catch (error) {
    const path = error instanceof Fault ? /^column (\d+)$/.exec(error.place?.path ?? "") : null;
    if (!path) throw error;
    throw collinear([constantTerm, ...names][Number(path[1]) - 1]);
  }
}

const collinear = (term: string): Fault =>
  new Fault({
    code: "collinear",
    place: { path: term },
    found: { en: `"${term}" is constant or follows from the other columns`, zh: `“${term}”为常数，或可由其他列线性表示` },
    expected: { en: "expected columns that vary and say different things", zh: "各列应有变化且互不重复" },
    next: { en: `leave out "${term}"`, zh: `请去掉“${term}”` },
  });

const fewRows = (found: number, terms: number): Fault =>
  new Fault({
    code: "few-rows",
    found: { en: `${found} complete rows for ${terms} coefficients`, zh: `${found} 个完整行，${terms} 个系数` },
    expected: { en: `expected at least ${terms + 1} rows`, zh: `至少需要 ${terms + 1} 行` },
    next: { en: "use fewer columns, or more rows", zh: "请减少列，或增加行" },
  });
