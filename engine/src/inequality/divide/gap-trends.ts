import { lineFit } from "../../ground/line/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Gap } from "./gap-measures.js";

export interface GapTrend {
  readonly place: string;
  readonly indicator: string;
  readonly axis: string;
  /** periods with a gap */
  readonly n: number;
  readonly first: number;
  readonly last: number;
  readonly gap_first: number;
  readonly gap_last: number;
  readonly change: number;
  /** least-squares slope of the gap, points a period, and its p-value (from three periods on) */
  readonly slope: number;
  readonly slope_p: number | null;
  readonly ratio_first: number | null;
  readonly ratio_last: number | null;
  readonly verdict: GapVerdict;
  readonly verdict_en: string;
  readonly verdict_zh: string;
}

export type GapVerdict = "narrowing" | "widening" | "unchanged" | "points-only" | "ratio-only" | "turned";

const verdicts: Readonly<Record<GapVerdict, Text>> = {
  narrowing: { en: "narrowing", zh: "缩小" },
  widening: { en: "widening", zh: "扩大" },
  unchanged: { en: "no change beyond the margin", zh: "变动在误差范围之内" },
  "points-only": { en: "narrowing in points, not in ratio", zh: "百分点差距缩小，相对差距未缩小" },
  "ratio-only": { en: "narrowing in ratio, not in points", zh: "相对差距缩小，百分点差距未缩小" },
  turned: { en: "turned around: the other group is ahead now", zh: "已反转：领先的一方易位" },
};

/** How the gap moved in every place, indicator and axis with at least two periods; a change up to `margin` points is none. */
export function gapTrends(gaps: readonly Gap[], margin: number): GapTrend[] {
  const series = new Map<string, Gap[]>();
  for (const one of gaps) {
    if (one.gap === null) continue;
    const key = JSON.stringify([one.place, one.indicator, one.axis]);
    series.set(key, [...(series.get(key) ?? []), one]);
  }
  return [...series.values()].flatMap((own): GapTrend[] => {
    if (own.length < 2) return [];
    const [from, to] = [own[0], own[own.length - 1]];
    const [a, b] = [from.gap as number, to.gap as number];
    const verdict = verdictOf(a, b, relative(from), relative(to), margin);
    return [
      {
        place: from.place,
        indicator: from.indicator,
        axis: from.axis,
        n: own.length,
        first: from.period,
        last: to.period,
        gap_first: a,
        gap_last: b,
        change: b - a,
        ...slopeOf(
          own.map(({ period }) => period),
          own.map(({ gap }) => gap as number),
        ),
        ratio_first: from.ratio,
        ratio_last: to.ratio,
        verdict,
        verdict_en: verdicts[verdict].en,
        verdict_zh: verdicts[verdict].zh,
      },
    ];
  });
}

/** The lower of the two over the higher, whoever is ahead. */
const relative = ({ low_value, high_value }: Gap): number | null => {
  const [low, high] = [Math.min(low_value ?? 0, high_value ?? 0), Math.max(low_value ?? 0, high_value ?? 0)];
  return high > 0 ? low / high : null;
};

/** Differences of decimal fractions are off by so much at most. */
const rounding = 1e-9;

function verdictOf(from: number, to: number, ratioFrom: number | null, ratioTo: number | null, given: number): GapVerdict {
  const margin = given + rounding;
  if (from * to < 0 && Math.min(Math.abs(from), Math.abs(to)) > margin) return "turned";
  const change = Math.abs(to) - Math.abs(from);
  const closer = ratioFrom !== null && ratioTo !== null ? ratioTo - ratioFrom : 0;
  if (Math.abs(change) <= margin) return "unchanged";
  if (change < 0) return closer >= 0 ? "narrowing" : "points-only";
  return closer > 0 ? "ratio-only" : "widening";
}

function slopeOf(periods: readonly number[], gaps: readonly number[]): { slope: number; slope_p: number | null } {
  const fit = lineFit(periods, gaps);
  if (fit) return { slope: fit.slope, slope_p: fit.p };
  return { slope: (gaps[1] - gaps[0]) / (periods[1] - periods[0]), slope_p: null };
}
