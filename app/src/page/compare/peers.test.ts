import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extremes, medians, type PeerChoice, peersOf } from "./peers.js";

const codes = ["a", "b", "c", "d", "e"];
const known = {
  ran: {
    units: codes.map((code) => ({ code, names: { en: code, zh: code }, short: code, tile: null })),
    groupings: [{ id: "g", names: { en: "g", zh: "g" }, of: ["x", "x", "y", "y", "y"] }],
  },
  borders: [
    ["a", "c"],
    ["b", "a"],
    ["d", "e"],
  ] as const,
  order: [4, 3, 2, 1, 0],
};

describe("peers", () => {
  it("are neighbours, members of the same group, those next in the ranking, all others, or those chosen by hand", () => {
    expect(peersOf({ kind: "neighbours" }, 0, known)).toEqual([1, 2]);
    expect(peersOf({ kind: "grouping", id: "g" }, 2, known)).toEqual([3, 4]);
    expect(peersOf({ kind: "nearest" }, 4, { ...known, order: [4, 3, 2] })).toEqual([2, 3]);
    expect(peersOf({ kind: "all" }, 1, known)).toEqual([0, 2, 3, 4]);
    expect(peersOf({ kind: "hand", codes: ["e", "b"] }, 1, known)).toEqual([4]);
  });

  it("never hold the unit itself", () => {
    const choices: PeerChoice[] = [
      { kind: "neighbours" },
      { kind: "grouping", id: "g" },
      { kind: "nearest" },
      { kind: "all" },
      { kind: "hand", codes },
    ];
    for (const choice of choices) for (const unit of codes.keys()) expect(peersOf(choice, unit, known)).not.toContain(unit);
  });

  it("have a median that missing cells do not move", () => {
    expect(medians([Float64Array.of(1, 2, Number.NaN, 4, 9)], [1, 2, 3])).toEqual([3]);
    expect(medians([Float64Array.of(1, Number.NaN)], [1])).toEqual([null]);
  });

  it("leave strengths above and weaknesses below, the largest distance first", () => {
    expect(extremes([0.1, -0.5, null, 0.4, 0, -0.2])).toEqual({ strong: [3, 0], weak: [1, 5] });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (all) => {
        const { strong, weak } = extremes(all);
        expect(strong.every((k) => all[k] > 0) && weak.every((k) => all[k] < 0)).toBe(true);
        expect(strong.length).toBe(Math.min(3, all.filter((one) => one > 0).length));
      }),
    );
  });
});
