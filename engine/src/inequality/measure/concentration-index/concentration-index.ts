/**
 * Concentration index C = (2/μ) Σ p h R − 1: whether something lies with the rich (above 0) or the poor (below 0); R = fractional rank.
 * Sources: standard error by the convenient regression of 2σ²h/μ on R: Kakwani, Wagstaff & van Doorslaer (1997), doi:10.1016/S0304-4076(96)01807-6;
 * bounded variables: Wagstaff (2005), doi:10.1002/hec.953; Erreygers (2009), doi:10.1016/j.jhealeco.2008.02.003.
 * Fails when a value is negative or outside its bounds, and when nothing is shared.
 */
import { Fault } from "../../../ground/fault/index.js";
import { normal } from "../../../ground/special/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { shareFault, weightedMean } from "../../rows.js";
import { concentration, type Ranked, ranked } from "../ranked.js";
import { type ConcentrationIndexOptions, concentrationIndexCard } from "./concentration-index.method.js";

type Options = Partial<ConcentrationIndexOptions> & { weights?: ArrayLike<number> };
type Correction = "none" | "wagstaff" | "erreygers";

/**
 * @param values one number a row, at least 0: access, use, spending, illness …
 * @param rank the variable that ranks the rows, poorest first; tied rows share their mean rank; rows with either missing are left out
 * @param options correction, bounds min and max of the values, standard error; weights: one non-negative number a row
 * @returns value: the index under the correction; table `concentration-index` with its standard error and the other forms
 */
export function concentrationIndex(
  values: ArrayLike<number>,
  rank: ArrayLike<number>,
  { weights, ...options }: Options = {},
): Result<number | null> {
  const chosen = settle(concentrationIndexCard, options);
  const all = ranked(values, rank, weights);
  const mean = weightedMean(all.h, all.p);
  const [least, greatest] = [all.h.reduce((a, b) => Math.min(a, b)), all.h.reduce((a, b) => Math.max(a, b))];
  if (least < 0) throw shareFault(least);
  if (!(mean > 0)) throw shareFault(mean);
  const binary = all.h.every((one) => one === 0 || one === 1);
  const min = chosen.min ?? 0;
  const max = chosen.max ?? (binary ? 1 : undefined);
  if (least < min || (max !== undefined && greatest > max)) throw boundsFault(least < min ? least : greatest, min, max);

  const correction: Correction = chosen.correction === "auto" ? (max === undefined ? "none" : "erreygers") : chosen.correction;
  if (correction !== "none" && max === undefined) throw noBoundsFault(correction);
  const raw = concentration(all.h, all);
  const factor = {
    none: 1,
    wagstaff: max === undefined ? Number.NaN : (mean * (max - min)) / ((max - mean) * (mean - min)),
    erreygers: max === undefined ? Number.NaN : (4 * mean) / (max - min),
  };
  const value = finite(raw * factor[correction]);
  const se = finite(standardError(all, mean, raw, chosen.se) * Math.abs(factor[correction]));
  const z = se !== null && se > 0 && value !== null ? value / se : null;
  return result(concentrationIndexCard, {
    options: { ...chosen, correction },
    value,
    variant: `${correction === "none" ? "no correction" : `corrected after ${correction}`} · ties share their mean rank · standard error by ${
      chosen.se === "robust" ? "robust " : ""
    }convenient regression · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [
      rowsTable(
        "concentration-index",
        concentrationIndexCard.names,
        [
          {
            concentration_index: value,
            se,
            z,
            p: z === null ? null : 2 * normal.upper(Math.abs(z)),
            raw,
            wagstaff: finite(raw * factor.wagstaff),
            erreygers: finite(raw * factor.erreygers),
            n: all.n,
            mean,
          },
        ],
        columns,
      ),
    ],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean, min, max: max ?? null, binary },
    warnings: warningsOf(value, binary, correction),
  });
}

/** The slope of 2σ²h/μ on R is C; its standard error as ordinary (n − 2) or robust (HC1) least squares give it. NaN below three rows. */
function standardError({ h, p, rank, n }: Ranked, mean: number, slope: number, kind: "regression" | "robust"): number {
  if (n < 3) return Number.NaN;
  let variance = 0;
  for (let i = 0; i < n; i++) variance += p[i] * rank[i] * rank[i];
  let [plain, robust] = [0, 0];
  for (let i = 0; i < n; i++) {
    const rest = 2 * variance * (h[i] / mean - 1) - slope * rank[i];
    plain += p[i] * rest * rest;
    robust += p[i] * rank[i] * rest * (p[i] * rank[i] * rest);
  }
  return kind === "robust" ? Math.sqrt((robust * n) / (n - 2)) / variance : Math.sqrt(plain / ((n - 2) * variance));
}

function warningsOf(value: number | null, binary: boolean, correction: Correction): Warning[] {
  if (value === null) return [{ code: "at-bound", text: { en: "the mean is at a bound: no correction", zh: "均值等于边界值，无法校正" } }];
  if (!binary || correction !== "none") return [];
  return [
    {
      code: "bounded",
      text: {
        en: "values are 0 and 1: the range of the plain index shrinks as the mean grows; compare means only under a correction",
        zh: "数值仅为 0 与 1：未校正指数的取值范围随均值上升而缩小，均值不同者须校正后再比较",
      },
    },
  ];
}

const columns = {
  concentration_index: concentrationIndexCard.names,
  se: { en: "standard error", zh: "标准误" },
  z: { en: "z", zh: "z 值" },
  p: { en: "p, two-sided", zh: "双侧 p 值" },
  raw: { en: "without correction", zh: "未校正" },
  wagstaff: { en: "after Wagstaff", zh: "Wagstaff 校正" },
  erreygers: { en: "after Erreygers", zh: "Erreygers 校正" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const boundsFault = (found: number, min: number, max?: number): Fault =>
  new Fault({
    code: "out-of-bounds",
    found: { en: `a value of ${found}`, zh: `有值为 ${found}` },
    expected: { en: `expected values from ${min} to ${max ?? "any"}`, zh: `应在 ${min} 至 ${max ?? "任意"} 之间` },
    next: { en: "mend the values or the bounds min and max", zh: "请更正数值或边界 min、max" },
  });

const noBoundsFault = (correction: string): Fault =>
  new Fault({
    code: "no-bounds",
    place: { path: "max" },
    found: { en: `correction ${correction} without an upper bound`, zh: `选用 ${correction} 校正，但未给出上界` },
    expected: { en: "expected the least and the greatest value possible", zh: "应给出可能的最小值与最大值" },
    next: { en: "give max, e.g. 100 for a percentage", zh: "请给出 max，如百分比取 100" },
  });
