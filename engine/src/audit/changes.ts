import { median, present, spreadOf } from "./robust.js";

/** Below this many units the others say nothing: a unit is compared with its own history. */
export const fewUnits = 4;

/**
 * How a column moves from one period to the next. Step s leads from period s to s + 1; cell (s, i) is at s * units + i.
 * Changes are differences of logarithms; a unit with a value ≤ 0 uses plain differences over the median of its |values|.
 */
export interface Changes {
  /** Δ: change of every unit; NaN unless both values are there */
  readonly delta: Float64Array;
  /** M: median change of the units in a step; NaN when fewer than half of the units, or fewer than four, have both values */
  readonly common: Float64Array;
  /** E = Δ − M; with few units, Δ less the unit's own median change */
  readonly excess: Float64Array;
  /** 1.4826 · median |E| over the whole column (0 with few units: there is no column to speak of), and in each step */
  readonly noise: number;
  readonly spread: Float64Array;
  /** whether a unit's changes are logarithmic */
  readonly logarithmic: Uint8Array;
}

export function changes(cells: Float64Array, logs: Float64Array, periods: number, units: number): Changes {
  const steps = Math.max(periods - 1, 0);
  const { scaled, logarithmic } = comparable(cells, logs, periods, units);
  const delta = new Float64Array(steps * units);
  for (let k = 0; k < delta.length; k++) delta[k] = scaled[k + units] - scaled[k];
  const excess = new Float64Array(delta.length).fill(Number.NaN);
  const common = new Float64Array(steps).fill(Number.NaN);
  const spread = new Float64Array(steps).fill(Number.NaN);
  if (units < fewUnits) {
    for (let i = 0; i < units; i++) {
      const own = Array.from({ length: steps }, (_, s) => delta[s * units + i]);
      const usual = median(own);
      own.forEach((change, s) => {
        excess[s * units + i] = change - usual;
      });
    }
  } else {
    for (let s = 0; s < steps; s++) {
      const row = delta.subarray(s * units, (s + 1) * units);
      if (present(row).length < Math.max(units / 2, fewUnits)) continue;
      const middle = median(row);
      common[s] = middle;
      for (let i = 0; i < units; i++) excess[s * units + i] = row[i] - middle;
      spread[s] = spreadOf(excess.subarray(s * units, (s + 1) * units));
    }
  }
  return { delta, common, excess, noise: units < fewUnits ? 0 : spreadOf(excess), spread, logarithmic };
}

function comparable(
  cells: Float64Array,
  logs: Float64Array,
  periods: number,
  units: number,
): { scaled: Float64Array; logarithmic: Uint8Array } {
  const logarithmic = new Uint8Array(units).fill(1);
  for (let t = 0, k = 0; t < periods; t++) for (let i = 0; i < units; i++, k++) if (cells[k] <= 0) logarithmic[i] = 0;
  if (!logarithmic.includes(0)) return { scaled: logs, logarithmic };
  const scaled = logs.slice();
  for (let i = 0; i < units; i++) {
    if (logarithmic[i]) continue;
    const size = median(Array.from({ length: periods }, (_, t) => Math.abs(cells[t * units + i])));
    for (let t = 0; t < periods; t++) scaled[t * units + i] = size > 0 ? cells[t * units + i] / size : Number.NaN;
  }
  return { scaled, logarithmic };
}
