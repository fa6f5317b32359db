import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelOf } from "../../../ground/designs/index.js";
import type { Outcome, Plan } from "../../../method/index.js";
import { removeOne } from "./remove-one.js";
import reference from "./remove-one.reference.json";

const text = (value: string) => ({ en: value, zh: value });

/** The plain mean of the columns, one of which may be left out; a column named `needed` may not. */
function planOf(columns: Readonly<Record<string, readonly number[]>>, periods: readonly number[] = [2020]): Plan {
  const ids = Object.keys(columns);
  const size = columns[ids[0]].length;
  return {
    choices: [{ name: "leave-out.indicator", alternatives: ["none", ...ids] }],
    columns: [{ id: "index", names: text("index") }],
    units: Array.from({ length: size / periods.length }, (_, i) => ({ code: `u${i}`, names: text(`u${i}`) })),
    periods,
    seed: 1,
    evaluate: async (draws) =>
      draws.map((draw): Outcome => {
        const gone = draw === null ? -1 : levelOf(draw[0], ids.length + 1) - 1;
        if (ids[gone] === "needed") return { failure: text("nothing is left") };
        const left = ids.filter((_, k) => k !== gone);
        return { values: [Float64Array.from({ length: size }, (_, i) => left.reduce((sum, id) => sum + columns[id][i], 0) / left.length)] };
      }),
  };
}

describe("removeOne: laws", () => {
  it("without an indicator that is the same everywhere nothing moves", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 8 }), async (a) => {
        const { value } = await removeOne(planOf({ a, same: a.map(() => 5) }));
        expect(value.find((one) => one.removed === "same")).toMatchObject({ change: 0, gainer: null, loser: null });
      }),
    );
  });
  it("is unchanged when the units come in another order, but for ties of who gains", async () => {
    const a = [3, 8, 1, 9];
    const b = [7, 2, 6, 1];
    const forward = await removeOne(planOf({ a, b, c: [1, 1, 4, 2] }));
    const backward = await removeOne(planOf({ a: [...a].reverse(), b: [...b].reverse(), c: [2, 4, 1, 1] }));
    expect(backward.value.map((one) => one.change)).toEqual(forward.value.map((one) => one.change));
  });
  it("the changes of rank stay below the number of units", async () => {
    const { value, tables } = await removeOne(planOf({ a: [1, 2, 3, 4], b: [9, 5, 3, 1] }));
    for (const one of value) expect(one.change).toBeLessThan(4);
    expect(tables.find((one) => one.id === "ranks-without")?.columns.map((one) => one.id)).toEqual(["column", "unit", "none", "a", "b"]);
  });
});

describe("removeOne: edges", () => {
  it("ranks among the units that are there both times: that one is gone moves nobody by itself", async () => {
    const scores = [9, 7, 5, 3];
    const plan: Plan = {
      ...planOf({ a: scores }),
      choices: [{ name: "leave-out.unit", alternatives: ["none", "u0", "u1", "u2", "u3"] }],
      evaluate: async (draws) =>
        draws.map((draw): Outcome => {
          const gone = draw === null ? -1 : levelOf(draw[0], 5) - 1;
          // Without u3 the last two of the others change places.
          const values = gone === 3 ? [9, 5, 7, Number.NaN] : scores.map((one, i) => (i === gone ? Number.NaN : one));
          return { values: [Float64Array.from(values)] };
        }),
    };
    const { value, tables, method } = await removeOne(plan, { level: "unit" });
    expect(value.map(({ removed, change, gainer, loser }) => [removed, change, gainer, loser])).toEqual([
      ["u0", 0, null, null],
      ["u1", 0, null, null],
      ["u2", 0, null, null],
      ["u3", 2 / 3, "u2", "u1"],
    ]);
    const ranks = tables.find((one) => one.id === "ranks-without");
    expect(ranks?.columns.find((one) => one.id === "u0")?.values).toEqual([null, 1, 2, 3]);
    expect(method.variant).toContain("each unit left out in turn · everything made anew from the rest");
  });
  it("lists a removal that fails, and leaves its numbers empty", async () => {
    const made = await removeOne(planOf({ a: [1, 2], needed: [2, 1] }));
    expect(made.value.map((one) => one.change)).toEqual([expect.any(Number), null]);
    expect(made.tables.find((one) => one.id === "failures")?.columns[0].values).toEqual(["leave-out.indicator: needed"]);
    expect(made.trace.failed).toBe(1);
  });
  it("names who gains and loses in the latest period, and averages changes over all", async () => {
    const { value } = await removeOne(planOf({ a: [1, 2, 3, 1], b: [1, 2, 1, 2] }, [2020, 2021]));
    expect(value[0]).toMatchObject({ removed: "a", gainer: "u1", gain: 1, loser: "u0", loss: -1, change: 0.5 });
  });
  it("faults when nothing can be left out", async () => {
    await expect(removeOne({ ...planOf({ a: [1] }), choices: [{ name: "leave-out.x", alternatives: ["none"] }] })).rejects.toMatchObject({
      code: "nothing-to-remove",
    });
  });
});

describe("removeOne: agreement", () => {
  it.each(reference)("$from", async ({ a, b, c, change, gainer, loser }) => {
    const { value } = await removeOne(planOf({ a, b, c }));
    for (const one of value) {
      const id = one.removed as keyof typeof change;
      expect(one.change).toBeCloseTo(change[id], 12);
      expect([one.gainer, one.loser]).toEqual([gainer[id], loser[id]]);
    }
  });
});
