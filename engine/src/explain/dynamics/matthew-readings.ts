import { quantile } from "../../ground/designs/index.js";
import { ln } from "../../ground/elementary/index.js";
import { type LineFit, lineFit } from "../../ground/line/index.js";
import { Stream } from "../../ground/random/index.js";
import { dot, mean, sum } from "../../ground/sums/index.js";
import { correlatePair, type PairCorrelation } from "../../measure/analyse/correlate-pair.js";
import { type TopPersistence, topPersistence } from "./class-persistence.js";
import { equalSpread, type SpreadTest } from "./equal-spread.js";
import { type LogT, logT, logTLimit } from "./log-t.js";
import { type ShareConcentration, shareConcentration } from "./share-concentration.js";

/** Positive values of the same units, one list a period. */
export interface Course {
  readonly years: readonly number[];
  readonly values: readonly Float64Array[];
}

export interface MatthewSettings {
  readonly confidence: number;
  readonly replicates: number;
  readonly seed: number;
  readonly classes: number;
  readonly top: number;
  readonly logt: "levels" | "logs" | "none";
}

/** +1 speaks for the Matthew effect, −1 against it, 0 does not decide; null where a reading cannot be taken. */
export type Sign = -1 | 0 | 1 | null;
export type Interval = readonly [low: number, high: number] | null;
export const readingIds = ["growth", "spread", "persistence", "concentration", "divergence"] as const;
export type ReadingId = (typeof readingIds)[number];

export interface Readings {
  readonly signs: Readonly<Record<ReadingId, Sign>>;
  /** yearly growth of the logarithm on its initial level, and on its final level (the reverse check) */
  readonly growth: LineFit | null;
  readonly reverse: LineFit | null;
  readonly growthInterval: Interval;
  readonly spread: SpreadTest | null;
  /** interval of ln(σ at last / σ at first) */
  readonly spreadInterval: Interval;
  readonly kendall: PairCorrelation;
  readonly spearman: PairCorrelation;
  readonly top: TopPersistence;
  readonly concentration: readonly ShareConcentration[];
  /** interval of the change of HHI from first to last */
  readonly concentrationInterval: Interval;
  readonly divergence: LogT | null;
  /** of the resamples of the units, the part in which growth on level, spread and concentration all point up; and all down */
  readonly allUp: number;
  readonly allDown: number;
  readonly resamples: number;
}

/** Take the five readings. `stream` tells one variable's resamples from another's. */
export function matthewReadings({ years, values }: Course, settings: MatthewSettings, stream: number): Readings {
  const [first, final] = [values[0], values[values.length - 1]];
  const span = years[years.length - 1] - years[0];
  const x = first.map(ln);
  const grown = final.map((one, i) => ln(one) - x[i]);
  // Growth that is the same for all but for rounding has no slope and changes no spread: what is left over is not data.
  const alike = sameButForRounding(grown, x);
  const last = alike ? first : final;
  const y = alike ? x : final.map(ln);
  const rise = (alike ? grown.fill(mean(grown)) : grown).map((one) => one / span);
  const alpha = 1 - settings.confidence;
  const topCount = Math.max(1, Math.round(settings.top * first.length));

  const growth = lineFit(x, rise);
  const reverse = lineFit(y, rise);
  const spread = equalSpread(x, y);
  const kendall = correlatePair(first, last, "kendall");
  const concentration = values.map((one) => shareConcentration(one, topCount));
  const [start, end] = [concentration[0], concentration[concentration.length - 1]];
  const divergence = settings.logt === "none" ? null : logT(settings.logt === "logs" ? values.map((one) => one.map(ln)) : values);
  const drawn = resamples(x, y, first, last, settings, stream);

  const signs: Record<ReadingId, Sign> = {
    growth: growthSign(growth, reverse, drawn.growth, alpha),
    spread: spread && drawn.spread ? agreed(spread.p < alpha ? Math.sign(spread.t) : 0, beyondZero(drawn.spread)) : null,
    persistence: kendall.r === null || kendall.p === null ? null : kendall.p < alpha ? (Math.sign(kendall.r) as Sign) : 0,
    concentration: drawn.concentration && agreed(beyondZero(drawn.concentration), Math.sign(end.rosenbluth - start.rosenbluth)),
    divergence: divergence && (divergence.t < logTLimit && divergence.rises ? 1 : divergence.t > -logTLimit ? -1 : 0),
  };
  return {
    signs,
    growth,
    reverse,
    growthInterval: drawn.growth,
    spread,
    spreadInterval: drawn.spread,
    kendall,
    spearman: correlatePair(first, last, "spearman"),
    top: topPersistence(values, settings.classes),
    concentration,
    concentrationInterval: drawn.concentration,
    divergence,
    allUp: drawn.allUp,
    allDown: drawn.allDown,
    resamples: drawn.count,
  };
}

