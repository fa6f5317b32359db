/**
 * Progressivity of a tax or a transfer: Kakwani K = C_T − G_X (transfer: G_X − C_B); Reynolds–Smolensky RS = G_X − C_N;
 * C along the ranks before, N = net of the tax or with the transfer. Redistribution G_X − G_N = RS − re-ranking (Atkinson–Plotnick G_N − C_N).
 * Sources: Kakwani (1977), doi:10.2307/2231833; Reynolds & Smolensky (1977).
 * Fails when a value before is negative, or when nothing is left after; K is null with a warning when the tax sums to 0.
 */
import { Fault } from "../../../ground/fault/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { shareFault, weightedMean } from "../../rows.js";
import { concentration, type Ranked, ranked } from "../ranked.js";
import { type KakwaniOptions, kakwaniCard } from "./kakwani.method.js";

type Options = Partial<KakwaniOptions> & { weights?: ArrayLike<number> };

export interface Progressivity {
  /** above 0: progressive (a tax on the rich, a transfer to the poor) */
  readonly kakwani: number | null;
  /** vertical effect: fall of the Gini had nobody changed place; RS = t K/(1 − t) for a tax, t K/(1 + t) for a transfer */
  readonly reynoldsSmolensky: number;
  /** what of the vertical effect is lost by changes of place, at least 0 */
  readonly reranking: number;
  /** Gini before less Gini after */
  readonly redistribution: number;
}

/**
 * @param values one number a row before the tax or transfer, at least 0; it ranks the rows, tied rows share their mean rank
 * @param amounts the tax paid or the transfer received, in the same unit; rows with either missing are left out and counted
 * @param options kind: tax or transfer; weights: one non-negative number a row
 * @returns value: Kakwani, Reynolds–Smolensky, re-ranking, redistribution; table `kakwani` with the rate, both Ginis and concentrations
 */
export function kakwani(
  values: ArrayLike<number>,
  amounts: ArrayLike<number>,
  { weights, ...options }: Options = {},
): Result<Progressivity> {
  const chosen = settle(kakwaniCard, options);
  const tax = chosen.kind === "tax";
  const before = ranked(amounts, values, weights);
  if (before.by[0] < 0) throw shareFault(before.by[0]);
  const mean = weightedMean(before.by, before.p);
  if (!(mean > 0)) throw shareFault(mean);
  const net = Float64Array.from(before.by, (x, i) => (tax ? x - before.h[i] : x + before.h[i]));
  const netMean = weightedMean(net, before.p);
  if (!(netMean > 0)) throw nothingLeft(netMean);

  const giniBefore = concentration(before.by, before);
  const giniAfter = ginisOf(net, before);
  const netConcentration = concentration(net, before);
  const amountMean = weightedMean(before.h, before.p);
  const amountConcentration = amountMean === 0 ? null : finite(concentration(before.h, before));
  const value: Progressivity = {
    kakwani: amountConcentration === null ? null : tax ? amountConcentration - giniBefore : giniBefore - amountConcentration,
    reynoldsSmolensky: giniBefore - netConcentration,
    reranking: Math.max(0, giniAfter - netConcentration),
    redistribution: giniBefore - giniAfter,
  };
  const negative = net.reduce((count, one) => count + (one < 0 ? 1 : 0), 0);
  return result(kakwaniCard, {
    options: chosen,
    value,
    variant: `${kakwaniCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable(
        "kakwani",
        kakwaniCard.names,
        [
          {
            kakwani: value.kakwani,
            reynolds_smolensky: value.reynoldsSmolensky,
            reranking: value.reranking,
            redistribution: value.redistribution,
            rate: amountMean / mean,
            gini_before: giniBefore,
            gini_after: giniAfter,
            concentration: amountConcentration,
            concentration_after: netConcentration,
            n: before.n,
            mean,
          },
        ],
        columns,
      ),
    ],
    trace: { rows: before.n, dropped: before.dropped, weight: before.total, mean, negativeAfter: negative },
    warnings: warningsOf(value, negative),
  });
}

const ginisOf = (net: Float64Array, { p }: Ranked): number => {
  const after = ranked(net, net, p);
  return concentration(after.h, after);
};

function warningsOf({ kakwani }: Progressivity, negative: number): Warning[] {
  const none: Warning = {
    code: "no-amount",
    text: { en: "the amounts sum to 0: no Kakwani index", zh: "金额合计为 0，无法计算 Kakwani 指数" },
  };
  const below: Warning = {
    code: "negative-after",
    text: {
      en: `${negative} rows are below 0 afterwards; the Gini after may exceed 1`,
      zh: `${negative} 行此后为负值，其后基尼系数可能大于 1`,
    },
  };
  return [...(kakwani === null ? [none] : []), ...(negative > 0 ? [below] : [])];
}

const columns = {
  kakwani: kakwaniCard.names,
  reynolds_smolensky: { en: "Reynolds–Smolensky (vertical effect)", zh: "Reynolds–Smolensky 指数（垂直效应）" },
  reranking: { en: "re-ranking (Atkinson–Plotnick)", zh: "再排序效应（Atkinson–Plotnick）" },
  redistribution: { en: "redistribution, Gini before less after", zh: "再分配效应（前后基尼系数之差）" },
  rate: { en: "average rate", zh: "平均税率（补贴率）" },
  gini_before: { en: "Gini before", zh: "此前基尼系数" },
  gini_after: { en: "Gini after", zh: "此后基尼系数" },
  concentration: { en: "concentration of the amounts", zh: "金额集中系数" },
  concentration_after: { en: "concentration after, along the ranks before", zh: "此后集中系数（按此前排序）" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean before", zh: "此前均值" },
};

const nothingLeft = (found: number): Fault =>
  new Fault({
    code: "nothing-left",
    found: { en: `the mean afterwards is ${found}`, zh: `此后均值为 ${found}` },
    expected: { en: "expected a positive mean after the tax or transfer", zh: "税收或转移之后的均值应为正" },
    next: { en: "check the unit and the sign of the amounts: a tax paid is positive", zh: "请检查金额的单位与正负：缴纳的税为正数" },
  });
