import { quantile } from "../../ground/designs/index.js";

/** Class of each value, 0 the lowest: cut at the quantiles (type 7) of the values themselves, a value on a cut below it. */
export function quantileClasses(values: Float64Array, count: number): Uint8Array {
  const sorted = values.slice().sort();
  const cuts = Array.from({ length: count - 1 }, (_, k) => quantile(sorted, (k + 1) / count));
  return Uint8Array.from(values, (one) => cuts.filter((cut) => one > cut).length);
}

export interface TopPersistence {
  /** of all unit-periods in the top class, the part that is there one period later too: the last entry on the Markov diagonal */
  readonly stays: number | null;
  readonly cases: number;
  /** of the units in the top class at first, the part that is there at last */
  readonly kept: number | null;
  readonly started: number;
}

/** @param periods values of the same units, one list a period; classes are made anew in each */
export function topPersistence(periods: readonly Float64Array[], count: number): TopPersistence {
  const inTop = periods.map((values) => Array.from(quantileClasses(values, count), (one) => one === count - 1));
  let [cases, stayed] = [0, 0];
  for (let t = 1; t < inTop.length; t++) {
    inTop[t - 1].forEach((top, i) => {
      if (top) cases++;
      if (top && inTop[t][i]) stayed++;
    });
  }
  const last = inTop[inTop.length - 1];
  const started = inTop[0].filter(Boolean).length;
  const kept = inTop[0].filter((top, i) => top && last[i]).length;
  return { stays: cases > 0 ? stayed / cases : null, cases, kept: started > 0 ? kept / started : null, started };
}
