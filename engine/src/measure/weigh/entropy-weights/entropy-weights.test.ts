import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, referenceJson } from "../../../../../proof/reference-files.js";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Panel, Tree } from "../../../table/index.js";
import { minMax } from "../../normalise/min-max/min-max.js";
import { entropyWeights } from "./entropy-weights.js";
import reference from "./entropy-weights.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
interface GroupTrace {
  readonly e: number[];
  readonly d: number[];
  readonly w: number[];
  readonly rows: number[];
  readonly zerosSeen: number;
  readonly direction: string[];
}
const flat = (ids: readonly string[]): Tree => treeOf({ index: { group: ids } });
const made = (columns: Columns, options = {}, around = {}) => entropyWeights(panelOf(columns, around), flat(Object.keys(columns)), options);
const weights = (columns: Columns, options = {}, around = {}) => made(columns, options, around).value.share;
const traceOf = (result: ReturnType<typeof entropyWeights>): GroupTrace => (result.trace.groups as GroupTrace[])[0];

const cell = fc.integer({ min: 0, max: 1000 }).map((one) => one / 1000);
const rows = fc
  .array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 3, maxLength: 20 })
  .map((all) => ({ a: all.map((row) => row.a), b: all.map((row) => row.b), c: all.map((row) => row.c) }))
  .filter((x) => [x.a, x.b, x.c].every((column) => new Set(column).size > 1));

describe("entropy weights: laws", () => {
  it("sum to 1, none is negative, and follow the columns when these change places", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        const one = weights({ a, b, c });
        expect(one.a + one.b + one.c).toBeCloseTo(1, 13);
        expect(Math.min(one.a, one.b, one.c)).toBeGreaterThanOrEqual(0);
        expect(weights({ c, a, b }).b).toBeCloseTo(one.b, 12);
      }),
    );
  });
  it("are unchanged when all rows are doubled, and e becomes (e·ln n + ln 2)/ln 2n", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        const n = a.length;
        const once = made({ a, b, c });
        const twice = made({ a: [...a, ...a], b: [...b, ...b], c: [...c, ...c] });
        expect(twice.value.share.a).toBeCloseTo(once.value.share.a, 10);
        traceOf(once).e.forEach((e, k) => {
          expect(traceOf(twice).e[k]).toBeCloseTo((e * Math.log(n) + Math.log(2)) / Math.log(2 * n), 12);
        });
      }),
    );
  });
  it("break that equality when k is taken from the periods", () => {
    const a = [0, 0.3, 0.2, 0.9];
    const b = [0.5, 0.6, 0.1, 0];
    const e = (times: number) =>
      traceOf(
        made(
          { a: Array<number[]>(times).fill(a).flat(), b: Array<number[]>(times).fill(b).flat() },
          { base: "compat-periods" },
          { periods: [2020, 2021] },
        ),
      ).e[0];
    expect(Math.abs(e(2) - (e(1) * Math.log(4) + Math.log(2)) / Math.log(8))).toBeGreaterThan(0.1);
  });
  it("do not depend on the unit of a column nor on the order of the rows", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ a, b, c }, k) => {
        const moved = weights({ a: a.map((one) => one * k), b: [...b].reverse(), c });
        expect(moved.a).toBeCloseTo(weights({ a, b, c }).a, 10);
        expect(moved.b).toBeCloseTo(weights({ a, b, c }).b, 10);
      }),
    );
  });
  it("hardly change when zeros are replaced by a millionth", () => {
    fc.assert(
      fc.property(rows, ({ a, b, c }) => {
        expect(Math.abs(weights({ a, b, c }, { zero: "replace" }).a - weights({ a, b, c }).a)).toBeLessThan(1e-3);
      }),
    );
  });
});

