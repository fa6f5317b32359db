import { quantile } from "../../ground/designs/index.js";
import { Fault } from "../../ground/fault/index.js";
import { groupsFault } from "../../inequality/groups.js";
import { type Panel, series } from "../../table/index.js";

/** With whom every unit is compared. */
export interface Peers {
  readonly kind: "none" | "group" | "nearest";
  /** positions of the peers of each unit in a period, itself included; null where it has none. Units of one group share one list. */
  readonly at: (t: number) => readonly (readonly number[] | null)[];
}

/** Peers from the group of each unit (a unit in no group has none), or the nearest in one column, period by period. */
export function peersOf(p: Panel, by: readonly string[] | undefined, near: Panel | undefined, neighbours: number): Peers {
  if (by && near) throw twoKinds();
  if (by) {
    if (by.length !== p.units.length) throw groupsFault(by.length, p.units.length, "unit");
    const groups = new Map<string, number[]>();
    by.forEach((key, i) => {
      const own = groups.get(key);
      if (own) own.push(i);
      else groups.set(key, [i]);
    });
    const members = by.map((key) => (key === "" ? null : (groups.get(key) ?? null)));
    return { kind: "group", at: () => members };
  }
  if (!near) return { kind: "none", at: () => p.units.map(() => null) };
  if (near.variables.length !== 1) throw oneColumn(near.variables.length);
  const cells = aligned(near, near.variables[0].id, p).values;
  const width = p.units.length;
  const known = p.periods.map((_, t) => nearest(cells.subarray(t * width, (t + 1) * width), neighbours));
  return { kind: "nearest", at: (t) => known[t] };
}

/** The k nearest values of each value, and all as near as the last of them; by one sort and a walk outwards. */
export function nearest(x: Float64Array, k: number): (readonly number[] | null)[] {
  const order = Array.from(x.keys()).filter((i) => x[i] === x[i]);
  order.sort((a, b) => x[a] - x[b] || a - b);
  const found: (readonly number[] | null)[] = Array.from(x, () => null);
  order.forEach((i, place) => {
    const own = [i];
    let [low, high, last] = [place - 1, place + 1, Number.POSITIVE_INFINITY];
    const away = (at: number): number => (at < 0 || at >= order.length ? Number.POSITIVE_INFINITY : Math.abs(x[order[at]] - x[i]));
    for (;;) {
      const distance = Math.min(away(low), away(high));
      if (distance === Number.POSITIVE_INFINITY || (own.length > k && distance > last)) break;
      own.push(away(low) <= away(high) ? order[low--] : order[high++]);
      last = distance;
    }
    found[i] = own;
  });
  return found;
}

/** A column on the units and periods of another panel; missing where it has none. */
export function aligned(from: Panel, id: string, onto: Panel): { readonly values: Float64Array; readonly flags: Uint8Array } {
  const v = from.variables.findIndex((one) => one.id === id);
  const values = new Float64Array(onto.periods.length * onto.units.length).fill(Number.NaN);
  const flags = new Uint8Array(values.length);
  const unitAt = new Map(from.units.map(({ code }, i) => [code, i]));
  const cells = series(from, v);
  onto.periods.forEach((period, t) => {
    const s = from.periods.indexOf(period);
    onto.units.forEach(({ code }, i) => {
      const k = unitAt.get(code);
      if (s < 0 || k === undefined) return;
      values[t * onto.units.length + i] = cells[s * from.units.length + k];
      flags[t * onto.units.length + i] = from.flags[v * cells.length + s * from.units.length + k];
    });
  });
  return { values, flags };
}

/** The median of the peers' known values, for every unit of one period; null where a unit has no peers with values. */
export function peerMedians(values: (unit: number) => number, peers: readonly (readonly number[] | null)[]): (number | null)[] {
  const medians = new Map<readonly number[], number | null>();
  return peers.map((own) => {
    if (own === null) return null;
    let found = medians.get(own);
    if (found === undefined) {
      found = median(own.map(values));
      medians.set(own, found);
    }
    return found;
  });
}

/** Type 7; null without known values. */
export function median(values: readonly number[]): number | null {
  const known = values.filter((one) => one === one).sort((a, b) => a - b);
  return known.length ? quantile(known, 0.5) : null;
}

const twoKinds = (): Fault =>
  new Fault({
    code: "two-kinds-of-peers",
    place: { path: "by" },
    found: { en: "peers are given by a grouping and by a column", zh: "同时以分组和列给出了比较组" },
    expected: { en: "expected one of them", zh: "二者只应取其一" },
    next: { en: "remove by, or remove near", zh: "请删去 by 或 near" },
  });

const oneColumn = (count: number): Fault =>
  new Fault({
    code: "one-column",
    place: { path: "near" },
    found: { en: `${count} columns`, zh: `${count} 列` },
    expected: { en: "expected one column: nearness is taken in one measure", zh: "应为一列：远近只按一个量度量" },
    next: { en: "write e.g. near: [index.P1]", zh: "例如写 near: [index.P1]" },
  });
