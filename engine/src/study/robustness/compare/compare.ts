/**
 * Agreement of columns, the first with each other one: Spearman's ρ and Kendall's τ-b (1945, doi:10.1093/biomet/33.3.239) within each
 * period, mean absolute difference of rank, and the largest disagreements.
 * Fails never; where fewer than two units have both values there is no correlation (null).
 */
import { mean } from "../../../ground/sums/index.js";
import { correlation } from "../../../measure/moments.js";
import { kendall, meanAbsoluteChange, ranksWithin } from "../../../measure/uncertainty/index.js";
import { type Cell, finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { type CompareOptions, compareCard } from "./compare.method.js";

export interface Agreement {
  readonly one: string;
  readonly other: string;
  readonly period: number;
  /** units with both values */
  readonly n: number;
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** mean absolute difference of rank among the units with both */
  readonly difference: number | null;
}

/**
 * @param columns the first is compared with each other one; larger is better in all
 * @param options largest
 * @returns value: one entry per other column and period; table `disagreements`: the region-years that differ most in rank
 */
export function compare(columns: Panel, options: Partial<CompareOptions> = {}): Result<readonly Agreement[]> {
  const chosen = settle(compareCard, options);
  const { periods, units, variables } = columns;
  const width = units.length;
  const agreements: Agreement[] = [];
  const disagreements: Record<string, Cell>[] = [];
  for (let v = 1; v < variables.length; v++) {
    const [a, b] = together(series(columns, 0), series(columns, v));
    const [ranksA, ranksB] = [ranksWithin(a, periods.length), ranksWithin(b, periods.length)];
    const pair = { one: variables[0].id, other: variables[v].id };
    periods.forEach((period, t) => {
      const block = [t * width, (t + 1) * width] as const;
      const [x, y] = [a.subarray(...block), b.subarray(...block)];
      agreements.push({
        ...pair,
        period,
        n: x.reduce((count, one) => count + (one === one ? 1 : 0), 0),
        spearman: finite(correlation(x, y, "spearman")),
        kendall: finite(kendall(x, y)),
        difference: finite(meanAbsoluteChange(ranksA, ranksB, ...block)),
      });
    });
    const cells = Array.from(ranksA.keys()).filter((c) => ranksA[c] === ranksA[c] && ranksA[c] !== ranksB[c]);
    cells.sort((c, d) => Math.abs(ranksB[d] - ranksA[d]) - Math.abs(ranksB[c] - ranksA[c]) || c - d);
    for (const c of cells.slice(0, chosen.largest)) {
      const rank = { rank: ranksA[c], other_rank: ranksB[c], difference: ranksB[c] - ranksA[c] };
      disagreements.push({ ...pair, unit: units[c % width].code, period: periods[Math.floor(c / width)], ...rank });
    }
  }
  const few = agreements.filter((one) => one.spearman === null).length;
  return result(compareCard, {
    options: chosen,
    value: agreements,
    tables: [
      rowsTable(
        "agreement",
        { en: "Agreement by period", zh: "逐期一致程度" },
        agreements.map((one) => ({ ...one })),
        {
          one: { en: "one", zh: "指数" },
          other: { en: "other", zh: "对照" },
          period: { en: "period", zh: "时期" },
          n: { en: "units with both", zh: "两者均有值的单位数" },
          spearman: { en: "Spearman's ρ", zh: "斯皮尔曼 ρ" },
          kendall: { en: "Kendall's τ-b", zh: "肯德尔 τ-b" },
          difference: { en: "mean absolute difference of rank", zh: "名次平均绝对差" },
        },
      ),
      rowsTable("disagreements", { en: "Largest disagreements", zh: "最大分歧" }, disagreements, {
        one: { en: "one", zh: "指数" },
        other: { en: "other", zh: "对照" },
        unit: { en: "unit", zh: "单位" },
        period: { en: "period", zh: "时期" },
        rank: { en: "rank", zh: "名次" },
        other_rank: { en: "rank in the other", zh: "对照中的名次" },
        difference: { en: "places lower in the other", zh: "在对照中低几位" },
      }),
    ],
    trace: { meanSpearman: averages(agreements, "spearman"), meanKendall: averages(agreements, "kendall") },
    warnings: few
      ? [
          {
            code: "no-correlation",
            text: {
              en: `in ${few} periods too few units have both values, or one column does not vary`,
              zh: `${few} 个时期因两者均有值的单位过少，或某列没有变化，无法计算相关`,
            },
          },
        ]
      : [],
  });
}

/** Both columns with a missing cell wherever either has one. */
function together(a: Float64Array, b: Float64Array): [Float64Array, Float64Array] {
  const both = (_: number, c: number): boolean => a[c] === a[c] && b[c] === b[c];
  return [a.map((x, c) => (both(x, c) ? x : Number.NaN)), b.map((x, c) => (both(x, c) ? x : Number.NaN))];
}

/** Mean over the periods that have one, by the other column. */
function averages(agreements: readonly Agreement[], key: "spearman" | "kendall"): Record<string, number | null> {
  const others = [...new Set(agreements.map((one) => one.other))];
  return Object.fromEntries(
    others.map((other) => [
      other,
      finite(mean(agreements.flatMap((one) => (one.other === other && one[key] !== null ? [one[key] as number] : [])))),
    ]),
  );
}
