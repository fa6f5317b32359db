/**
 * Lorenz curve (Fᵢ, Lᵢ): the share of the total held by the poorest share of the population, linear between rows; generalised: μL.
 * Sources: Lorenz (1905), doi:10.2307/2276207; generalised curve: Shorrocks (1983), doi:10.2307/2554117; asymmetry: Damgaard & Weiner (2000).
 * Fails when a value is negative or nothing is shared; the asymmetry is null with a warning when all values are equal.
 */
import { type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { type LorenzCurve, lorenzAt, lorenzCurve } from "../../lorenz-curve.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { type LorenzOptions, lorenzCard } from "./lorenz.method.js";

type Options = Partial<LorenzOptions> & { weights?: ArrayLike<number> };

export interface LorenzPoints {
  /** share of the population, from 0 to 1 */
  readonly population: Float64Array;
  /** its share of the total, from 0 to 1 */
  readonly income: Float64Array;
  /** its share of the total times the mean, in the unit of the values */
  readonly generalised: Float64Array;
  /** F(μ) + L(μ): above 1 when the few largest make the inequality, below 1 when the many smallest do */
  readonly asymmetry: number | null;
}

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options at: every row, deciles or percentiles; weights: one non-negative number a row
 * @returns value: the points from (0, 0) to (1, 1) and the asymmetry coefficient in [0, 2]; tables `lorenz` and `curve`
 */
export function lorenz(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<LorenzPoints> {
  const chosen = settle(lorenzCard, options);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const curve = lorenzCurve(all);
  const population = chosen.at === "rows" ? fromZero(curve.population) : even(chosen.at === "deciles" ? 10 : 100);
  const income = chosen.at === "rows" ? fromZero(curve.income) : population.map((q) => lorenzAt(curve, q));
  const [low, high] = asymmetry(all, curve);
  const middle = low === null || high === null ? null : (low + high) / 2;
  const value = { population, income, generalised: income.map((share) => share * all.mean), asymmetry: middle };
  return result(lorenzCard, {
    options: chosen,
    value,
    variant: `${lorenzCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable(
        "lorenz",
        lorenzCard.names,
        [{ asymmetry: middle, asymmetry_low: low, asymmetry_high: high, gini: giniOf(all, curve), n: all.n, mean: all.mean }],
        columns,
      ),
      curveTable(value),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean },
    warnings:
      middle === null
        ? [{ code: "no-inequality", text: { en: "all values are equal: no asymmetry", zh: "所有值相等，不存在不对称" } }]
        : [],
  });
}

const columns = {
  asymmetry: { en: "asymmetry coefficient", zh: "不对称系数" },
  asymmetry_low: { en: "its least value when rows equal the mean", zh: "有行等于均值时的下限" },
  asymmetry_high: { en: "its greatest value when rows equal the mean", zh: "有行等于均值时的上限" },
  gini: { en: "Gini coefficient, of all rows", zh: "基尼系数（按全部行）" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const curveTable = ({ population, income, generalised }: LorenzPoints): ResultTable => ({
  id: "curve",
  names: { en: "Points of the curve", zh: "曲线各点" },
  columns: [
    { id: "population", names: { en: "share of the population", zh: "人口累计份额" }, values: Array.from(population) },
    { id: "income", names: { en: "share of the total", zh: "总量累计份额" }, values: Array.from(income) },
    { id: "generalised", names: { en: "generalised Lorenz curve", zh: "广义洛伦兹曲线" }, values: Array.from(generalised) },
  ],
});

/** Twice the area between the curve and the line of equality. */
function giniOf({ x, p, n }: Rows, { income }: LorenzCurve): number {
  if (x[0] === x[n - 1]) return 0;
  let area = 0;
  for (let i = 0; i < n; i++) area += p[i] * (income[i] + (i === 0 ? 0 : income[i - 1]));
  return 1 - area;
}

function fromZero(shares: Float64Array): Float64Array {
  const out = new Float64Array(shares.length + 1);
  out.set(shares, 1);
  return out;
}

const even = (count: number): Float64Array => Float64Array.from({ length: count + 1 }, (_, k) => k / count);

/** F + L where the values pass the mean; where rows equal the mean (to a rounding), from below them to above them. */
function asymmetry({ x, mean, n }: Rows, { population, income }: LorenzCurve): readonly [number | null, number | null] {
  if (x[0] === x[n - 1]) return [null, null];
  const slack = 1e-15 * mean;
  let below = 0;
  while (x[below] < mean - slack) below++;
  let upTo = below;
  while (upTo < n && x[upTo] <= mean + slack) upTo++;
  const sumAt = (k: number): number => (k === 0 ? 0 : population[k - 1] + income[k - 1]);
  if (upTo > below) return [sumAt(below), sumAt(upTo)];
  const passed = (mean - x[below - 1]) / (x[below] - x[below - 1]);
  const at = sumAt(below) + passed * (sumAt(below + 1) - sumAt(below));
  return [at, at];
}
