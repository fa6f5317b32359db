import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { arithmeticMean, equalWeights } from "../../../measure/index.js";
import { panel, select, series } from "../../../table/index.js";
import { couplingCoordination } from "./coupling-coordination.js";
import type { CouplingCoordinationOptions } from "./coupling-coordination.method.js";
import reference from "./coupling-coordination.reference.json";

type Options = Partial<CouplingCoordinationOptions>;
const of = (u: readonly (number | null)[], options: Options = {}): Record<string, unknown> => {
  const made = couplingCoordination(panelOf(Object.fromEntries(u.map((one, k) => [`s${k + 1}`, [one]]))), options);
  return Object.fromEntries(made.tables[0].columns.map(({ id, values }) => [id, values[0]]));
};
const number = (u: readonly number[], id: string, options: Options = {}): number => of(u, options)[id] as number;

const all: Options = { forms: ["standard", "wang-2021", "adjusted-k"] };
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const positive = fc.double({ min: 1e-9, max: 1, noNaN: true });
const many = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: 2, maxLength: 6 });

describe("couplingCoordination: laws", () => {
  it("keeps C, T and D of every form in [0, 1], and D at most √T", () => {
    fc.assert(
      fc.property(many(unit), (u) => {
        const row = of(u, all);
        for (const id of ["t", "c", "d", "c_wang2021", "d_wang2021", "c_adjusted_k", "d_adjusted_k"]) {
          expect(row[id]).toBeGreaterThanOrEqual(0);
          expect(row[id]).toBeLessThanOrEqual(1);
        }
        const limit = Math.sqrt(row.t as number) + 1e-15;
        for (const id of ["d", "d_wang2021", "d_adjusted_k"]) expect(row[id]).toBeLessThanOrEqual(limit);
      }),
    );
  });
  it("does not depend on the order of the systems", () => {
    fc.assert(
      fc.property(many(unit), (u) => {
        const [there, back] = [of(u, all), of([...u].reverse(), all)];
        for (const id of ["t", "d", "d_wang2021", "d_adjusted_k"]) expect(there[id]).toBeCloseTo(back[id] as number, 12);
      }),
    );
  });
  it("standard C does not change when every system is multiplied by the same number", () => {
    fc.assert(
      fc.property(many(positive), fc.double({ min: 1e-6, max: 1, noNaN: true }), (u, scale) => {
        expect(
          number(
            u.map((one) => one * scale),
            "c",
          ),
        ).toBeCloseTo(number(u, "c"), 12);
      }),
    );
  });
  it("equal systems give exactly C = 1 and D = √T in every form", () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2, max: 6 }), (one, n) => {
        const row = of(Array<number>(n).fill(one), all);
        expect([row.c, row.c_wang2021, row.c_adjusted_k]).toEqual([1, 1, 1]);
        expect(row.d).toBeCloseTo(Math.sqrt(one), 14);
      }),
    );
  });
  it("for two systems the corrected C is at most the standard one, equal only where both are 0 or 1", () => {
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        const row = of([x, y]) as Record<string, number>;
        expect(row.c_wang2021).toBeLessThanOrEqual(row.c + 1e-15);
        if (Math.abs(x - y) > 1e-3 && Math.min(x, y) > 1e-3) expect(row.c_wang2021).toBeLessThan(row.c);
      }),
    );
  });
  it("for three systems the corrected C can exceed the standard one", () => {
    const row = of([1e-6, 1e-6, 1e-3]) as Record<string, number>;
    expect(row.c).toBeCloseTo(0.03 / 1.002, 12);
    expect(row.c_wang2021).toBeCloseTo(Math.sqrt((1 - (0.002 * (1 - 1e-3)) / 3) * 1e-3), 9);
    expect(row.c_wang2021).toBeGreaterThan(row.c);
  });
  it("adjusted-k with exponent 1/n is the standard form, and falls as the exponent grows", () => {
    fc.assert(
      fc.property(many(positive), (u) => {
        const at = (k: number): number => number(u, "c_adjusted_k", { forms: ["adjusted-k"], k });
        expect(at(1 / u.length)).toBeCloseTo(number(u, "c"), 12);
        expect(at(2)).toBeLessThanOrEqual(at(1) + 1e-15);
      }),
    );
  });
  it("weights of the systems enter T only, whatever their sum", () => {
    fc.assert(
      fc.property(unit, unit, positive, positive, (x, y, a, b) => {
        const row = of([x, y], { alpha: [a, b] });
        expect(row.t).toBeCloseTo((a * x + b * y) / (a + b), 12);
        expect(row.c).toBe(number([x, y], "c"));
      }),
    );
  });
});

