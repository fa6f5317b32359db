import { describe, expect, it } from "vitest";
import { treeOf } from "../../../proof/small-tables.js";
import { childrenOf, depthOf, flatTree, nodeOf, nodesAt, pathOf, tree, weightedLeaves } from "./tree.js";

const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map((node) => node.id);
const shape = { empowerment: { E1: ["a", "b"], E2: ["c"] }, equity: { Q1: ["d"] } };
const small = treeOf(shape, { direction: { d: -1 } });

describe("an indicator tree", () => {
  it("is walked from the top down and from a leaf up", () => {
    expect(ids(childrenOf(small, null))).toEqual(["empowerment", "equity"]);
    expect(ids(childrenOf(small, "empowerment"))).toEqual(["E1", "E2"]);
    expect(ids(childrenOf(small, "E1"))).toEqual(["a", "b"]);
    expect(ids(pathOf(small, "c"))).toEqual(["empowerment", "E2", "c"]);
    expect([depthOf(small, "equity"), depthOf(small, "Q1"), depthOf(small, "d")]).toEqual([0, 1, 2]);
    expect([nodeOf(small, "E2")?.parent, nodeOf(small, "d")?.parent, nodeOf(small, "z")]).toEqual(["empowerment", "Q1", undefined]);
    expect([ids(nodesAt(small, 0)), ids(nodesAt(small, 1))]).toEqual([
      ["empowerment", "equity"],
      ["E1", "E2", "Q1"],
    ]);
  });

  it("aggregates the leaves whose own weight and every weight above are more than 0", () => {
    expect(ids(weightedLeaves(small, null))).toEqual(["a", "b", "c", "d"]);
    expect(ids(weightedLeaves(small, "empowerment"))).toEqual(["a", "b", "c"]);
    const shown = treeOf(shape, { weight: { a: 0, E2: 0 } });
    expect(ids(weightedLeaves(shown, null))).toEqual(["b", "d"]);
    expect(ids(weightedLeaves(shown, "E2"))).toEqual([]);
  });

  it("may be four levels deep, or two", () => {
    const name = (id: string) => ({ id, names: { en: id, zh: id } });
    const node = (id: string, parent: string | null) => ({ ...name(id), parent, weight: 1 });
    const leaf = { ...node("x", "c"), parent: "c", unit: { en: "", zh: "" }, direction: 1 as const };
    const deep = tree(["one", "two", "three", "four"].map(name), [node("a", null), node("b", "a"), node("c", "b")], [leaf]);
    expect(ids(pathOf(deep, "x"))).toEqual(["a", "b", "c", "x"]);
    const flat = flatTree(
      name("index"),
      [
        { ...name("x"), unit: { en: "%", zh: "%" } },
        { ...name("y"), unit: { en: "", zh: "" } },
      ],
      ["y"],
    );
    expect(flat.levels.map((level) => level.id)).toEqual(["index", "indicator"]);
    expect(flat.leaves.map(({ id, parent, direction, weight }) => [id, parent, direction, weight])).toEqual([
      ["x", "index", 1, 1],
      ["y", "index", -1, 1],
    ]);
  });

  it("cannot be rewritten", () => {
    for (const one of [small, small.levels, small.nodes, small.leaves]) expect(Object.isFrozen(one)).toBe(true);
  });

  it.each([
    ["an id twice among the nodes", () => tree(small.levels, [...small.nodes, small.nodes[0]], small.leaves), "empowerment", "twice"],
    ["an id twice among the leaves", () => tree(small.levels, small.nodes, [...small.leaves, small.leaves[0]]), "a", "twice"],
    ["a child before its parent", () => tree(small.levels, [...small.nodes].reverse(), small.leaves), "Q1", "unknown or comes later"],
    ["an unknown parent", () => tree(small.levels, small.nodes, [{ ...small.leaves[0], parent: "E9" }]), "a", "not a mechanism"],
    ["a leaf too high", () => tree(small.levels, small.nodes, [{ ...small.leaves[0], parent: "equity" }]), "a", "not a mechanism"],
  ])("is refused with %s", (_, make, path, found) => {
    expect(make).toThrow(
      expect.objectContaining({
        code: "broken-tree",
        place: { path },
        found: expect.objectContaining({ en: expect.stringContaining(found) }),
      }),
    );
  });
});
