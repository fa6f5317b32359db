import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome, Plan } from "../../../method/index.js";
import { sensitivity } from "./sensitivity.js";
import reference from "./sensitivity.reference.json";

const text = (value: string) => ({ en: value, zh: value });
const vary = [{ path: "weigh.method", among: ["a"] }];

/** A plan of continuous choices over scores as a function of the draw. */
function planOf(count: number, score: (u: Float64Array) => number[] | null, periods: readonly number[] = [2020]): Plan {
  const middle = new Float64Array(count).fill(0.5);
  const width = (score(middle) as number[]).length / periods.length;
  return {
    choices: Array.from({ length: count }, (_, k) => ({ name: `x${k}` })),
    columns: [{ id: "index", names: text("index") }],
    units: Array.from({ length: width }, (_, i) => ({ code: `u${i}`, names: text(`u${i}`) })),
    periods,
    seed: 11,
    evaluate: async (draws) =>
      draws.map((draw): Outcome => {
        const found = score(draw ?? middle);
        return found ? { values: [Float64Array.from(found)] } : { failure: text("no product of negative values") };
      }),
  };
}

describe("sensitivity: laws", () => {
  it("of an additive target: first-order shares sum to 1 and equal the total ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), async (slopes) => {
        const plan = planOf(slopes.length, (u) => [slopes.reduce((sum, slope, k) => sum + slope * u[k], 0)]);
        const { value } = await sensitivity(plan, { vary, target: "mean", replications: 2048, bootstrap: 0 });
        expect(value.reduce((sum, one) => sum + one.first, 0)).toBeCloseTo(1, 1);
        for (const one of value) expect(one.total).toBeCloseTo(one.first, 1);
      }),
      { numRuns: 10 },
    );
  });
  it("a choice without effect has a total of exactly 0", async () => {
    const { value } = await sensitivity(
      planOf(2, ([a]) => [a, 0.3]),
      { vary, replications: 64 },
    );
    expect(value[1]).toMatchObject({ first: 0, total: 0, totalBounds: [0, 0] });
    expect(value[0].total).toBeGreaterThan(0.5);
  });
  it("the same seed gives the same result", async () => {
    const once = () =>
      sensitivity(
        planOf(3, ([a, b, c]) => [a * b, c]),
        { vary, replications: 32 },
      );
    expect(await once()).toEqual(await once());
  });
});

describe("sensitivity: edges", () => {
  it("faults when the target does not vary", async () => {
    await expect(
      sensitivity(
        planOf(2, () => [1, 2]),
        { vary, replications: 8 },
      ),
    ).rejects.toMatchObject({ code: "still-target" });
    await expect(
      sensitivity(
        planOf(0, () => [1, 2]),
        { vary, replications: 8 },
      ),
    ).rejects.toMatchObject({ code: "still-target" });
  });
  it("faults when a run fails, unless rows may be dropped; then it counts them", async () => {
    const plan = planOf(2, ([a, b]) => (a > 0.9 ? null : [a, b]));
    await expect(sensitivity(plan, { vary, replications: 64 })).rejects.toMatchObject({ code: "failed-draws" });
    const made = await sensitivity(plan, { vary, replications: 64, onFailure: "drop-rows", target: "mean" });
    expect(made.warnings.map((one) => one.code)).toEqual(["failed-draws"]);
    expect(made.trace.failed).toBeGreaterThan(0);
    expect(made.tables.find((one) => one.id === "failures")?.columns[1].values).toEqual([made.trace.failed]);
  });
  it("faults on a Sobol sample that is no power of two", async () => {
    await expect(
      sensitivity(
        planOf(1, ([a]) => [a]),
        { vary, replications: 100 },
      ),
    ).rejects.toMatchObject({ code: "not-a-power-of-two" });
  });
  it("explains the rank of one unit, and faults on a unit that is none", async () => {
    const plan = planOf(2, ([a]) => [a, 0.5, 0.25]);
    const { value } = await sensitivity(plan, { vary, replications: 128, target: "rank-of", unit: "u0" });
    expect(value.map((one) => [one.choice, one.total > 0.5])).toEqual([
      ["x0", true],
      ["x1", false],
    ]);
    await expect(sensitivity(plan, { vary, target: "rank-of", unit: "u9" })).rejects.toMatchObject({ code: "unknown-unit" });
    await expect(sensitivity(plan, { vary, target: "rank-of" })).rejects.toMatchObject({ code: "missing-key" });
  });
  it("explains the share of cells that change, and the order kept", async () => {
    const plan = planOf(2, ([a, b]) => [a > 0.7 ? 2 : 1, b > 0.6 ? 3 : 4]);
    const changed = await sensitivity(plan, { vary, replications: 256, target: "share-changed" });
    expect(changed.tables[1].columns[2].values[0]).toBeCloseTo((0.3 + 0.4) / 2, 1);
    const kept = await sensitivity(
      planOf(1, ([a]) => [a, 0.6, 0.4]),
      { vary, replications: 64, target: "kendall" },
    );
    expect(kept.value[0].total).toBeCloseTo(1, 0);
  });
  it("answers for all periods and for each; a period that does not vary has no shares", async () => {
    const { value } = await sensitivity(
      planOf(2, ([a, b]) => [a, 0.3, 1, 2, b, 0.3], [1, 2, 3]),
      { vary, replications: 64 },
    );
    expect(value.map((one) => [one.period, one.choice])).toEqual([
      [null, "x0"],
      [null, "x1"],
      [1, "x0"],
      [1, "x1"],
      [3, "x0"],
      [3, "x1"],
    ]);
  });
});

describe("sensitivity: agreement", () => {
  it.each(reference)("$from", async ({ slopes, product, first, total }) => {
    const plan = planOf(2, ([u, v]) => [slopes[0] * u + slopes[1] * v + product * u * v]);
    const { value } = await sensitivity(plan, { vary, target: "mean", replications: 8192 });
    value.forEach((one, k) => {
      expect(one.first).toBeCloseTo(first[k], 1);
      expect(one.total).toBeCloseTo(total[k], 1);
    });
  });
});
