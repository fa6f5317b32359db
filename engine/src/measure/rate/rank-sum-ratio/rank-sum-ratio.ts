/**
 * Rank-sum ratio RSR = Σ wR/n of ranks from the worst (1) to the best (n), for each root of the tree; the distinct values, at cumulative
 * share p = mean place/n (1 − 1/(4n) for the last), are regressed on probits 5 + Φ⁻¹(p), and probit cuts make the grades.
 * Source: 田凤调 (1993), 秩和比法及其应用.
 * Fails never; with fewer than three distinct values there is no regression and no grade, with a warning. Ranks forget distances.
 */

import { normal } from "../../../ground/special/index.js";
import { mean } from "../../../ground/sums/index.js";
import { type Cell, type Result, result, rowsTable, settle } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { type Block, extremes, type Measures, rateRoots, ratingsPanel, ratingsTable } from "../criteria.js";
import { type RankSumRatioOptions, rankSumRatioCard } from "./rank-sum-ratio.method.js";

/** Probits between the grades, as the source tables them. */
const cuts = { "3": [4, 6], "4": [3.5, 5, 6.5], "5": [3.2, 4.4, 5.6, 6.8] } as const;
const names = {
  rsr: { en: "rank-sum ratio", zh: "秩和比" },
  probit: { en: "probit", zh: "概率单位" },
  fitted: { en: "fitted ratio", zh: "秩和比拟合值" },
  grade: { en: "grade, 1 the lowest", zh: "分档（1 为最低）" },
};

interface Line {
  readonly a: number | null;
  readonly b: number | null;
  readonly r2: number | null;
  readonly values: number;
}

/**
 * @param data indicators in natural units with their directions; a unit with a missing indicator has no rating
 * @param weights of the same tree; those of the indicators within their root are used
 * @param options ranks, grades, scope
 * @returns value: a panel of ratios in (0, 1], one variable a root; tables `ratings` (ratio, probit, fit, grade, rank), `grades` (cuts), `regression`
 */
export function rankSumRatio(data: Panel, weights: Weights, tree: Tree, options: Partial<RankSumRatioOptions> = {}): Result<Panel> {
  const chosen = settle(rankSumRatioCard, options);
  const lines: (Record<string, Cell> & Line)[] = [];
  const ratings = rateRoots(data, weights, tree, chosen.scope, Object.keys(names), (block, root) => {
    const { measures, line } = ratios(block, chosen);
    lines.push({ root: root.id, period: block.period, ...line });
    return measures;
  });
  const short = lines.filter((line) => line.b === null);
  const borders = [Number.NEGATIVE_INFINITY, ...cuts[chosen.grades], Number.POSITIVE_INFINITY];
  const ends = borders.slice(1).map((to, k) => ({ from: borders[k], to }));
  const system = { root: { en: "system", zh: "系统" }, period: { en: "period (empty: all)", zh: "时期（空为全部）" } };
  return result(rankSumRatioCard, {
    options: chosen,
    value: ratingsPanel(data, ratings, "rsr", names.rsr, 1),
    tables: [
      ratingsTable(data, ratings, names, 1, rankSumRatioCard.names),
      rowsTable(
        "grades",
        { en: "Grades", zh: "分档界限" },
        lines.flatMap(({ root, period, a, b }) =>
          ends.map(({ from, to }, k) => ({
            root,
            period,
            grade: k + 1,
            probit_from: Number.isFinite(from) ? from : null,
            probit_to: Number.isFinite(to) ? to : null,
            ratio_from: a === null || b === null || !Number.isFinite(from) ? null : a + b * from,
            ratio_to: a === null || b === null || !Number.isFinite(to) ? null : a + b * to,
          })),
        ),
        {
          ...system,
          grade: names.grade,
          probit_from: { en: "probit from", zh: "概率单位下限" },
          probit_to: { en: "probit below", zh: "概率单位上限" },
          ratio_from: { en: "fitted ratio from", zh: "秩和比拟合值下限" },
          ratio_to: { en: "fitted ratio below", zh: "秩和比拟合值上限" },
        },
      ),
      rowsTable("regression", { en: "Ratio on probit", zh: "秩和比对概率单位的回归" }, lines, {
        ...system,
        a: { en: "intercept", zh: "截距" },
        b: { en: "slope", zh: "斜率" },
        r2: { en: "R²", zh: "R²" },
        values: { en: "distinct ratios", zh: "不同的秩和比个数" },
      }),
    ],
    trace: { regressions: lines.map(({ root, period, a, b, r2 }) => ({ of: root, period, a, b, r2 })) },
    warnings: [
      ...ratings.warnings,
      ...(short.length
        ? [
            {
              code: "no-grades",
              text: {
                en: `${short.length} regressions have fewer than three distinct ratios: no grades there`,
                zh: `${short.length} 处不同的秩和比少于三个：未作分档`,
              },
            },
          ]
        : []),
    ],
  });
}

function ratios(block: Block, { ranks, grades }: RankSumRatioOptions): { measures: Measures; line: Line } {
  const n = block.rows.length;
  const rsr = new Float64Array(n);
  block.columns.forEach((x, j) => {
    const y = block.signs[j] > 0 ? x : x.map((one) => -one);
    const place = ranks === "whole" ? places(y) : linear(y);
    for (let i = 0; i < n; i++) rsr[i] += (block.shares[j] * place[i]) / n;
  });
  const equal = rsr.map((one) => Math.round(one * 1e12) / 1e12);
  const shares = places(equal).map((place) => place / n);
  const [, top] = extremes(shares);
  const probit = shares.map((p) => 5 + normal.quantile(p === top ? 1 - 1 / (4 * n) : p));
  const line = regress(equal, rsr, probit);
  const { a, b } = line;
  const none = new Float64Array(n).fill(Number.NaN);
  const fitted = a === null || b === null ? none : probit.map((one) => a + b * one);
  const grade = b === null ? none : probit.map((one) => 1 + cuts[grades].filter((cut) => one >= cut).length);
  return { measures: { rsr, probit, fitted, grade }, line };
}

/** Places from the smallest, 1 to n; equal values share the mean of theirs. */
function places(y: Float64Array): Float64Array {
  const sorted = y.slice().sort();
  const mean = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    mean.set(sorted[from], (from + 1 + to) / 2);
    from = to;
  }
  return y.map((one) => mean.get(one) as number);
}

function linear(y: Float64Array): Float64Array {
  const [low, high] = extremes(y);
  return y.map((one) => (high > low ? 1 + ((y.length - 1) * (one - low)) / (high - low) : (y.length + 1) / 2));
}

/** Least squares over the distinct ratios, each once. */
function regress(key: Float64Array, rsr: Float64Array, probit: Float64Array): Line {
  const first = [...new Map(Array.from(key, (one, i) => [one, i])).values()];
  const values = first.length;
  if (values < 3) return { a: null, b: null, r2: null, values };
  const [x, y] = [first.map((i) => probit[i]), first.map((i) => rsr[i])];
  const [mx, my] = [mean(x), mean(y)];
  const about = (u: readonly number[], mu: number, v: readonly number[], mv: number) =>
    u.reduce((total, one, i) => total + (one - mu) * (v[i] - mv), 0);
  const [sxx, sxy, syy] = [about(x, mx, x, mx), about(x, mx, y, my), about(y, my, y, my)];
  const b = sxy / sxx;
  return { a: my - b * mx, b, r2: (b * sxy) / syy, values };
}