describe("entropy weights: edges", () => {
  const x = { a: [0, 0.5, 1, 0.2], b: [1, 0, 0.9, 0.8] };

  it("gives a constant column weight 0 with a warning, and faults when a group has no other", () => {
    const result = made({ ...x, c: [0.3, 0.3, 0.3, 0.3] });
    expect(result.value.share.c).toBe(0);
    expect(traceOf(result).e[2]).toBe(1);
    expect(result.warnings.map((one) => one.code)).toEqual(["constant"]);
    expect(() => made({ a: [0, 0, 0], b: [1, 1, 1] })).toThrow(Fault);
    expect(() => made({ a: [1], b: [0.5] })).toThrow(Fault);
    expect(() => made({ a: [null, null], b: [null, null] })).toThrow(Fault);
  });
  it("takes n as the rows there are, column by column", () => {
    const result = made({ a: [0, 0.5, null, 1], b: [1, 0, 0.9, 0.8] });
    expect(traceOf(result).rows).toEqual([3, 4]);
    expect(traceOf(result).e[0]).toBeCloseTo(traceOf(made({ a: [0, 0.5, 1], b: [1, 0, 0.9] })).e[0], 15);
  });
  it("gives a column with one positive value all the divergence there is", () => {
    expect(traceOf(made({ a: [0, 0, 1], b: [0.2, 0.3, 1] })).d[0]).toBe(1);
  });
  it("weighs each period on its own when asked; the means are for display", () => {
    const periods = [2020, 2021];
    const columns = { a: [0, 0.2, 1, 0, 1, 0.9], b: [1, 0.4, 0, 0.1, 0, 1] };
    const result = made(columns, { scope: "per-period" }, { periods });
    const [first, second] = result.value.byPeriod ?? [];
    expect(first.share.a).toBeCloseTo(weights({ a: [0, 0.2, 1], b: [1, 0.4, 0] }).a, 15);
    expect(second.share.a).toBeCloseTo(weights({ a: [0, 1, 0.9], b: [0.1, 0, 1] }).a, 15);
    expect(result.value.effective.a).toBeCloseTo((first.effective.a + second.effective.a) / 2, 15);
    expect(result.tables.map((one) => one.id)).toEqual(["weights", "weights-by-period"]);
    expect(result.warnings.map((one) => one.code)).toEqual(["per-period"]);
  });
  it("lets a column constant in one period weigh nothing in that period alone", () => {
    const result = made({ a: [1, 1, 0, 1], b: [0, 1, 1, 0.5] }, { scope: "per-period" }, { periods: [2020, 2021] });
    expect(result.value.byPeriod?.map((one) => one.share.a > 0)).toEqual([false, true]);
  });
  it("weighs inside the level asked for", () => {
    const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c"] } });
    const data = panelOf({ ...x, c: [0, 0, 0, 1] });
    const inGroups = entropyWeights(data, tree).value;
    const inWheel = entropyWeights(data, tree, { within: "wheel" }).value;
    expect([inGroups.share.g, inGroups.share.c]).toEqual([0.5, 1]);
    expect(inWheel.effective.c).toBeCloseTo(weights({ ...x, c: [0, 0, 0, 1] }).c, 15);
    expect(inWheel.share.h).toBeCloseTo(inWheel.effective.c, 15);
    expect(() => entropyWeights(data, tree, { within: "pillar" })).toThrow(Fault);
  });
  it("leaves an indicator without weight out and keeps the weights of the groups", () => {
    const tree = treeOf({ wheel: { g: ["a", "b"], h: ["c"] } }, { weight: { g: 3, b: 0 } });
    expect(entropyWeights(panelOf({ ...x, b: [-1, 0, 0, 0], c: [0, 0, 0, 1] }), tree).value.effective).toEqual({ a: 0.75, b: 0, c: 0.25 });
  });
  it("has zero rules that all do something, and prints the amount in force", () => {
    const rules = [
      { zero: "limit" },
      { zero: "shift" },
      { zero: "shift", amount: 1 },
      { zero: "replace", amount: 0.1 },
      { zero: "p-plus", amount: 0.01 },
      { zero: "squeeze" },
      { zero: "squeeze", amount: 0.1 },
      { zero: "spssau" },
      { zero: "zero-entropy" },
    ];
    const found = rules.map((rule) => weights(x, rule).a);
    expect(new Set(found).size).toBe(rules.length);
    expect(made(x, { zero: "shift" }).method.variant).toContain("zero: shift 0.0001");
    expect(traceOf(made(x)).zerosSeen).toBe(2);
  });
  it("reproduces the rules of other programs: a squeeze, a shift of columns that reach 0, entropy 0 for a column with a zero", () => {
    const golden = reference[0].input;
    const data = panelOf(golden.columns as unknown as Columns, { direction: golden.direction as Record<string, 1 | -1> });
    const squeezed = entropyWeights(minMax(data).value, flat(["a", "b", "c", "d"]), { zero: "squeeze" }).value.share;
    expect([squeezed.a, squeezed.b, squeezed.c, squeezed.d].map((one) => one.toFixed(8))).toEqual([
      "0.30632635",
      "0.24297883",
      "0.23875330",
      "0.21194153",
    ]);
    const raw = { a: [-2, 0, 3], b: [1, 2, 3] };
    expect(weights(raw, { zero: "spssau" })).toEqual(weights({ a: [0.01, 2.01, 5.01], b: [1, 2, 3] }));
    const zero = made({ a: [0, 1, 2], b: [0, 3, 1], c: [1, 2, 3] }, { zero: "zero-entropy" });
    expect(traceOf(zero).e.slice(0, 2)).toEqual([0, 0]);
    expect(zero.value.share.a).toBe(zero.value.share.b);
    expect(zero.warnings.map((one) => one.code)).toEqual(["zero-entropy"]);
  });
  it("keeps indicators inside bounds, in each period, and says which bounds hold", () => {
    const columns = { a: [0, 0.2, 1, 0, 1, 0.9], b: [1, 0.4, 0, 0.1, 0, 1] };
    const free = weights(x);
    const result = made(x, { bounds: [0.4, 0.6] });
    expect(Math.max(free.a, free.b)).toBeGreaterThan(0.6);
    expect([result.value.share.a, result.value.share.b].sort()).toEqual([expect.closeTo(0.4, 15), expect.closeTo(0.6, 15)]);
    expect(result.trace.activeBounds).toMatchObject([{ group: "group", period: null }]);
    const yearly = made(columns, { scope: "per-period", bounds: [0.45, 0.55] }, { periods: [2020, 2021] });
    for (const { share } of yearly.value.byPeriod ?? []) expect(Math.abs(share.a - 0.5)).toBeLessThanOrEqual(0.05 + 1e-12);
  });
  it("faults on an entropy past 1 from a wrong base, and reproduces it on purpose with a warning", () => {
    const around = { periods: [2020, 2021] };
    expect(() => made(x, { base: "periods" }, around)).toThrow(expect.objectContaining({ code: "entropy-past-one" }));
    const result = made(x, { base: "compat-periods" }, around);
    expect(Math.max(...traceOf(result).d)).toBeLessThan(0);
    expect(result.warnings.map((one) => one.code)).toEqual(["wrong-base"]);
    const right = weights(x, {}, around);
    expect(result.value.share.a > result.value.share.b).toBe(right.a < right.b);
  });
  it.each([
    ["a negative value", { a: [0, -0.1, 1] }, {}],
    ["a base of one period, whose logarithm is 0", { a: [0, 1], b: [1, 0] }, { base: "periods" }],
    ["the same, asked for on purpose", { a: [0, 1], b: [1, 0] }, { base: "compat-periods" }],
    ["an amount where nothing is added", x, { amount: 0.1 }],
    ["an amount of 0", x, { zero: "shift", amount: 0 }],
    ["an amount where the entropy is simply 0", x, { zero: "zero-entropy", amount: 0.1 }],
    ["a squeeze that leaves no room", x, { zero: "squeeze", amount: 0.5 }],
    ["bounds no weights can keep", x, { bounds: [0.6, 1] }],
    ["an unknown rule", x, { zero: "drop" }],
  ])("faults on %s", (_, columns, options) => expect(() => made(columns as Columns, options)).toThrow(Fault));
});

