import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../proof/small-tables.js";
import { isPanel } from "./panel.js";
import { type Index, isIndex, isWeights, type Weights } from "./weights.js";

const cells = panelOf({ a: [1, 2] });
const weights: Weights = { kind: "weights", within: "mechanism", share: { a: 1 }, effective: { a: 1 } };
const index: Index = { kind: "index", scores: cells, nodes: cells, normalised: cells, weights, tree: treeOf({ E: { E1: ["a"] } }) };

describe("what a step gives", () => {
  it("is told apart by its kind", () => {
    const values: readonly unknown[] = [cells, weights, index, null, undefined, 3, { periods: [], values: [] }];
    expect(values.filter(isPanel)).toEqual([cells]);
    expect(values.filter(isWeights)).toEqual([weights]);
    expect(values.filter(isIndex)).toEqual([index]);
  });
});
