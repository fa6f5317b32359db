/**
 * Shapley decomposition of a measure of inequality by source: what a source adds, averaged over all orders of the sources. A source
 * that is left out counts as its mean (everybody has the same of it) or as 0. Exact up to 12 sources, from seeded random orders above.
 * Sources: Shapley (1953), doi:10.1515/9781400881970-018; Shorrocks (2013), doi:10.1007/s10888-011-9214-z.
 * Fails when the measure is not defined for the income without some of its sources, such as a tax alone.
 */
import { Fault } from "../../../ground/fault/index.js";
import { finite, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { shareFault, weightedMean } from "../../rows.js";
import { measureOf } from "../measure-of.js";
import { type Measure, measureNames } from "../measures.js";
import { type CompleteParts, completeParts, type Parts } from "../parts.js";
import { sampledShapley, shapleyValues } from "../shapley-values.js";
import { type ShapleySourcesOptions, shapleySourcesCard } from "./shapley-sources.method.js";

type Options = Partial<ShapleySourcesOptions> & { weights?: ArrayLike<number> };
const mostExact = 12;

export interface ShapleySource {
  readonly source: string;
  readonly share: number;
  readonly contribution: number;
  readonly contributionShare: number | null;
  /** standard error of the sampling of orders; null when exact */
  readonly error: number | null;
  /** the measure with this source alone, and what it loses when only this source goes */
  readonly alone: number;
  readonly last: number;
}

/**
 * @param sources columns of the same rows, one a source, any unit; rows with one missing and rows of weight 0 are left out and counted
 * @param options measure, absent, orders, seed; weights: one non-negative number a row
 * @returns value: the measure of the sum and the part of every source; tables `shapley-sources` and `sources`
 */
export function shapleySources(
  sources: Parts,
  { weights, ...options }: Options = {},
): Result<{ readonly inequality: number; readonly sources: readonly ShapleySource[] }> {
  const chosen = settle(shapleySourcesCard, options);
  const complete = completeParts(sources, weights);
  const { names, parts, n, dropped, weight, p } = complete;
  const m = parts.length;
  const means = parts.map((part) => weightedMean(part, p));
  const mean = means.reduce((a, b) => a + b);
  if (!(mean > 0)) throw shareFault(mean);

  const worth = worthOf(complete, means, chosen);
  const all = Array.from({ length: m }, (_, k) => k);
  const inequality = worth(all);
  const exact = m <= mostExact;
  const { values, errors } = exact
    ? { values: shapleyValues(m, (coalition) => worth(all.filter((k) => coalition & (1 << k)))), errors: undefined }
    : sampledShapley(m, chosen.orders, chosen.seed, (order) =>
        Float64Array.from({ length: m + 1 }, (_, j) =>
          j === m ? inequality : worth(Array.from(order.subarray(0, j)).sort((a, b) => a - b)),
        ),
      );
  const found = names.map(
    (source, k): ShapleySource => ({
      source,
      share: means[k] / mean,
      contribution: values[k],
      contributionShare: finite(values[k] / inequality),
      error: errors ? errors[k] : null,
      alone: worth([k]),
      last: inequality - worth(all.filter((one) => one !== k)),
    }),
  );
  return result(shapleySourcesCard, {
    options: chosen,
    value: { inequality, sources: found },
    variant: `${shapleySourcesCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [
      rowsTable("shapley-sources", shapleySourcesCard.names, [{ inequality, sources: m, n, mean }], {
        inequality: measureNames[chosen.measure],
        ...totalColumns,
      }),
      rowsTable(
        "sources",
        { en: "Sources", zh: "各项来源" },
        found.map(({ contributionShare, ...one }) => ({ ...one, contribution_share: contributionShare })),
        sourceColumns,
      ),
    ],
    trace: { rows: n, dropped, weight, mean, exact, evaluations: exact ? 1 << m : undefined },
  });
}

/** The measure of the income that the sources named make, the others standing for their mean or for nothing. */
function worthOf({ parts, names, p }: CompleteParts, means: readonly number[], { measure, absent }: ShapleySourcesOptions) {
  const income = new Float64Array(p.length);
  return (present: readonly number[]): number => {
    if (present.length === 0) return 0;
    let constant = 0;
    if (absent === "mean") for (let k = 0; k < parts.length; k++) if (!present.includes(k)) constant += means[k];
    income.fill(constant);
    for (const k of present) for (let i = 0; i < income.length; i++) income[i] += parts[k][i];
    const value = measureOf(measure, income, p);
    if (!Number.isFinite(value))
      throw undefinedFault(
        measure,
        present.map((k) => names[k]),
        absent,
      );
    return value;
  };
}

const totalColumns = {
  sources: { en: "sources", zh: "来源数" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean of the total", zh: "总收入均值" },
};
const sourceColumns = {
  source: { en: "source", zh: "来源" },
  share: { en: "share of the income", zh: "收入份额" },
  contribution: { en: "Shapley value", zh: "夏普利值" },
  contribution_share: { en: "share of the whole", zh: "贡献率" },
  error: { en: "standard error of the sampling", zh: "抽样标准误" },
  alone: { en: "inequality with this source alone", zh: "仅此来源时的不平等" },
  last: { en: "lost when this source alone goes", zh: "仅去掉此来源时减少" },
};

const undefinedFault = (measure: Measure, present: readonly string[], absent: "mean" | "zero"): Fault =>
  new Fault({
    code: "undefined-measure",
    found: {
      en: `${measureNames[measure].en} is not defined with only ${present.join(", ")} present`,
      zh: `仅有 ${present.join("、")} 时${measureNames[measure].zh}无定义`,
    },
    expected: {
      en: "expected a positive mean and, except for gini and hoover, no negative values (for L none of 0)",
      zh: "均值应为正；除 gini 与 hoover 外各值不应为负（L 还不能为 0）",
    },
    next:
      absent === "zero"
        ? { en: "use absent: mean, or add taxes to the source they are taken from", zh: "请改用 absent: mean，或把税款并入其所出的来源" }
        : { en: "use measure: gini, or add taxes to the source they are taken from", zh: "请改用 measure: gini，或把税款并入其所出的来源" },
  });