describe("entropy weights: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const data = panelOf(input.columns as unknown as Columns, {
      direction: input.direction as Record<string, 1 | -1>,
      periods: input.periods,
    });
    const scaled: Panel = input.scaled ? minMax(data).value : data;
    const result = entropyWeights(scaled, flat(Object.keys(input.columns)), input.options as object);
    const found = { e: traceOf(result).e, d: traceOf(result).d, w: traceOf(result).w };
    for (const [key, numbers] of Object.entries(expected)) {
      (numbers as number[]).forEach((one, k) => {
        expect(Math.abs(found[key as "e" | "d" | "w"][k] - one)).toBeLessThanOrEqual(tolerance);
      });
    }
  });
  it("says what it did with the 5 × 4 table", () => {
    const data = panelOf(reference[0].input.columns as unknown as Columns, {
      direction: reference[0].input.direction as Record<string, 1 | -1>,
    });
    const trace = traceOf(entropyWeights(minMax(data).value, flat(["a", "b", "c", "d"])));
    expect(trace).toMatchObject({ rows: [5, 5, 5, 5], zerosSeen: 4, direction: ["+", "-", "+", "-"] });
  });
  describeWith("coinr", "published entropy weights")("published tables", () => {
    const { cases } = referenceJson("coinr/mcdm/cases.json") as {
      cases: { id: string; inputs: { X: number[][] }; value: { e: number[]; w: number[] } }[];
    };
    it.each(["xu2004", "zavadskas2016", "ersoy2021", "elsayed2017"])("%s, on the raw columns", (name) => {
      const { inputs, value } = cases.find((one) => one.id === `entropy_${name}`) as (typeof cases)[number];
      const columns = Object.fromEntries(inputs.X[0].map((_, j) => [`x${j}`, inputs.X.map((row) => row[j])]));
      const { e, w } = traceOf(made(columns, { on: "raw" }));
      value.e.forEach((one, k) => {
        expect(e[k]).toBeCloseTo(one, 14);
      });
      value.w.forEach((one, k) => {
        expect(w[k]).toBeCloseTo(one, 12);
      });
    });
  });
});
