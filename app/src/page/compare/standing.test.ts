import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followed, medianOf, orderOf, ranksOf, shownOf, valuesAt } from "./standing.js";

const values = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }), { maxLength: 120 });

describe("standing", () => {
  it("reads one period of a column", () => {
    expect(valuesAt(Float64Array.of(1, Number.NaN, 3, 4), 0, 2)).toEqual([1, null]);
    expect(valuesAt(Float64Array.of(1, Number.NaN, 3, 4), 1, 2)).toEqual([3, 4]);
  });

  it("gives a unit the rank one more than the number of units before it", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1 as const, -1 as const), (all, better) => {
        ranksOf(all, better).forEach((rank, i) => {
          const own = all[i];
          expect(rank).toBe(own === null ? null : 1 + all.filter((other) => other !== null && better * (other - own) > 0).length);
        });
      }),
    );
  });

  it("takes values equal to 12 digits as one", () => {
    expect(ranksOf([0.1 + 0.2, 0.3, 0.4])).toEqual([2, 2, 1]);
  });

  it("shows a short ranking whole, of a long one the ends and the chosen unit", () => {
    const order = Array.from({ length: 100 }, (_, i) => i);
    expect(shownOf(order.slice(0, 60), null)).toHaveLength(60);
    expect(shownOf(order, null)).toHaveLength(40);
    expect(shownOf(order, 50)).toEqual(expect.arrayContaining([0, 19, 48, 50, 52, 80, 99]));
    fc.assert(
      fc.property(values, fc.nat(), (all, k) => {
        const whole = orderOf(all);
        const chosen = whole[k % Math.max(1, whole.length)] ?? null;
        const shown = shownOf(whole, chosen);
        expect(shown).toEqual(whole.filter((i) => shown.includes(i)));
        if (chosen !== null) expect(shown).toContain(chosen);
        if (chosen !== null) expect(followed(whole, chosen)).toContain(chosen);
      }),
    );
  });

  it("has the middle value as its median, whatever the order", () => {
    expect(medianOf([3, null, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([null])).toBeNull();
  });
});