describe("couplingCoordination: edges", () => {
  const two = (x: readonly (number | null)[], y: readonly (number | null)[], options: Options = {}) =>
    couplingCoordination(panelOf({ x, y }, { periods: [2020, 2021] }), options);

  it("a zero system gives 0, not a missing value; all zero gives 0 with a warning", () => {
    expect(of([0, 0.5])).toMatchObject({ t: 0.25, c: 0, d: 0, c_wang2021: 0, d_wang2021: 0, class: 1, relative: 0 });
    const none = couplingCoordination(panelOf({ x: [0], y: [0] }));
    expect(none.warnings.map((one) => one.code)).toEqual(["all-zero", "no-relative"]);
    expect(of([0, 0])).toMatchObject({ t: 0, c: 0, d: 0, relative: null });
  });
  it("has no relative development where the second system is 0, and says so", () => {
    expect(of([0.5, 0])).toMatchObject({ d: 0, relative: null });
    expect(couplingCoordination(panelOf({ x: [0.5], y: [0] })).warnings[0].code).toBe("no-relative");
  });
  it("leaves the whole row empty where a system is missing, with a warning", () => {
    const made = two([0.2, null], [0.4, 0.6]);
    expect(made.tables[0].columns.map(({ values }) => values[1]).slice(2)).toEqual(Array(8).fill(null));
    expect(made.warnings).toHaveLength(1);
    expect([made.trace.missing, made.trace.cells]).toEqual([1, 2]);
  });
  it("prints the columns of two systems in the order studies read, and no relative development for three", () => {
    const ids = (u: number[]) =>
      couplingCoordination(panelOf(Object.fromEntries(u.map((one, k) => [`s${k}`, [one]])))).tables[0].columns.map((one) => one.id);
    const start = ["unit", "period", "t", "c", "d", "c_wang2021", "d_wang2021", "class"];
    expect(ids([0.1, 0.2])).toEqual([...start, "relative", "class_wang2021"]);
    expect(ids([0.1, 0.2, 0.3])).toEqual([...start, "class_wang2021"]);
  });
  it("classes by the form it is told to, and keeps the class of the other", () => {
    expect(of([0.62, 0.48], { classify: "wang-2021" })).toMatchObject({ class: 7, class_standard: 8 });
    expect(of([0.62, 0.48], { forms: ["wang-2021"] })).toMatchObject({ class: 7 });
    expect(of([0.62, 0.48], { forms: ["wang-2021"] })).not.toHaveProperty("c");
    expect(() => of([0.6, 0.5], { forms: ["standard"], classify: "wang-2021" })).toThrow(Fault);
  });
  it("counts how many cells change class between the forms", () => {
    expect(two([0.5, 0.62], [0.5, 0.48]).trace.classChanges).toEqual({ "wang-2021": { changed: 1, of: 2 } });
  });
  it("rounds D to 12 decimals before classing, at either closed end", () => {
    const d = 0.3 - 2 ** -54;
    expect(number([d * d, d * d], "class")).toBe(4);
    expect(number([0.09, 0.09], "class", { interval: "right-closed" })).toBe(3);
    expect([number([0, 0], "class"), number([1, 1], "class")]).toEqual([1, 10]);
    expect([number([0, 0], "class", { interval: "right-closed" }), number([1, 1], "class", { interval: "right-closed" })]).toEqual([1, 10]);
  });
  it("takes classes of one's own and prints their names", () => {
    const made = couplingCoordination(panelOf({ x: [0.36], y: [0.36] }), {
      classes: { cuts: [0, 0.5, 1], names: ["low", { en: "high", zh: "高" }] },
    });
    expect(made.tables[1].columns.map(({ id, values }) => [id, ...values])).toEqual([
      ["class", 1, 2],
      ["from", 0, 0.5],
      ["to", 0.5, 1],
      ["name_en", "low", "high"],
      ["name_zh", "low", "高"],
    ]);
    expect(made.tables[0].columns.find((one) => one.id === "class")?.values).toEqual([2]);
  });
  it("adds the stage of C and the lag only when asked", () => {
    expect(of([0.1, 0.9], { stages: true })).toMatchObject({ stage: 3 });
    expect(of([0.1, 0.9], { lag: "ratio" })).toMatchObject({ lag: "first" });
    expect(of([0.9, 0], { lag: "ratio" })).toMatchObject({ lag: "second" });
    expect(of([0, 0], { lag: "ratio" })).toMatchObject({ lag: null });
    expect(of([0.8, 1], { lag: "ratio" })).toMatchObject({ lag: "together" });
    expect(of([0.5, 0.45], { lag: "ratio", synchronous: [0.95, 1.05] })).toMatchObject({ lag: "second" });
    expect(of([0.3, 0.2], { lag: "difference" })).toMatchObject({ lag: "together" });
    expect(of([0.3, 0.6], { lag: "graded" })).toMatchObject({ lag: "first", lag_grade: 2 });
    const made = two([0.1, 0.5], [0.5, 0.5], { lag: "ratio" });
    expect(made.trace.lag).toEqual({ rule: "ratio", cuts: [0.8, 1.2] });
    const table = (options: Options) => {
      const lags = two([0.1, 0.5], [0.5, 0.5], options).tables.find((one) => one.id === "lags");
      return Object.fromEntries((lags?.columns ?? []).map(({ id, values }) => [id, values]));
    };
    expect(table({ lag: "ratio" })).toMatchObject({ lag: ["first", "together", "second"], cells: [1, 1, 0] });
    expect(table({ lag: "graded" })).toMatchObject({ lag_grade: [1, 2, 3, 0, 1, 2, 3], cells: [0, 0, 1, 1, 0, 0, 0] });
    expect(table({ lag: "graded" }).name_zh?.[2]).toBe("系统1滞后型（严重滞后）");
  });
  it("warns of raw columns on both sides, denominators excepted", () => {
    const made = (denominators?: string[]) =>
      couplingCoordination(
        panel({
          variables: [
            { id: "x", derivedFrom: ["income", "pop"] },
            { id: "y", derivedFrom: ["pop", "income", "beds"] },
          ],
          periods: [2020],
          units: [{ code: "u" }],
          values: Float64Array.of(0.4, 0.5),
        }),
        denominators ? { denominators } : {},
      ).warnings.map((one) => one.text.en);
    expect(made()).toEqual(["x and y are both computed from income: part of their coupling is mechanical"]);
    expect(made([])[0]).toContain("income, pop");
    expect(made(["income", "pop"])).toEqual([]);
  });
  it("finds raw columns on both sides through the indicators of an index", () => {
    const derivedFrom: Record<string, string[]> = { a: ["income_urban", "pop"], b: ["beds", "pop"], c: ["income_urban", "income_rural"] };
    const { variables, values } = panelOf({ a: [0.2], b: [0.3], c: [0.4] });
    const indicators = panel({
      variables: variables.map((one) => ({ ...one, derivedFrom: derivedFrom[one.id] })),
      periods: [2020],
      units: [{ code: "u" }],
      values,
    });
    const tree = treeOf({ E: { E1: ["a"] }, Q: { Q1: ["b"], Q2: ["c"] } });
    const { scores, nodes } = arithmeticMean(indicators, equalWeights(tree).value, tree).value;
    expect(couplingCoordination(scores).warnings.map((one) => one.text.en)).toEqual([
      "E and Q are both computed from income_urban: part of their coupling is mechanical",
    ]);
    expect(() => couplingCoordination(select(nodes, ["E", "E1"]))).toThrow(Fault);
  });
  it("lists the pairs of indicators from a common column with their correlation, and refuses one in two systems", () => {
    const derivedFrom: Record<string, string[]> = { a: ["gdp", "pop"], b: ["beds", "pop"], c: ["income", "pop"], d: ["income", "price"] };
    const { variables, values } = panelOf({ a: [0.2, 0.4, 0.3], b: [0.3, 0.1, 0.2], c: [0.1, 0.2, 0.3], d: [0.9, 0.7, 0.5] });
    const parts = panel({
      variables: variables.map((one) => ({ ...one, derivedFrom: derivedFrom[one.id] })),
      periods: [2020],
      units: ["u", "v", "w"].map((code) => ({ code })),
      values,
    });
    const scores = (over: Parameters<typeof treeOf>[0]) => {
      const tree = treeOf(over);
      return arithmeticMean(parts, equalWeights(tree).value, tree).value.scores;
    };
    const coupled = couplingCoordination(scores({ E: { E1: ["a", "c"] }, Q: { Q1: ["b", "d"] } }), { parts });
    expect(coupled.warnings.map((one) => one.text.en)).toEqual([
      "E and Q are both computed from income: part of their coupling is mechanical (c × d r = -1.00)",
    ]);
    expect(coupled.trace.sharedColumns).toEqual([{ first: "c", second: "d", columns: ["income"], correlation: expect.closeTo(-1, 12) }]);
    const other = treeOf({ F: { F1: ["a"] } });
    const twice = panel({
      variables: [
        ...scores({ E: { E1: ["a", "c"] } }).variables,
        ...arithmeticMean(parts, equalWeights(other).value, other).value.scores.variables,
      ],
      periods: [2020],
      units: [{ code: "u" }],
      values: Float64Array.of(0.2, 0.3),
    });
    expect(() => couplingCoordination(twice, { parts })).toThrow(expect.objectContaining({ code: "same-indicator" }));
  });
  it("stands for a development a rounding error above 1 as 1", () => expect(of([1 + 2 ** -52, 1])).toMatchObject({ t: 1, c: 1, d: 1 }));

  it.each([
    ["a value above 1", () => of([0.2, 1.2]), /s2, unit u1, period 2020/],
    ["a score on 0–100", () => of([20, 60]), /s1, unit u1/],
    ["a negative value", () => of([-0.1, 0.5]), /s1/],
  ])("faults on %s, naming the place", (_, run, place) => {
    try {
      run();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).place.path).toMatch(place);
    }
  });
  it.each([
    ["one system", () => of([0.5])],
    [
      "a system coupled with a part of itself",
      () =>
        couplingCoordination(
          panel({
            variables: [{ id: "E", derivedFrom: ["E1"] }, { id: "E1" }],
            periods: [1],
            units: [{ code: "u" }],
            values: Float64Array.of(0.1, 0.2),
          }),
        ),
    ],
    ["too few weights", () => of([0.5, 0.5, 0.5], { alpha: [1, 1] })],
    ["a weight of 0", () => of([0.5, 0.5], { alpha: [1, 0] })],
    ["cuts that do not rise", () => of([0.5, 0.5], { classes: { cuts: [0, 0.6, 0.5, 1] } })],
    ["cuts that stop short of 1", () => of([0.5, 0.5], { classes: { cuts: [0, 0.5] } })],
    ["names that do not fit", () => of([0.5, 0.5], { classes: { cuts: [0, 0.5, 1], names: ["all"] } })],
    ["a lag of three systems", () => of([0.5, 0.5, 0.5], { lag: "ratio" })],
    ["cuts the wrong way round", () => of([0.5, 0.5], { lag: "ratio", synchronous: [1.2, 0.8] })],
    ["cuts for graded lags", () => of([0.5, 0.5], { lag: "graded", synchronous: [0.8, 1.2] })],
    ["an unknown form", () => of([0.5, 0.5], { forms: ["wang" as never] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("couplingCoordination: agreement", () => {
  it.each(reference)("$u: $from", ({ u, expected, tolerance }) => {
    const row = of(u);
    for (const [id, value] of Object.entries(expected))
      expect(Math.abs((row[id] as number) - (value as number)), id).toBeLessThanOrEqual(tolerance);
  });

  // Wang et al. 2021, table 8 (thirteen cities, 2008), prints C and its correction but not the two systems. With r = U1/U2 ≤ 1 from
  // C = 2√r/(1+r), the correction gives U2 = (1 − C′²/r)/(1 − r).
  const table8: readonly (readonly [number, number])[] = [
    [0.9989, 0.9404],
    [0.9935, 0.866],
    [0.8868, 0.544],
    [0.9073, 0.5769],
    [0.6821, 0.3006],
    [0.8328, 0.478],
    [0.6816, 0.3344],
    [0.7789, 0.4171],
    [0.6871, 0.3278],
    [0.6101, 0.27],
    [0.8017, 0.4374],
    [0.7867, 0.4196],
    [0.7191, 0.3738],
  ];
  it.each(table8)("a printed pair C = %f, corrected %f is reproduced by two systems inside (0, 1]", (c, corrected) => {
    const root = (1 - Math.sqrt(1 - c * c)) / c;
    const ratio = root * root;
    const larger = (1 - (corrected * corrected) / ratio) / (1 - ratio);
    expect(larger).toBeGreaterThan(0);
    expect(larger).toBeLessThanOrEqual(1);
    const row = of([ratio * larger, larger]) as Record<string, number>;
    expect(row.c).toBeCloseTo(c, 12);
    expect(row.c_wang2021).toBeCloseTo(corrected, 12);
  });

  it.each([
    [2, 0.749, 0.242],
    [3, 0.651, 0.105],
    [5, 0.545, 0.023],
  ])("of %i independent uniform systems the share with C > 0.8 is %f, corrected %f", (n, standard, corrected) => {
    const stream = new Stream(2021, n);
    const units = 20_000;
    const p = panel({
      variables: Array.from({ length: n }, (_, k) => ({ id: `s${k}` })),
      periods: [2020],
      units: Array.from({ length: units }, (_, i) => ({ code: `u${i}` })),
      values: Float64Array.from({ length: n * units }, () => stream.uniform()),
    });
    const { value } = couplingCoordination(p);
    const share = (id: string): number => series(value, id).filter((c) => c > 0.8).length / units;
    expect(Math.abs(share("c") - standard)).toBeLessThan(0.012);
    expect(Math.abs(share("c_wang2021") - corrected)).toBeLessThan(0.012);
  });
});
