import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelOf } from "../../../ground/designs/index.js";
import { outranks } from "../../../measure/uncertainty/index.js";
import type { Outcome, Plan } from "../../../method/index.js";
import { uncertainty } from "./uncertainty.js";
import reference from "./uncertainty.reference.json";

const text = (value: string) => ({ en: value, zh: value });
const vary = [{ path: "weigh.method", among: ["a"] }];

/** A plan over a function of the draw that gives scores, period by period. */
function planOf(score: (draw: Float64Array | null) => number[] | string, choices: Plan["choices"], periods = [2020], seed = 7): Plan {
  const evaluate = async (draws: readonly (Float64Array | null)[]) =>
    draws.map((draw): Outcome => {
      const found = score(draw);
      return typeof found === "string" ? { failure: text(found) } : { values: [Float64Array.from(found)] };
    });
  const first = score(null);
  const units = Array.from({ length: first.length / periods.length }, (_, i) => ({ code: `u${i}`, names: text(`u${i}`) }));
  return { choices, columns: [{ id: "index", names: text("index") }], units, periods, seed, evaluate };
}

const classed = (plan: Plan): Plan => ({
  ...plan,
  columns: [
    {
      ...plan.columns[0],
      classes: {
        levels: [
          { level: 1, to: 0.5 },
          { level: 2, to: 0.8 },
          { level: 3, to: 1 },
        ],
        interval: "left-closed",
      },
    },
  ],
});
const rowsIn = (made: Awaited<ReturnType<typeof uncertainty>>, id: string): Record<string, unknown>[] => {
  const found = made.tables.find((one) => one.id === id);
  return (found?.columns[0]?.values ?? []).map((_, row) =>
    Object.fromEntries((found?.columns ?? []).map((column) => [column.id, column.values[row]])),
  );
};

describe("uncertainty of a degree with classes", () => {
  const base = [0.3, 0.45, 0.5, 0.79, 0.95];
  const plan = () => classed(planOf((draw) => base.map((one) => (draw ? one * (0.9 + 0.2 * draw[0]) : one)), [{ name: "scale" }]));
  it("its interval holds the median, its shares add up to 1, and the class stays as often as the shares say", async () => {
    const made = await uncertainty(plan(), { vary, replications: 200 });
    const [degrees, shares] = [rowsIn(made, "degrees"), rowsIn(made, "class-shares")];
    expect(degrees.map((one) => [one.nominal, one.class])).toEqual(base.map((one) => [one, one < 0.5 ? 1 : one < 0.8 ? 2 : 3]));
    for (const one of degrees) {
      const own = shares.filter(({ unit }) => unit === one.unit);
      expect(own.reduce((sum, { share }) => sum + (share as number), 0)).toBeCloseTo(1, 12);
      expect(own.find((each) => each.class === one.class)?.share ?? 0).toBe(one.same);
      expect(one.lower).toBeLessThanOrEqual(one.median as number);
      expect(one.median).toBeLessThanOrEqual(one.upper as number);
      expect(one.class_lower).toBeLessThanOrEqual(one.class_upper as number);
      expect(Math.max(...own.map(({ share }) => share as number))).toBe(own.find((each) => each.class === one.likeliest)?.share);
    }
    expect([degrees[0].same, degrees[4].same]).toEqual([1, 1]);
    expect(degrees[2].same).toBeLessThan(0.7);
  });
  it("a plan without open choices keeps every class; a column without classes has no such table", async () => {
    const still = await uncertainty(classed(planOf(() => base, [])), { vary, replications: 5 });
    for (const { nominal, lower, upper, same } of rowsIn(still, "degrees")) expect([lower, upper, same]).toEqual([nominal, nominal, 1]);
    const plain = await uncertainty(
      planOf(() => base, []),
      { vary, replications: 5 },
    );
    expect(plain.tables.map(({ id }) => id)).not.toContain("degrees");
  });
  it("the mean degree under every alternative, weighed by its draws, is the mean of the units", async () => {
    const made = await uncertainty(
      classed(
        planOf(
          (draw) => base.map((one) => (draw ? one * [1, 0.9, 0.5][levelOf(draw[0], 3)] : one)),
          [{ name: "w", alternatives: ["a", "b", "c"] }],
        ),
      ),
      { vary, replications: 60 },
    );
    const rows = rowsIn(made, "degree-choices");
    expect(rows.map((one) => one.alternative)).toEqual(["a", "b", "c"]);
    expect(rows.reduce((sum, one) => sum + (one.draws as number), 0)).toBe(60);
    const units = rowsIn(made, "degrees").map((one) => one.mean as number);
    const weighed = rows.reduce((sum, one) => sum + (one.draws as number) * (one.mean as number), 0) / 60;
    expect(weighed).toBeCloseTo(units.reduce((a, b) => a + b) / units.length, 12);
    // as written every class stays; nine tenths put .5 below .5; half puts .5, .79 and .95 below
    expect(rows.map((one) => one.same)).toEqual([1, 4 / 5, 2 / 5]);
  });
});

