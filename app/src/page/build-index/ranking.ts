import type { Ran } from "../../worker/ran.js";

/** One unit of a ranking; ties share the smallest place, units without a score have none. */
export interface Place {
  readonly unit: number;
  readonly rank: number | null;
  readonly score: number;
}

/** The units of one period by their score, the greatest first; those without one at the end. */
export function rankingOf({ units }: Pick<Ran, "units">, cells: Float64Array, t: number): readonly Place[] {
  const own = cells.subarray(t * units.length, (t + 1) * units.length);
  const order = Array.from(own.keys()).sort((a, b) => {
    const [x, y] = [own[a], own[b]];
    return x === x && y === y ? y - x || a - b : x === x ? -1 : y === y ? 1 : a - b;
  });
  const places: Place[] = [];
  for (const unit of order) {
    const score = own[unit];
    const last = places.at(-1);
    const rank = score !== score ? null : last?.score === score ? last.rank : places.length + 1;
    places.push({ unit, rank, score });
  }
  return places;
}

/** Ranks by position of the unit. */
export function ranksOf(places: readonly Place[]): (number | null)[] {
  const ranks: (number | null)[] = new Array(places.length).fill(null);
  for (const { unit, rank } of places) ranks[unit] = rank;
  return ranks;
}

/** Positions shown of a long ranking: those at both ends, and the chosen with its neighbours. */
export function shownOf(places: readonly Place[], chosen: number | null, most: number): readonly number[] {
  if (places.length <= most) return Array.from(places.keys());
  const ends = Math.floor((most - 5) / 2);
  const at = places.findIndex((one) => one.unit === chosen);
  return Array.from(places.keys()).filter((k) => k < ends || k >= places.length - ends || (at >= 0 && Math.abs(k - at) <= 2));
}
