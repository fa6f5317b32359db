/**
 * Standard error and confidence interval of an inequality measure: linearised by its influence function, or by the bootstrap; strata and
 * sampling units as the survey drew them (with replacement of the units).
 * Sources: Deville (1999); Gini: Langel & Tillé (2013), doi:10.1111/j.1467-985X.2012.01048.x; bootstrap: Rao, Wu & Yue (1992).
 * Fails when a value is negative or nothing is shared, and for MLD, GE(α ≤ 0) and Atkinson ε ≥ 1 on a value of 0.
 */
import { quantile } from "../../../ground/designs/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { normal } from "../../../ground/special/index.js";
import { mean, sum } from "../../../ground/sums/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type Rows, rows, shareFault } from "../../rows.js";
import { type Design, design, hasSingle, standardError } from "../../survey-variance.js";
import { bootstrapWeights } from "../bootstrap-weights.js";
import { type Estimated, type Estimator, estimator } from "../estimator.js";
import { type InequalitySeOptions, inequalitySeCard } from "./inequality-se.method.js";

type Options = Partial<InequalitySeOptions> & {
  weights?: ArrayLike<number>;
  stratum?: readonly string[];
  psu?: readonly string[];
};

export interface EstimateWithError {
  readonly estimate: number;
  readonly se: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out, but their sampling units still count
 * @param options measure and its parameter, variance, level; weights: one non-negative number a row; stratum and psu: keys of each row
 * @returns value: estimate, standard error, ends of the interval; null with a warning where a stratum has one sampling unit
 */
export function inequalityStandardError(
  values: ArrayLike<number>,
  { weights, stratum, psu, ...options }: Options = {},
): Result<EstimateWithError> {
  const chosen = settle(inequalitySeCard, options);
  for (const keys of [stratum, psu]) if (keys && keys.length !== values.length) throw keysFault(keys.length, values.length);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const drawn = designOf(all, values.length, stratum, psu, chosen.singlePsu);
  const measured = estimator(all, estimated(chosen));
  const alone = hasSingle(drawn) || drawn.stratumOf.length < 2;
  const value =
    alone && chosen.singlePsu === "null"
      ? { estimate: measured.estimate, se: null, lower: null, upper: null }
      : chosen.variance === "linearised"
        ? linearised(measured, all, drawn, chosen.level)
        : resampled(measured, all, drawn, chosen);
  return result(inequalitySeCard, {
    options: chosen,
    value,
    variant: `${inequalitySeCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable(
        "inequality-se",
        inequalitySeCard.names,
        [
          {
            estimate: value.estimate,
            se: value.se,
            lower: value.lower,
            upper: value.upper,
            cv: value.se === null ? null : finite(value.se / value.estimate),
            n: all.n,
            psu: drawn.stratumOf.length,
            strata: drawn.strata,
          },
        ],
        columns,
      ),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, psu: drawn.stratumOf.length, strata: drawn.strata },
    warnings: alone ? [singleWarning] : [],
  });
}

function estimated({ measure, alpha, epsilon, border }: InequalitySeOptions): Estimated {
  switch (measure) {
    case "gini":
      return { measure };
    case "theil":
      return { measure: "entropy", alpha: 1 };
    case "mld":
      return { measure: "entropy", alpha: 0 };
    case "ge":
      return { measure: "entropy", alpha };
    case "atkinson":
      return { measure, epsilon };
    case "palma":
      return { measure: "shares", top: 0.1, bottom: 0.4, border };
    case "s80-s20":
      return { measure: "shares", top: 0.2, bottom: 0.2, border };
  }
}

/** Sampling unit of each sorted row; units whose rows are all left out have no row but still count. */
function designOf(all: Rows, length: number, stratum: Options["stratum"], psu: Options["psu"], single: Design["single"]): Design {
  if (!stratum && !psu) return { psu: Uint32Array.from(all.row, (_, i) => i), stratumOf: new Uint32Array(all.n), strata: 1, single };
  const places = Array.from({ length }, (_, i) => i);
  const whole = design(psu ?? places.map(String), stratum ?? places.map(() => ""), single);
  return { ...whole, psu: Uint32Array.from(all.row, (row) => whole.psu[row]) };
}

function linearised({ estimate, influence }: Estimator, { p }: Rows, drawn: Design, level: number): EstimateWithError {
  const se = standardError(
    influence.map((one, i) => p[i] * one),
    drawn,
  );
  const reach = se === null ? Number.NaN : se * normal.quantile(0.5 + level / 2);
  return { estimate, se, lower: finite(estimate - reach), upper: finite(estimate + reach) };
}

/** Percentile interval; replicates that cannot be computed (all weight on zeros) are left out. */
function resampled({ estimate, again }: Estimator, { p }: Rows, drawn: Design, options: InequalitySeOptions): EstimateWithError {
  const weightsOf = bootstrapWeights(p, drawn, options.seed);
  const found: number[] = [];
  for (let b = 0; b < options.replicates; b++) {
    const one = again(weightsOf(b));
    if (Number.isFinite(one)) found.push(one);
  }
  if (found.length < 2) return { estimate, se: null, lower: null, upper: null };
  const sorted = Float64Array.from(found).sort();
  const centre = mean(sorted);
  const variance = sum(sorted.map((one) => (one - centre) * (one - centre))) / (sorted.length - 1);
  const tail = 0.5 - options.level / 2;
  return { estimate, se: Math.sqrt(variance), lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail) };
}

const columns = {
  estimate: { en: "estimate", zh: "估计值" },
  se: { en: "standard error", zh: "标准误" },
  lower: { en: "lower end of the interval", zh: "区间下限" },
  upper: { en: "upper end of the interval", zh: "区间上限" },
  cv: { en: "standard error over estimate", zh: "变异系数（标准误与估计值之比）" },
  n: { en: "rows", zh: "行数" },
  psu: { en: "sampling units", zh: "抽样单元数" },
  strata: { en: "strata", zh: "抽样层数" },
};

const singleWarning: Warning = {
  code: "single-psu",
  text: {
    en: "a stratum has one sampling unit: its variance cannot be estimated (singlePsu says what is done)",
    zh: "有抽样层只有一个抽样单元，无法估计其方差（处理方式见 singlePsu）",
  },
};

const keysFault = (given: number, wanted: number): Fault =>
  new Fault({
    code: "bad-design",
    found: { en: `${given} keys of the sampling design`, zh: `抽样设计给出 ${given} 个键` },
    expected: { en: `expected ${wanted}, one a row`, zh: `应为 ${wanted} 个，每行一个` },
    next: { en: "give each row its stratum and its sampling unit", zh: "请为每行给出抽样层与抽样单元" },
  });
