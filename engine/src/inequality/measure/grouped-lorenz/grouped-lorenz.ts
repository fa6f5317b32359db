/**
 * Inequality and poverty from grouped data (income tables, quintile shares): general quadratic, Beta and piecewise linear Lorenz curves.
 * Sources: Villaseñor & Arnold (1989), doi:10.1016/0304-4076(89)90089-4; Kakwani (1980), doi:10.2307/1911106; Datt (1998).
 * Fails on shares that do not end at 1 or decrease; a fit that is no Lorenz curve is not chosen, and said to be none.
 */
import { ln } from "../../../ground/elementary/index.js";
import { finite, type Result, type ResultTable, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { bandOverMean } from "../grouped-band.js";
import { betaCurve, type GroupedCurve, type GroupedPoints, generalQuadratic, linearCurve, valid } from "../grouped-curves.js";
import { groupedPoints } from "../grouped-points.js";
import { unitIntegral } from "../unit-integral.js";
import { type GroupedLorenzOptions, groupedLorenzCard } from "./grouped-lorenz.method.js";

export interface GroupedEstimate {
  readonly fit: "gq" | "beta" | "linear";
  /** whether the fit is a Lorenz curve: from (0, 0) to (1, 1), increasing, convex */
  readonly valid: boolean;
  readonly gini: number;
  /** null where the curve falls somewhere or is flat */
  readonly mld: number | null;
  /** in the unit of the mean */
  readonly median: number;
  /** Wolfson's index 2(2T − G)μ/m */
  readonly polarisation: number | null;
  /** share below the poverty line, and poverty gap; null without a line */
  readonly headcount: number | null;
  readonly povertyGap: number | null;
  /** share of people in the middle band and what they hold; null for an absolute band without both borders */
  readonly middle: number | null;
  readonly middleIncome: number | null;
  /** shares of the ten tenths */
  readonly deciles: readonly number[];
  /** Σ (L̂ − L)² over the points; of those up to the headcount when a line is given */
  readonly error: number;
}

/**
 * @param population shares of the population, cumulative from the poorest and ending at 1 (or 100), or one a group (option `form`)
 * @param income the same of income; for `form: means` mean incomes of the groups
 * @param options form, fit, mean and line (one unit)
 * @returns value: the chosen estimate; tables `grouped-lorenz`, `fits` (all three side by side, coefficients) and `deciles`
 */
export function groupedLorenz(
  population: ArrayLike<number>,
  income: ArrayLike<number>,
  options: Partial<GroupedLorenzOptions> = {},
): Result<GroupedEstimate> {
  const chosen = settle(groupedLorenzCard, options);
  const { points, dropped, mean: own } = groupedPoints(population, income, chosen.form);
  const mean = chosen.mean ?? own;
  const curves = [generalQuadratic(points), betaCurve(points), linearCurve(points)].filter((one) => one !== null);
  const fits = curves.map((curve) => ({ curve, ...estimate(curve, points, mean, chosen) }));
  const linear = fits[fits.length - 1];
  const smooth = fits.filter((one) => one.valid && one !== linear).sort((a, b) => missed(a.error) - missed(b.error));
  const wanted = chosen.fit === "auto" ? smooth[0] : fits.find((one) => one.fit === chosen.fit);
  const { curve, ...value } = wanted ?? linear;
  return result(groupedLorenzCard, {
    options: { ...chosen, mean },
    value,
    variant: `${groupedLorenzCard.variant(chosen)} · ${value.fit} used`,
    tables: () => [
      rowsTable("grouped-lorenz", groupedLorenzCard.names, [cells(value)], columns),
      rowsTable(
        "fits",
        { en: "The three estimates", zh: "三种估计" },
        fits.map((one) => ({
          ...cells(one),
          c1: one.curve.coefficients[0] ?? null,
          c2: one.curve.coefficients[1] ?? null,
          c3: one.curve.coefficients[2] ?? null,
        })),
        { ...columns, ...coefficientColumns },
      ),
      decilesTable(fits),
    ],
    trace: { points: points.p.length, dropped, mean, coefficients: curve.coefficients },
    warnings: warningsOf(wanted, chosen.fit, smooth),
  });
}

function estimate(curve: GroupedCurve, points: GroupedPoints, mean: number, chosen: GroupedLorenzOptions): GroupedEstimate {
  const { line } = chosen;
  const { at, slope } = curve;
  const share = (q: number): number => (q === 1 ? 1 : at(q, 1 - q));
  const held = (q: number): number => (q === 0 ? 0 : share(q));
  const gini = curve.kind === "linear" ? polygon(points) : 2 * unitIntegral((p, rest) => p - at(p, rest));
  const middle = slope(0.5, 0.5);
  const headcount = line === undefined ? null : below(curve, points, line / mean);
  const gap = headcount === null || line === undefined ? null : headcount - (mean / line) * held(headcount);
  const band = bandOverMean(chosen, middle, mean)?.map((ratio) => below(curve, points, ratio));
  const counted = points.p.map((_, i) => i).filter((i) => headcount === null || points.p[i] <= headcount);
  return {
    fit: curve.kind,
    valid: valid(curve),
    gini,
    mld: finite(curve.kind === "linear" ? meanLogDeviation(points) : unitIntegral((p, rest) => -ln(slope(p, rest)))),
    median: mean * middle,
    polarisation: finite((2 * (1 - 2 * share(0.5) - gini)) / middle),
    headcount,
    povertyGap: gap,
    middle: band ? band[1] - band[0] : null,
    middleIncome: band ? held(band[1]) - held(band[0]) : null,
    deciles: Array.from({ length: 10 }, (_, k) => share((k + 1) / 10) - (k === 0 ? 0 : share(k / 10))),
    error: counted.reduce((total, i) => total + (share(points.p[i]) - points.L[i]) * (share(points.p[i]) - points.L[i]), 0),
  };
}

const polygon = ({ p, L }: GroupedPoints): number =>
  1 - p.reduce((area, end, k) => area + (end - (p[k - 1] ?? 0)) * (L[k] + (L[k - 1] ?? 0)), 0);

const meanLogDeviation = ({ p, L }: GroupedPoints): number =>
  p.reduce((total, end, k) => {
    const [people, income] = [end - (p[k - 1] ?? 0), L[k] - (L[k - 1] ?? 0)];
    return total + people * ln(people / income);
  }, 0);

/** The share H of the population with incomes below the line: L′(H) = line/mean; of groups for the polygon. */
function below({ kind, slope }: GroupedCurve, { p }: GroupedPoints, ratio: number): number {
  if (kind === "linear") return p.reduce((poor, end) => (slope(end, 1 - end) < ratio ? end : poor), 0);
  let [low, high] = [0, 1];
  for (let k = 0; k < 100; k++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(middle, 1 - middle) < ratio) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function cells({ deciles: _, povertyGap, middleIncome, ...one }: GroupedEstimate) {
  return {
    fit: one.fit,
    valid: one.valid ? "yes" : "no",
    gini: one.gini,
    mld: one.mld,
    median: one.median,
    polarisation: one.polarisation,
    headcount: one.headcount,
    poverty_gap: povertyGap,
    middle: one.middle,
    middle_income: middleIncome,
    error: one.error,
  };
}

const columns = {
  fit: { en: "fit", zh: "拟合" },
  valid: { en: "is a Lorenz curve", zh: "是否为合格的洛伦兹曲线" },
  gini: { en: "Gini coefficient", zh: "基尼系数" },
  mld: { en: "mean log deviation", zh: "平均对数偏差" },
  median: { en: "median", zh: "中位数" },
  polarisation: { en: "Wolfson polarisation", zh: "沃尔夫森极化指数" },
  headcount: { en: "share below the line", zh: "贫困发生率" },
  poverty_gap: { en: "poverty gap", zh: "贫困差距" },
  middle: { en: "share of people in the middle band", zh: "中等收入群体占比" },
  middle_income: { en: "share of the income held in the middle band", zh: "中等收入群体的收入份额" },
  error: { en: "squared error (up to the headcount)", zh: "误差平方和（至贫困发生率处）" },
};

const coefficientColumns = {
  c1: { en: "a or θ", zh: "a 或 θ" },
  c2: { en: "b or γ", zh: "b 或 γ" },
  c3: { en: "c or δ", zh: "c 或 δ" },
};

function decilesTable(fits: readonly GroupedEstimate[]): ResultTable {
  const rows = Array.from({ length: 10 }, (_, k) => ({
    decile: k + 1,
    ...Object.fromEntries(fits.map((one) => [one.fit, one.deciles[k]])),
  }));
  return rowsTable("deciles", { en: "Shares of the tenths", zh: "十等分份额" }, rows, {
    decile: { en: "tenth, 1 = poorest", zh: "十等分（1 为最低）" },
    gq: { en: "general quadratic", zh: "广义二次" },
    beta: { en: "Beta", zh: "Beta" },
    linear: { en: "piecewise linear", zh: "分段线性" },
  });
}

/** A squared error of shares that is rounding only: the curve goes through every point. */
const missed = (error: number): number => (error < 1e-20 ? 0 : error);

function warningsOf(wanted: GroupedEstimate | undefined, fit: GroupedLorenzOptions["fit"], smooth: readonly GroupedEstimate[]): Warning[] {
  const warning = (code: string, en: string, zh: string): Warning[] => [{ code, text: { en, zh } }];
  if (!wanted)
    return warning(
      "no-fit",
      "no fit is a Lorenz curve: piecewise linear, a lower bound, is used",
      "没有合格的拟合曲线，改用分段线性（下限）",
    );
  if (fit !== "auto")
    return wanted.valid ? [] : warning("not-a-curve", `the ${fit} fit is no Lorenz curve`, `${fit} 拟合不是合格的洛伦兹曲线`);
  const tied = smooth.length > 1 && smooth.every((one) => missed(one.error) === 0);
  return tied
    ? warning("few-points", "so few points that both curves pass through all: gq is used", "点数过少，两种曲线均过所有点：采用 gq")
    : [];
}
