import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import type { Parts } from "../parts.js";
import { threeStageLadder } from "./three-stage-ladder.js";
import reference from "./three-stage-ladder.reference.json";

const made = (stages: Parts, weights?: readonly number[]) => threeStageLadder(stages, { weights }).value;

const amount = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 1e-2, max: 1e4, noNaN: true }));
const samples = fc.array(fc.tuple(amount, amount, amount, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 20 }).map((rows) => ({
  stages: { market: rows.map(([a]) => a), disposable: rows.map(([, b]) => b), final: rows.map(([, , c]) => c) },
  weights: rows.map(([, , , w]) => w),
}));

describe("threeStageLadder: laws", () => {
  it("has the Gini of every stage, and each fall is vertical less re-ranking", () => {
    fc.assert(
      fc.property(samples, ({ stages, weights }) => {
        const found = made(stages, weights);
        Object.values(stages).forEach((x, k) => {
          expect(found.gini[k]).toBeCloseTo(gini(x, { weights }).value as number, 12);
        });
        expect(found.steps.map(({ from, to }) => [from, to])).toEqual([
          ["market", "disposable"],
          ["disposable", "final"],
          ["market", "final"],
        ]);
        for (const { fall, vertical, reranking } of found.steps) {
          expect(vertical - reranking).toBeCloseTo(fall, 13);
          expect(reranking).toBeGreaterThanOrEqual(-1e-13);
        }
        expect(found.steps[0].fall + found.steps[1].fall).toBeCloseTo(found.steps[2].fall, 13);
      }),
    );
  });
  it("the vertical effect is Kakwani's index times g/(1 − g)", () => {
    fc.assert(
      fc.property(samples, ({ stages, weights }) => {
        for (const { vertical, take, kakwani } of made(stages, weights).steps) {
          if (kakwani === null || Math.abs(take) < 1e-3) continue;
          expect((kakwani * take) / (1 - take)).toBeCloseTo(vertical, 8);
        }
      }),
    );
  });
  it("the averages over orders add up to the whole fall where they exist", () => {
    fc.assert(
      fc.property(samples, ({ stages, weights }) => {
        const [one, two, whole] = made(stages, weights).steps;
        if (one.shapley === null || two.shapley === null) return;
        expect(one.shapley + two.shapley).toBeCloseTo(whole.fall, 11);
      }),
    );
  });
  it("a proportional tax changes nothing; an equal grant lowers the Gini without re-ranking", () => {
    fc.assert(
      fc.property(samples, ({ stages: { market }, weights }) => {
        const [flat, grant] = made(
          { market, flat: market.map((one) => one * 0.5), grant: market.map((one) => one * 0.5 + 10) },
          weights,
        ).steps;
        expect(flat.fall).toBeCloseTo(0, 12);
        expect(flat.reranking).toBeCloseTo(0, 12);
        expect(grant.reranking).toBeCloseTo(0, 11);
        expect(grant.fall).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
  it("does not depend on the order of rows or the unit, and takes whole-number weights for that many rows", () => {
    fc.assert(
      fc.property(samples, ({ stages, weights }) => {
        const each = (change: (x: readonly number[]) => number[]): Parts =>
          Object.fromEntries(Object.entries(stages).map(([id, x]) => [id, change(x)]));
        const found = made(stages, weights).steps;
        const others = [
          made(
            each((x) => [...x].reverse()),
            [...weights].reverse(),
          ),
          made(
            each((x) => x.map((one) => one * 8)),
            weights,
          ),
          made(each((x) => x.flatMap((one, i) => Array<number>(weights[i]).fill(one)))),
        ];
        for (const { steps } of others) {
          steps.forEach((step, k) => {
            for (const id of ["fall", "vertical", "reranking", "take"] as const) expect(step[id], id).toBeCloseTo(found[k][id], 10);
          });
        }
      }),
    );
  });
});

describe("threeStageLadder: edges", () => {
  it("ranks households of equal market income alike", () => {
    const { vertical, reranking } = made({ market: [0, 0, 3], disposable: [1, 2, 3] }).steps[0];
    expect(vertical).toBeCloseTo(1 / 2, 15);
    expect(reranking).toBeCloseTo(1 / 18, 15);
    expect(made({ market: [0, 0, 3], disposable: [2, 1, 3] }).steps[0]).toMatchObject({ vertical, reranking });
  });
  it("prints the other measures of every stage, empty where they are not defined", () => {
    const [stages] = threeStageLadder({ market: [0, 2], disposable: [1, 1] }).tables;
    expect(stages.columns.map(({ id, values }) => [id, ...values])).toMatchObject([
      ["stage", "market", "disposable"],
      ["n", 2, 2],
      ["mean", 1, 1],
      ["gini", 0.5, 0],
      ["theil_t", Math.LN2, 0],
      ["theil_l", null, 0],
      ["hoover", 0.5, 0],
    ]);
  });
  it("has two stages as well as five, and no row for the whole way when it is the only one", () => {
    expect(made({ a: [1, 3], b: [2, 3] }).steps).toHaveLength(1);
    expect(made({ a: [1, 3], b: [2, 3], c: [2, 4], d: [2, 5], e: [3, 4] }).steps).toHaveLength(5);
  });
  it("has no average over orders when a step alone takes more than there is, and says so", () => {
    const { value, warnings } = threeStageLadder({ market: [1, 3], given: [11, 13], taken: [1, 1] });
    expect(value.steps.map(({ shapley }) => shapley)).toEqual([null, null, null]);
    expect(warnings.map(({ code }) => code)).toEqual(["no-orders"]);
  });
  it("takes incomes below 0 only when asked, and leaves out rows with a stage missing", () => {
    expect(() => made({ market: [-1, 5], disposable: [1, 3] })).toThrow(Fault);
    expect(threeStageLadder({ market: [-1, 5], disposable: [1, 3] }, { allowNegative: true }).value.gini[0]).toBe(0.75);
    const { value, trace } = threeStageLadder({ market: [1, Number.NaN, 3], disposable: [2, 1, 2] });
    expect([value.gini, trace.dropped]).toEqual([[0.25, 0], 1]);
  });
  it.each([
    ["a stage with nothing left", () => made({ market: [1, 3], disposable: [0, 0] })],
    ["stages of different lengths", () => made({ market: [1, 3], disposable: [1] })],
    ["no rows", () => made({ market: [], disposable: [] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("threeStageLadder: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const found = made(input.stages as unknown as Parts);
    found.gini.forEach((one, k) => {
      expect(Math.abs(one - expected.gini[k])).toBeLessThanOrEqual(tolerance);
    });
    for (const [k, step] of expected.steps.entries()) {
      for (const [id, wanted] of Object.entries(step))
        expect(Math.abs((found.steps[k][id as "fall"] as number) - wanted), `${k} ${id}`).toBeLessThanOrEqual(tolerance);
    }
  });
});
