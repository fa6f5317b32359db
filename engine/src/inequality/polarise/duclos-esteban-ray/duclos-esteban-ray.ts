/**
 * Duclos–Esteban–Ray polarisation P = μ^(α−1) Σ p f(y)^α A(y): identification f^α by a Gaussian kernel, alienation A(y) = Σⱼ pⱼ|y − yⱼ|.
 * It factors into mean alienation × mean identification × (1 + ρ), ρ their correlation as the paper normalises it.
 * Source: Duclos, Esteban & Ray (2004), doi:10.1111/j.1468-0262.2004.00552.x; bandwidths are its equations 25 and 26.
 * Fails when a value is negative or nothing is shared; null with a warning when the bandwidth is 0 although values differ.
 */
import { ln, pow } from "../../../ground/elementary/index.js";
import { dot } from "../../../ground/sums/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { gaussianDensity } from "../../gaussian-density.js";
import { lorenzCurve } from "../../lorenz-curve.js";
import { stepQuantile } from "../../quantiles.js";
import { type Rows, rows, shareFault, weightedMean } from "../../rows.js";
import { alienation } from "../alienation.js";
import { type DuclosEstebanRayOptions, duclosEstebanRayCard } from "./duclos-esteban-ray.method.js";

type Options = Partial<DuclosEstebanRayOptions> & { weights?: ArrayLike<number> };

/** Above this the paper's rule for skewed distributions is used. */
const skewed = 6;

/** Relative incomes y = x/μ in increasing order, with their moments. */
interface Relative {
  readonly y: Float64Array;
  readonly p: Float64Array;
  readonly sigma: number;
  readonly skewness: number;
}

/**
 * @param values one number a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options alpha in [0.25, 1], scale, bandwidth; weights: one non-negative number a row
 * @returns value: P, 0 and above; table `duclos-esteban-ray` with its factors and the bandwidth in the unit of the values
 */
export function duclosEstebanRay(values: ArrayLike<number>, { weights, ...options }: Options = {}): Result<number | null> {
  const chosen = settle(duclosEstebanRayCard, options);
  const all = rows(values, weights);
  if (!(all.mean > 0)) throw shareFault(all.mean);
  if (all.x[0] < 0) throw shareFault(all.x[0]);
  const of = relative(all);
  const rule = chosen.bandwidth === "auto" ? (of.skewness > skewed ? "skewed" : "normal") : chosen.bandwidth;
  const h = of.sigma === 0 ? 0 : rule === "normal" ? normalBandwidth(of, chosen.alpha) : skewedBandwidth(of, chosen.alpha);
  const { index, ...factors } = polarised(of, h, chosen);
  const cells = {
    der: index,
    ...factors,
    bandwidth: h > 0 ? h * all.mean : null,
    sigma: of.sigma * all.mean,
    skewness: finite(of.skewness),
    n: all.n,
    mean: all.mean,
  };
  return result(duclosEstebanRayCard, {
    options: chosen,
    value: index,
    variant: `${duclosEstebanRayCard.variant(chosen)} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: [rowsTable("duclos-esteban-ray", duclosEstebanRayCard.names, [cells], columns)],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, rule, bandwidth: cells.bandwidth },
    warnings: h > 0 ? [] : [of.sigma === 0 ? noSpread : noBandwidth],
  });
}

function relative({ x, p, mean }: Rows): Relative {
  const y = x.map((one) => one / mean);
  const off = x.map((one) => (one - mean) / mean);
  const square = off.map((one) => one * one);
  const sigma = x[0] === x[x.length - 1] ? 0 : Math.sqrt(dot(p, square));
  const third = dot(
    p,
    off.map((one, i) => (one * square[i]) / (sigma * sigma * sigma)),
  );
  return { y, p, sigma, skewness: third };
}

const normalBandwidth = ({ y, sigma }: Relative, alpha: number): number => (4.7 / Math.sqrt(y.length)) * sigma * pow(alpha, 0.1);

function skewedBandwidth({ y, p }: Relative, alpha: number): number {
  const curve = lorenzCurve({ x: y, p });
  const quartiles = stepQuantile(curve, 0.75) - stepQuantile(curve, 0.25);
  const spread = spreadOfLogs(y, p);
  return ((quartiles / Math.sqrt(y.length)) * (3.76 + 14.7 * spread)) / pow(1 + 1.09e-4 * spread, 7268 + 15323 * alpha);
}

/** Standard deviation of the logarithms, of the rows above 0. */
function spreadOfLogs(y: Float64Array, p: Float64Array): number {
  const first = y.findIndex((one) => one > 0);
  const shares = p.subarray(first);
  const whole = shares.reduce((a, b) => a + b, 0);
  const own = shares.map((one) => one / whole);
  const logs = y.subarray(first).map(ln);
  const middle = weightedMean(logs, own);
  return Math.sqrt(
    dot(
      own,
      logs.map((one) => (one - middle) * (one - middle)),
    ),
  );
}

function polarised({ y, p }: Relative, h: number, { alpha, scale }: DuclosEstebanRayOptions) {
  const away = alienation(y, p);
  const unit = scale === "half" ? 0.5 : 1;
  const meanAlienation = unit * dot(p, away);
  if (!(h > 0)) return { index: meanAlienation === 0 ? 0 : null, alienation: meanAlienation, identification: null, correlation: null };
  const identity = gaussianDensity(y, p, h, y).map((f) => pow(f, alpha));
  const meanIdentification = dot(p, identity);
  const index =
    unit *
    dot(
      p,
      identity.map((one, i) => one * away[i]),
    );
  return {
    index,
    alienation: meanAlienation,
    identification: meanIdentification,
    correlation: finite(index / (meanAlienation * meanIdentification) - 1),
  };
}

const columns = {
  der: duclosEstebanRayCard.names,
  alienation: { en: "mean alienation", zh: "平均疏离" },
  identification: { en: "mean identification", zh: "平均认同" },
  correlation: { en: "correlation of both, ρ", zh: "疏离与认同的相关 ρ" },
  bandwidth: { en: "bandwidth h", zh: "带宽 h" },
  sigma: { en: "standard deviation", zh: "标准差" },
  skewness: { en: "skewness", zh: "偏度" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const noSpread: Warning = {
  code: "no-spread",
  text: { en: "all values are equal: no alienation, and no density to estimate", zh: "各值相等：不存在疏离，也无从估计密度" },
};
const noBandwidth: Warning = {
  code: "zero-bandwidth",
  text: {
    en: "the quartiles are equal, so the bandwidth for skewed distributions is 0: use bandwidth normal",
    zh: "两个四分位数相等，偏态带宽为 0，请改用 bandwidth normal",
  },
};
