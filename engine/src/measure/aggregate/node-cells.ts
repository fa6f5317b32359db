import { Fault } from "../../ground/fault/index.js";
import type { Panel, TreeNode } from "../../table/index.js";

/** Mean of the first `n` values; their shares sum to 1. */
export type WeightedMean = (values: Float64Array, shares: Float64Array, n: number) => number;

/** Scores of all units of one period at once: parts by unit (NaN is missing), their shares, the positions of the units to score. */
export type Contest = (parts: readonly Float64Array[], shares: readonly number[], scored: readonly number[]) => Float64Array;

/** Below what values a mean is not defined. */
type Floor = "not-negative" | "positive";

/** How a node's score is made from its parts: unit by unit, or from all units of a period together. */
export type Rule = { readonly each: WeightedMean; readonly domain?: Floor } | { readonly among: Contest };

/** The cells a node is made from: nodes or indicators, as branches are of one depth, each a stretch of the same arrays. */
export interface Parts {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  /** where each begins */
  readonly starts: readonly number[];
}

/** Where the cells of a node are written: a stretch of larger arrays, from `start`. */
export interface NodeCells {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  readonly start: number;
  /** sum of the shares of the children there are, cell by cell */
  readonly present: Float64Array;
}

export interface Counts {
  rescaled: number;
  below: number;
}

/** The cells of one node, written into `room`; a cell with too few of its parts is missing, and every rescaling is counted. */
export function nodeCells(
  room: NodeCells,
  children: readonly TreeNode[],
  parts: Parts,
  shares: readonly Readonly<Record<string, number>>[],
  { periods, units }: Panel,
  available: number,
  rule: Rule,
  count: Counts,
): void {
  const width = units.length;
  const { values, flags, present, start } = room;
  const { values: cells, flags: marks } = parts;
  const each = "each" in rule ? rule.each : undefined;
  const floor = "each" in rule ? rule.domain : undefined;
  const y = new Float64Array(children.length);
  const w = new Float64Array(children.length);
  let acting: Acting | undefined;
  for (let t = 0; t < shares.length; t++) {
    if (!acting || shares[t] !== shares[t - 1]) acting = actingOf(children, parts.starts, shares[t]);
    const { starts, whole, total } = acting;
    const most = starts.length;
    const scored: number[] = [];
    for (let i = 0; i < width; i++) {
      const c = t * width + i;
      let n = 0;
      let bits = 0;
      for (let k = 0; k < most; k++) {
        const cell = starts[k] + c;
        const value = cells[cell];
        if (value !== value) continue;
        if (value <= 0 && floor && (value < 0 || floor === "positive")) {
          throw outsideDomain(acting.ids[k], units[i].code, periods[t], value, floor);
        }
        y[n++] = value;
        bits |= marks[cell];
      }
      present[start + c] = n === most ? total : sharesThere(acting, cells, c, w);
      if (n > 0 && n < most) count.rescaled++;
      if (n === 0 || n / most < available) {
        if (n > 0) count.below++;
        values[start + c] = Number.NaN;
        continue;
      }
      flags[start + c] = bits;
      if (each) values[start + c] = each(y, n === most ? whole : w, n);
      else scored.push(i);
    }
    if ("among" in rule) {
      const blocks = parts.starts.map((from) => cells.subarray(from + t * width, from + (t + 1) * width));
      const all = children.map((child) => shares[t][child.id]);
      values.set(rule.among(blocks, all, scored), start + t * width);
    }
  }
}

/** The children with weight in a period. */
interface Acting {
  readonly ids: readonly string[];
  readonly starts: readonly number[];
  readonly own: Float64Array;
  readonly total: number;
  /** their shares rescaled to sum to 1 */
  readonly whole: Float64Array;
}

function actingOf(children: readonly TreeNode[], starts: readonly number[], shares: Readonly<Record<string, number>>): Acting {
  const positions: number[] = [];
  for (let k = 0; k < children.length; k++) if (shares[children[k].id] > 0) positions.push(k);
  const own = new Float64Array(positions.length);
  const whole = new Float64Array(positions.length);
  let total = 0;
  for (let k = 0; k < own.length; k++) total += own[k] = shares[children[positions[k]].id];
  for (let k = 0; k < own.length; k++) whole[k] = own[k] / total;
  return { ids: positions.map((k) => children[k].id), starts: positions.map((k) => starts[k]), own, total, whole };
}

/** The shares of the parts a cell has, rescaled into `w`; returns what they sum to before. */
function sharesThere({ starts, own }: Acting, cells: Float64Array, c: number, w: Float64Array): number {
  let n = 0;
  let total = 0;
  for (let k = 0; k < own.length; k++) {
    const value = cells[starts[k] + c];
    if (value !== value) continue;
    w[n++] = own[k];
    total += own[k];
  }
  for (let k = 0; k < n; k++) w[k] /= total;
  return total;
}

function outsideDomain(id: string, unit: string, period: number, value: number, floor: Floor): Fault {
  const positive = floor === "positive";
  return new Fault({
    code: positive ? "not-positive" : "negative-value",
    place: { path: `${id}, unit ${unit}, period ${period}` },
    found: { en: `${id} is ${value}`, zh: `${id} 的值为 ${value}` },
    expected: positive
      ? { en: "expected values above 0: this mean is not defined below", zh: "此种平均要求各值大于 0" }
      : { en: "expected values of at least 0: this mean is not defined below", zh: "此种平均要求各值不小于 0" },
    next: { en: "normalise to [1, 100], or aggregate arithmetically", zh: "请先化到 [1, 100]，或改用算术合成" },
  });
}
