import { Fault } from "../../ground/fault/index.js";
import type { Panel, TreeNode } from "../../table/index.js";

/** Mean of the first `n` values; their shares sum to 1. */
export type WeightedMean = (values: Float64Array, shares: Float64Array, n: number) => number;

/** Scores of all units of one period at once: parts by unit (NaN is missing), their shares, the positions of the units to score. */
export type Contest = (parts: readonly Float64Array[], shares: readonly number[], scored: readonly number[]) => Float64Array;

/** How a node's score is made from its parts: unit by unit, or from all units of a period together. */
export type Rule = { readonly each: WeightedMean; readonly domain?: "not-negative" | "positive" } | { readonly among: Contest };

interface Part {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
}

export interface NodeCells extends Part {
  /** sum of the shares of the children there are, cell by cell */
  readonly present: Float64Array;
}

export interface Counts {
  rescaled: number;
  below: number;
}

/** The cells of one node; a cell with too few of its parts is missing, and every rescaling is counted. */
export function nodeCells(
  children: readonly TreeNode[],
  parts: readonly Part[],
  shares: readonly Readonly<Record<string, number>>[],
  { periods, units }: Panel,
  available: number,
  rule: Rule,
  count: Counts,
): NodeCells {
  const width = units.length;
  const size = shares.length * width;
  const values = new Float64Array(size).fill(Number.NaN);
  const flags = new Uint8Array(size);
  const present = new Float64Array(size);
  const y = new Float64Array(children.length);
  const w = new Float64Array(children.length);
  const columns = parts.map((part) => part.values);
  const marks = parts.map((part) => part.flags);
  const refuses = "each" in rule && rule.domain ? refusal(rule.domain) : undefined;
  for (let t = 0; t < shares.length; t++) {
    const own = children.map((child) => shares[t][child.id]);
    const expected = own.filter((share) => share > 0).length;
    const scored: number[] = [];
    for (let i = 0; i < width; i++) {
      const c = t * width + i;
      let n = 0;
      let bits = 0;
      let there = 0;
      for (let k = 0; k < own.length; k++) {
        const value = columns[k][c];
        if (!(own[k] > 0) || value !== value) continue;
        if (refuses?.(value)) throw outsideDomain(children[k].id, units[i].code, periods[t], value, rule);
        y[n] = value;
        w[n++] = own[k];
        there += own[k];
        bits |= marks[k][c];
      }
      present[c] = there;
      if (n === 0) continue;
      if (n < expected) count.rescaled++;
      if (n / expected < available) {
        count.below++;
        continue;
      }
      flags[c] = bits;
      if ("each" in rule) {
        for (let k = 0; k < n; k++) w[k] /= there;
        values[c] = rule.each(y, w, n);
      } else scored.push(i);
    }
    if ("among" in rule) {
      const blocks = parts.map((part) => part.values.subarray(t * width, (t + 1) * width));
      values.set(rule.among(blocks, own, scored), t * width);
    }
  }
  return { values, flags, present };
}

const refusal = (domain: "not-negative" | "positive"): ((value: number) => boolean) =>
  domain === "positive" ? (value) => value <= 0 : (value) => value < 0;

function outsideDomain(id: string, unit: string, period: number, value: number, rule: Rule): Fault {
  const positive = "each" in rule && rule.domain === "positive";
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
