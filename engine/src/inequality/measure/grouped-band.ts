import { Fault } from "../../ground/fault/index.js";

interface Band {
  readonly band: "relative" | "absolute";
  readonly from?: number;
  readonly to?: number;
}

/** Borders of the middle band over the mean; undefined when an absolute band lacks one, or the median of a bad fit is not above 0. */
export function bandOverMean({ band, from, to }: Band, medianOverMean: number, mean: number): readonly [number, number] | undefined {
  if (band === "relative") {
    const [low, high] = ordered(from ?? 0.75, to ?? 2);
    return medianOverMean > 0 ? [low * medianOverMean, high * medianOverMean] : undefined;
  }
  if (from === undefined || to === undefined) return undefined;
  const [low, high] = ordered(from, to);
  return [low / mean, high / mean];
}

function ordered(from: number, to: number): readonly [number, number] {
  if (from <= to) return [from, to];
  throw new Fault({
    code: "bad-band",
    place: { path: "from" },
    found: { en: "the band ends below where it begins", zh: "区间上限低于下限" },
    expected: { en: "expected from not above to", zh: "from 不应大于 to" },
    next: { en: "write e.g. from: 0.75, to: 2", zh: "如 from: 0.75, to: 2" },
  });
}
