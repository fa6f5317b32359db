import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../../proof/small-tables.js";
import { kendall } from "../../../measure/uncertainty/index.js";
import { compare } from "./compare.js";
import reference from "./compare.reference.json";

const pair = fc.integer({ min: 2, max: 25 }).chain((n) => {
  const column = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n });
  return fc.tuple(column, column);
});

describe("compare: laws", () => {
  it("τ-b is what counting every pair gives, and the same both ways", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        let [agree, against, tiedA, tiedB] = [0, 0, 0, 0];
        for (let i = 0; i < a.length; i++) {
          for (let j = 0; j < i; j++) {
            const sign = Math.sign(a[i] - a[j]) * Math.sign(b[i] - b[j]);
            if (sign > 0) agree++;
            else if (sign < 0) against++;
            if (a[i] === a[j]) tiedA++;
            if (b[i] === b[j]) tiedB++;
          }
        }
        const all = (a.length * (a.length - 1)) / 2;
        const size = Math.sqrt((all - tiedA) * (all - tiedB));
        if (size > 0) {
          expect(kendall(a, b)).toBeCloseTo((agree - against) / size, 12);
          expect(kendall(b, a)).toBeCloseTo(kendall(a, b), 12);
        } else expect(kendall(a, b)).toBeNaN();
      }),
    );
  });
  it("a column agrees wholly with any increasing change of itself, and is opposed to its reverse", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 12 }), (a) => {
        const [same, reverse] = compare(panelOf({ a, same: a.map((x) => 3 + 2 * x), reverse: a.map((x) => -x) })).value;
        expect(same).toMatchObject({ spearman: 1, kendall: 1, difference: 0 });
        expect(reverse).toMatchObject({ spearman: -1, kendall: -1 });
      }),
    );
  });
});

describe("compare: edges", () => {
  it("takes each period for itself and only units with both values", () => {
    const made = compare(panelOf({ a: [1, 2, 3, 3, 2, null], b: [1, 2, 3, null, 4, 4] }, { periods: [2020, 2021] }));
    expect(made.value.map(({ period, n, spearman }) => [period, n, spearman])).toEqual([
      [2020, 3, 1],
      [2021, 1, null],
    ]);
    expect(made.warnings.map((one) => one.code)).toEqual(["no-correlation"]);
    expect(made.trace.meanSpearman).toEqual({ b: 1 });
  });
  it("lists the largest disagreements, the largest first", () => {
    const made = compare(panelOf({ a: [5, 4, 3, 2, 1], b: [1, 4, 3, 2, 5] }), { largest: 2 });
    const [, , unit, , rank, other, difference] = made.tables[1].columns.map((one) => one.values);
    expect([unit, rank, other, difference]).toEqual([
      ["u1", "u5"],
      [1, 5],
      [5, 1],
      [4, -4],
    ]);
  });
  it("has no correlation with a column that does not vary", () => {
    expect(compare(panelOf({ a: [1, 2], b: [3, 3] })).value[0]).toMatchObject({ spearman: null, kendall: null });
  });
});

describe("compare: agreement", () => {
  it.each(reference)("$from", ({ a, b, spearman, kendall: tau, difference }) => {
    const [found] = compare(panelOf({ a, b })).value;
    expect(found.spearman).toBeCloseTo(spearman, 12);
    expect(found.kendall).toBeCloseTo(tau, 12);
    expect(found.difference).toBeCloseTo(difference, 12);
  });
});
