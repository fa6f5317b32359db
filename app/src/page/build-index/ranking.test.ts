import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingOf, ranksOf, shownOf } from "./ranking.js";

const unitsOf = (n: number) => ({ units: Array.from({ length: n }, (_, i) => ({ code: `u${i}` }) as never) });
const ranking = (cells: readonly number[]) => rankingOf(unitsOf(cells.length), Float64Array.from(cells), 0);

describe("a ranking", () => {
  it("puts every unit where as many stand before it as have more", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.NaN)), { minLength: 1 }), (cells) => {
        ranksOf(ranking(cells)).forEach((rank, i) => {
          expect(rank).toBe(Number.isNaN(cells[i]) ? null : 1 + cells.filter((other) => other > cells[i]).length);
        });
      }),
    );
  });
  it("is of one period", () => {
    expect(rankingOf(unitsOf(2), Float64Array.of(1, 2, 4, 3), 1).map((one) => one.unit)).toEqual([0, 1]);
  });
  it("of many units shows its ends and the chosen one with its neighbours", () => {
    const places = ranking(Array.from({ length: 3000 }, (_, i) => 3000 - i));
    expect(shownOf(places, 1500, 45)).toEqual([
      ...Array.from({ length: 20 }, (_, k) => k),
      1498,
      1499,
      1500,
      1501,
      1502,
      ...Array.from({ length: 20 }, (_, k) => 2980 + k),
    ]);
    expect(shownOf(places.slice(0, 31), null, 45)).toHaveLength(31);
  });
});