/**
 * Growth that rises with the initial level speaks for itself: chance swings pull this slope down, never up. One that falls speaks against
 * only if it also falls with the final level; otherwise it may be regression to the mean.
 */
function growthSign(growth: LineFit | null, reverse: LineFit | null, interval: Interval, alpha: number): Sign {
  if (!growth || !reverse || !interval) return null;
  const sure = agreed(growth.p < alpha ? Math.sign(growth.slope) : 0, beyondZero(interval));
  if (sure !== -1) return sure;
  return reverse.slope < 0 && reverse.p < alpha ? -1 : 0;
}

const beyondZero = ([low, high]: readonly [number, number]): number => (low > 0 ? 1 : high < 0 ? -1 : 0);
const agreed = (a: number, b: number): Sign => (a === b ? (a as Sign) : 0);

/** Differences of logarithms are sure to a few units in the last place of the logarithms. */
function sameButForRounding(differences: Float64Array, logs: Float64Array): boolean {
  let [least, most, size] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1];
  for (let i = 0; i < differences.length; i++) {
    least = Math.min(least, differences[i]);
    most = Math.max(most, differences[i]);
    size = Math.max(size, Math.abs(logs[i]), Math.abs(logs[i] + differences[i]));
  }
  return most - least <= 16 * Number.EPSILON * size;
}

/** How small a sum of squares left by cancellation may be, against that of all units. */
const negligible = 1e-12;

/** Percentile intervals over resamples of whole units with replacement. */
function resamples(
  x: Float64Array,
  y: Float64Array,
  first: Float64Array,
  last: Float64Array,
  { replicates, seed, confidence }: MatthewSettings,
  stream: number,
) {
  const n = x.length;
  const [before, after] = [centred(x), centred(y)];
  const [start, end] = [shares(first), shares(last)];
  const least = [negligible * dot(before, before), negligible * dot(after, after)];
  const found = { growth: [] as number[], spread: [] as number[], concentration: [] as number[] };
  let [allUp, allDown] = [0, 0];
  for (let b = 0; b < replicates; b++) {
    const rows = new Stream(seed, stream, b).resample(n);
    let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
    let [sa, saa, sz, szz] = [0, 0, 0, 0];
    for (const i of rows) {
      sx += before[i];
      sy += after[i];
      sxx += before[i] * before[i];
      sxy += before[i] * after[i];
      syy += after[i] * after[i];
      sa += start[i];
      saa += start[i] * start[i];
      sz += end[i];
      szz += end[i] * end[i];
    }
    const [xx, xy, yy] = [sxx - (sx * sx) / n, sxy - (sx * sy) / n, syy - (sy * sy) / n];
    if (!(xx > least[0] && yy > least[1])) continue;
    const slope = xy / xx - 1;
    const wider = ln(yy / xx) / 2;
    const denser = szz / (sz * sz) - saa / (sa * sa);
    found.growth.push(slope);
    found.spread.push(wider);
    found.concentration.push(denser);
    if (slope > 0 && wider > 0 && denser > 0) allUp++;
    if (slope < 0 && wider < 0 && denser < 0) allDown++;
  }
  const count = found.growth.length;
  const interval = (values: number[]): Interval => {
    const sorted = Float64Array.from(values).sort();
    return count < 20 ? null : [quantile(sorted, (1 - confidence) / 2), quantile(sorted, (1 + confidence) / 2)];
  };
  return {
    growth: interval(found.growth),
    spread: interval(found.spread),
    concentration: interval(found.concentration),
    allUp: count > 0 ? allUp / count : 0,
    allDown: count > 0 ? allDown / count : 0,
    count,
  };
}

function centred(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map((one) => one - centre);
}

function shares(values: Float64Array): Float64Array {
  const total = sum(values);
  return values.map((one) => one / total);
}
