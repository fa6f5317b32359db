import type { Ran } from "../../worker/ran.js";
import { medianOf, type Value } from "./standing.js";

/** Whom a unit is set beside. */
export type PeerChoice =
  | { readonly kind: "neighbours" }
  | { readonly kind: "grouping"; readonly id: string }
  | { readonly kind: "nearest" }
  | { readonly kind: "all" }
  | { readonly kind: "hand"; readonly codes: readonly string[] };

/** How many units next in the ranking are peers. */
const near = 6;

interface Known {
  readonly ran: Pick<Ran, "units" | "groupings">;
  readonly borders: readonly (readonly [string, string])[];
  /** positions of the units from the best to the worst */
  readonly order: readonly number[];
}

/** Positions of a unit's peers, never the unit itself. */
export function peersOf(choice: PeerChoice, unit: number, { ran, borders, order }: Known): number[] {
  const others = (keep: (i: number) => boolean): number[] => [...ran.units.keys()].filter((i) => i !== unit && keep(i));
  switch (choice.kind) {
    case "neighbours": {
      const own = ran.units[unit].code;
      const codes = new Set(borders.flatMap(([a, b]) => (a === own ? [b] : b === own ? [a] : [])));
      return others((i) => codes.has(ran.units[i].code));
    }
    case "grouping": {
      const of = ran.groupings.find((one) => one.id === choice.id)?.of ?? [];
      return others((i) => of[i] === of[unit]);
    }
    case "nearest": {
      const place = order.indexOf(unit);
      if (place < 0) return [];
      return order
        .map((i, k) => ({ i, far: Math.abs(k - place) }))
        .filter(({ far }) => far > 0)
        .sort((a, b) => a.far - b.far)
        .slice(0, near)
        .map(({ i }) => i)
        .sort((a, b) => a - b);
    }
    case "all":
      return others(() => true);
    case "hand":
      return others((i) => choice.codes.includes(ran.units[i].code));
  }
}

/** What the peers of a unit have in the middle, of each column. */
export const medians = (columns: readonly Float64Array[], peers: readonly number[]): Value[] =>
  columns.map((cells) => medianOf(peers.map((i) => (Number.isNaN(cells[i]) ? null : cells[i]))));

/** Positions of the largest and of the smallest distances: strengths above 0, weaknesses below. */
export function extremes(distances: readonly Value[], most = 3): { readonly strong: readonly number[]; readonly weak: readonly number[] } {
  const order = distances
    .flatMap((value, k) => (value === null || value === 0 ? [] : [{ value, k }]))
    .sort((a, b) => b.value - a.value || a.k - b.k);
  const strong = order.filter(({ value }) => value > 0).slice(0, most);
  const weak = order
    .filter(({ value }) => value < 0)
    .reverse()
    .slice(0, most);
  return { strong: strong.map(({ k }) => k), weak: weak.map(({ k }) => k) };
}
