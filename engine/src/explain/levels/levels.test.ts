import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../ground/fault/index.js";
import { lagGrade, lagOf, levelAt, levelSets, levelsFrom, levelsOf, synchronousCuts } from "./index.js";

describe("sets of levels", () => {
  it("cover 0 to 1 without gaps, numbered from 1, named in both languages", () => {
    for (const { levels } of levelSets) {
      expect([levels[0].from, levels.at(-1)?.to]).toEqual([0, 1]);
      levels.forEach(({ level, from, to, names }, k) => {
        expect(level).toBe(k + 1);
        expect(to).toBeGreaterThan(from);
        if (k > 0) expect(from).toBe(levels[k - 1].to);
        expect(names.zh).toMatch(/^\p{Script=Han}+$/u);
        expect(names.en).toMatch(/^[A-Z][a-z]/);
      });
      expect(new Set(levels.map(({ names }) => names.en)).size).toBe(levels.length);
    }
  });
  it("hold the ten of Chinese journals", () => {
    const ten = levelsOf("D10");
    expect(ten.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(ten.map(({ names }) => names.zh)).toEqual([
      "极度失调",
      "严重失调",
      "中度失调",
      "轻度失调",
      "濒临失调",
      "勉强协调",
      "初级协调",
      "中级协调",
      "良好协调",
      "优质协调",
    ]);
    expect(levelsOf("D10-liao").map(({ names }) => names.zh.slice(4))).toEqual([...Array(5).fill("衰退类"), ...Array(5).fill("发展类")]);
  });
  it("name the nearest known set when asked for another", () => {
    expect(() => levelsOf("D11")).toThrow(Fault);
    try {
      levelsOf("D11");
    } catch (error) {
      expect((error as Fault).next.en).toContain("D10");
    }
  });
});

describe("the class of a degree", () => {
  const ends = ["left-closed", "right-closed"] as const;
  it("holds the degree between its bounds, at either closed end", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...levelSets),
        fc.constantFrom(...ends),
        (degree, { levels }, end) => {
          const { from, to } = levels[levelAt(levels, degree, end) - 1];
          const rounded = Math.round(degree * 1e12) / 1e12;
          expect(rounded >= from && rounded <= to).toBe(true);
          if (end === "left-closed" && rounded < 1) expect(rounded).toBeLessThan(to);
          if (end === "right-closed" && rounded > 0) expect(rounded).toBeGreaterThan(from);
        },
      ),
    );
  });
  it("puts every printed cut in the upper class when the lower bound belongs to it, in the lower one otherwise", () => {
    for (const { levels } of levelSets) {
      for (const { level, to } of levels.slice(0, -1))
        expect([levelAt(levels, to), levelAt(levels, to, "right-closed")]).toEqual([level + 1, level]);
    }
  });
  it("rounds to 12 decimals first, and has no class for a missing degree", () => {
    const ten = levelsOf("D10");
    expect([levelAt(ten, 0.1 + 0.2), levelAt(ten, 0.3 - 2 ** -54), levelAt(ten, 0.3 - 1e-11)]).toEqual([4, 4, 3]);
    expect(levelAt(ten, Number.NaN)).toBeNaN();
  });
  it("takes a user's cuts; unnamed classes are called by their bounds", () => {
    expect(levelsFrom({ cuts: [0, 0.25, 1] }).map(({ names }) => names.en)).toEqual(["0–0.25", "0.25–1"]);
  });
  it.each([[[0, 1, 0.5]], [[0.1, 1]], [[0, 0.5]], [[0]], [[0, Number.NaN, 1]]])("faults on cuts %j", (cuts) =>
    expect(() => levelsFrom({ cuts })).toThrow(Fault),
  );
});

describe("the lag of two developments", () => {
  const { ratio, difference, graded } = synchronousCuts;
  it("is together at the cuts themselves", () => {
    expect([lagOf(0.4, 0.5, "ratio", ratio), lagOf(0.6, 0.5, "ratio", ratio)]).toEqual(["together", "together"]);
    expect([lagOf(0.79, 1, "ratio", ratio), lagOf(0.61, 0.5, "ratio", ratio)]).toEqual(["first", "second"]);
    expect([lagOf(0.3, 0.2, "difference", difference), lagOf(0.2, 0.31, "difference", difference)]).toEqual(["together", "first"]);
    expect([lagOf(0.3, 0, "ratio", ratio), lagOf(0, 0.3, "ratio", ratio)]).toEqual(["second", "first"]);
  });
  it("is graded by the smaller over the larger", () => {
    expect([lagGrade(0.3, 1), lagGrade(1, 0.31), lagGrade(0.5, 1), lagGrade(0.51, 1), lagGrade(0.2, 0.2)]).toEqual([3, 2, 2, 1, 0]);
    expect(lagOf(0.5, 0.5, "graded", graded)).toBe("together");
    expect(lagOf(0.5, 0.499, "graded", graded)).toBe("second");
  });
});