describe("uncertainty: laws", () => {
  it("draws with no open choice give the nominal rank every time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }), async (scores) => {
        const { value } = await uncertainty(
          planOf(() => scores, []),
          { vary, replications: 5 },
        );
        for (const one of value.intervals) {
          expect([one.mean, one.median, one.lower, one.upper]).toEqual(Array(4).fill(one.nominal));
          expect(one.nominal).toBe(
            1 +
              scores.filter(
                (other) =>
                  Math.round((other / Math.max(...scores)) * 1e12) >
                  Math.round((scores[Number(one.unit.slice(1))] / Math.max(...scores)) * 1e12),
              ).length,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
  it("the interval holds the median, ranks stay between 1 and n, and equal seeds give equal results", async () => {
    const plan = () =>
      planOf(
        (draw) => [0.1, 0.5, 0.7, 0.2].map((base, i) => base + (draw ? draw[i] : 0)),
        [..."abcd"].map((name) => ({ name })),
      );
    const made = await uncertainty(plan(), { vary, replications: 200 });
    for (const { lower, median, mean, upper, top } of made.value.intervals) {
      expect(lower).toBeGreaterThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(upper);
      expect(upper).toBeLessThanOrEqual(4);
      expect(mean).toBeGreaterThan(1);
      expect(top).toBe(1);
    }
    expect(await uncertainty(plan(), { vary, replications: 200 })).toEqual(made);
  });
  it("a unit's mean ranks under the alternatives of a choice, weighed by their draws, make its mean rank", async () => {
    const choices = [{ name: "w", alternatives: ["0", "1", "9"] }, { name: "noise" }];
    const plan = planOf(
      (draw) => [1, 0.9, 0.2].map((base, i) => base + (draw ? levelOf(draw[0], 3) * i * 0.2 + draw[1] * 0.01 : 0)),
      choices,
    );
    const { value, tables } = await uncertainty(plan, { vary, replications: 90 });
    const column = (table: string, id: string) =>
      tables.find((one) => one.id === table)?.columns.find((one) => one.id === id)?.values ?? [];
    const draws = column("choices", "draws").map(Number);
    const ranks = column("moves", "rank").map(Number);
    expect(column("moves", "unit").slice(0, 3)).toEqual(["u0", "u1", "u2"]);
    value.intervals.forEach(({ mean }, i) => {
      expect(draws.reduce((sum, count, a) => sum + count * ranks[3 * a + i], 0) / 90).toBeCloseTo(mean, 10);
    });
  });
  it("one unit outranks another as often as the other does not: the shares sum to 1, ties half", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { minLength: 1 }), (pairs) => {
        const draws = pairs.map((pair) => Float64Array.from(pair));
        expect(outranks(draws, 0, 1) + outranks(draws, 1, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("uncertainty: edges", () => {
  it("counts and lists the draws that fail, by combination", async () => {
    const choices = [{ name: "mean", alternatives: ["arithmetic", "geometric"] }];
    const plan = planOf((draw) => (draw && levelOf(draw[0], 2) === 1 ? "a product needs positive values" : [1, 2]), choices);
    const made = await uncertainty(plan, { vary, design: "factorial" });
    expect(made.value).toMatchObject({ draws: 2, failed: 1 });
    expect(made.warnings.map((one) => one.code)).toEqual(["failed-draws"]);
    const failures = made.tables.find((one) => one.id === "failures");
    expect(failures?.columns.map((one) => one.values[0])).toEqual([
      "mean: geometric",
      1,
      "a product needs positive values",
      "a product needs positive values",
    ]);
  });
  it("faults when every draw fails, or the plan as written does", async () => {
    const fails = (always: boolean) => planOf((draw) => (draw ? "no" : [1]), always ? [] : [{ name: "x" }]);
    await expect(uncertainty(fails(false), { vary, replications: 3 })).rejects.toMatchObject({ code: "all-draws-fail" });
    const broken = { ...fails(true), evaluate: async (draws: readonly unknown[]) => draws.map(() => ({ failure: text("no") })) };
    await expect(uncertainty(broken, { vary, replications: 3 })).rejects.toMatchObject({ code: "plan-fails" });
  });
  it("faults on a factorial of a continuous choice", async () => {
    await expect(
      uncertainty(
        planOf(() => [1, 2], [{ name: "share" }]),
        { vary, design: "factorial" },
      ),
    ).rejects.toMatchObject({ code: "continuous-choice" });
  });
  it("leaves out a unit without a score, and ranks the others without it", async () => {
    const { value } = await uncertainty(
      planOf(() => [1, Number.NaN, 3], []),
      { vary, replications: 2 },
    );
    expect(value.intervals.map(({ unit, nominal }) => [unit, nominal])).toEqual([
      ["u0", 2],
      ["u2", 1],
    ]);
  });
  it("ranks each period for itself", async () => {
    const { value } = await uncertainty(
      planOf(() => [1, 2, 9, 8], [], [2020, 2021]),
      { vary, replications: 2 },
    );
    expect(value.intervals.map(({ unit, period, nominal }) => [unit, period, nominal])).toEqual([
      ["u0", 2020, 2],
      ["u0", 2021, 1],
      ["u1", 2020, 1],
      ["u1", 2021, 2],
    ]);
  });
});

describe("uncertainty: agreement", () => {
  it.each(reference)("$from", async (row) => {
    const plan = planOf(
      (draw) => {
        const w = draw ? row.weights[levelOf(draw[0], 4)] : 1;
        return row.x.map((x, i) => x + w * row.y[i]);
      },
      [{ name: "w", alternatives: row.weights.map(String) }],
    );
    const { value, tables } = await uncertainty(plan, { vary, design: "factorial", top: 2 });
    const of = (key: "nominal" | "mean" | "median" | "lower" | "upper" | "top") => value.intervals.map((one) => one[key]);
    expect(of("nominal")).toEqual(row.nominal);
    for (const key of ["mean", "median", "lower", "upper"] as const) {
      of(key).forEach((one, i) => {
        expect(one).toBeCloseTo(row[key][i], 12);
      });
    }
    expect(of("top")).toEqual(row.top2);
    const pairs = tables.find((one) => one.id === "outranking");
    const share = (i: number, other: string) => pairs?.columns.find((one) => one.id === other)?.values[i];
    expect([share(0, "u1"), share(0, "u2"), share(1, "u2")]).toEqual(Object.values(row.beats));
  });
});
