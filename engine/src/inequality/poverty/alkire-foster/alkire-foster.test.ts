import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { panel } from "../../../table/index.js";
import { alkireFoster } from "./alkire-foster.js";
import type { AlkireFosterOptions } from "./alkire-foster.method.js";
import reference from "./alkire-foster.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Options = Partial<AlkireFosterOptions> & Pick<AlkireFosterOptions, "cutoffs"> & { by?: string[] };
const of = (columns: Columns, options: Options) => alkireFoster(panelOf(columns), options);
const measured = (columns: Columns, options: Options) => of(columns, options).value[0];
const table = (made: ReturnType<typeof of>, id: string): Record<string, (number | string | null)[]> =>
  Object.fromEntries((made.tables.find((one) => one.id === id)?.columns ?? []).map((one) => [one.id, [...one.values]]));
const total = (values: (number | string | null)[]): number => values.reduce<number>((sum, one) => sum + Number(one), 0);

/** Rows of three indicators with people and a group; values 0–10 against cut-offs 4, 5, 6, so that ties with the cut-off occur. */
const rows = fc.array(
  fc.record({
    y: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
    people: fc.integer({ min: 0, max: 5 }),
    group: fc.constantFrom("a", "b", "c"),
  }),
  { minLength: 2, maxLength: 30 },
);
type Rows = typeof rows extends fc.Arbitrary<infer T> ? T : never;
const cutoffs = { y0: 4, y1: 5, y2: 6 };
const weights = { y0: 2, y1: 1, y2: 1 };
const columnsOf = (list: Rows) => ({
  y0: list.map(({ y }) => y[0]),
  y1: list.map(({ y }) => y[1]),
  y2: list.map(({ y }) => y[2]),
  people: list.map(({ people }) => people),
});
const anyOne = (list: Rows): boolean => list.some(({ people }) => people > 0);
const ks = fc.constantFrom(0.25, 0.5, 0.75, 1);

describe("alkireFoster: laws", () => {
  it("M0 = H·A; indicators, dimensions and groups add up to M0; M0 ≥ M1 ≥ M2", () => {
    fc.assert(
      fc.property(rows, ks, (list, k) => {
        fc.pre(anyOne(list));
        const made = of(columnsOf(list), {
          cutoffs,
          weights,
          k,
          population: "people",
          by: list.map(({ group }) => group),
          dimensions: { d: ["y0"], e: ["y1", "y2"] },
        });
        const { h, a, m0, m1, m2 } = made.value[0];
        if (h === 0) expect([a, m0]).toEqual([null, 0]);
        else expect(h * (a as number)).toBeCloseTo(m0, 14);
        expect(m1).toBeLessThanOrEqual(m0 + 1e-15);
        expect(m2).toBeLessThanOrEqual((m1 as number) + 1e-15);
        for (const id of ["indicators", "dimensions"]) {
          const parts = table(made, id);
          expect(total(parts.contribution.filter((_, r) => parts.group[r] === ""))).toBeCloseTo(m0, 13);
        }
        const { group, population_share: share, m0: own } = table(made, "poverty");
        expect(total(share.filter((_, r) => group[r] !== ""))).toBeCloseTo(1, 13);
        expect(total(own.map((one, r) => (group[r] === "" ? 0 : Number(one) * Number(share[r]))))).toBeCloseTo(m0, 13);
      }),
    );
  });
  it("people are so many rows; the order of rows plays no part; copies of the population change nothing", () => {
    fc.assert(
      fc.property(rows, ks, (list, k) => {
        fc.pre(anyOne(list));
        const weighted = measured(columnsOf(list), { cutoffs, weights, k, population: "people" });
        const each = list.flatMap((one) => Array<Rows[number]>(one.people).fill(one));
        const copied = measured(columnsOf([...each, ...each].reverse()), { cutoffs, weights, k });
        for (const id of ["h", "m0", "m1", "m2"] as const) expect(copied[id]).toBeCloseTo(weighted[id] as number, 12);
      }),
    );
  });
  it("H and M0 do not rise with k, and M0 lies between intersection and union", () => {
    fc.assert(
      fc.property(rows, (list) => {
        fc.pre(anyOne(list));
        const { k, h, m0 } = table(of(columnsOf(list), { cutoffs, weights, population: "people" }), "cutoffs");
        expect([k[0], k.at(-1)]).toEqual([0.25, 1]);
        for (let r = 1; r < k.length; r++) {
          expect(h[r]).toBeLessThanOrEqual(h[r - 1] as number);
          expect(m0[r]).toBeLessThanOrEqual((m0[r - 1] as number) + 1e-15);
        }
      }),
    );
  });
  it("H and M0 see order only, so that every rising transform leaves them; M1 and M2 see ratios only", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (list, b) => {
        fc.pre(anyOne(list));
        const options = { cutoffs, weights, k: 0.5, population: "people" };
        const plain = measured(columnsOf(list), options);
        const cube = (x: number) => x * x * x + 7;
        const bent = measured(
          { ...columnsOf(list), y0: list.map(({ y }) => cube(y[0])) },
          { ...options, cutoffs: { ...cutoffs, y0: cube(4) } },
        );
        expect([bent.h, bent.m0]).toEqual([plain.h, plain.m0]);
        const scaled = measured(
          { ...columnsOf(list), y0: list.map(({ y }) => b * y[0]) },
          { ...options, cutoffs: { ...cutoffs, y0: 4 * b } },
        );
        expect(scaled.m2).toBeCloseTo(plain.m2 as number, 13);
      }),
    );
  });
  it("a gain of a poor row in something it lacks never raises a measure", () => {
    fc.assert(
      fc.property(rows, ks, fc.nat(), (list, k, pick) => {
        fc.pre(anyOne(list));
        const options = { cutoffs, weights, k, population: "people" };
        const at = pick % list.length;
        const better = list.map((one, i) =>
          i === at ? { ...one, y: [one.y[0] + 1, one.y[1], one.y[2]] as [number, number, number] } : one,
        );
        const [before, after] = [measured(columnsOf(list), options), measured(columnsOf(better), options)];
        for (const id of ["h", "m0", "m1", "m2"] as const) expect(after[id]).toBeLessThanOrEqual((before[id] as number) + 1e-14);
      }),
    );
  });
});

describe("alkireFoster: edges", () => {
  it("the cut-off itself is not deprived, on either side", () => {
    expect(measured({ y: [3, 4, 5] }, { cutoffs: { y: 4 }, k: 1 }).h).toBeCloseTo(1 / 3, 15);
    expect(measured({ y: [3, 4, 5] }, { cutoffs: { y: { above: 4 } }, k: 1 })).toMatchObject({ h: 1 / 3, m1: null, m2: null });
  });
  it("counts eight deprivations of 0.1 as 0.8, although their sum is 0.7999999999999999", () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`y${j}`, [j < 8 ? 0 : 1]]));
    const made = measured(ten, { cutoffs: Object.fromEntries(Object.keys(ten).map((id) => [id, 1])), k: 0.8 });
    expect(made.h).toBe(1);
    expect(made.m0).toBeCloseTo(0.8, 12);
  });
  it("33 per cent and a third are different cut-offs", () => {
    const columns = { a: [0], b: [1], c: [1] };
    const options = { cutoffs: { a: 1, b: 1, c: 1 }, weights: { a: 0.331, b: 0.3345, c: 0.3345 } };
    expect([measured(columns, { ...options, k: 0.33 }).h, measured(columns, { ...options, k: 1 / 3 }).h]).toEqual([1, 0]);
  });
  it("with nobody poor A is empty and nothing has a share, with a warning", () => {
    const made = of({ a: [5, 6], b: [5, 6] }, { cutoffs: { a: 1, b: 1 }, k: "union", by: ["x", "y"] });
    expect(made.value[0]).toMatchObject({ h: 0, a: null, m0: 0, m1: 0, m2: 0 });
    expect(table(made, "indicators").share).toEqual(Array(6).fill(null));
    expect(table(made, "poverty").m0_share).toEqual([null, null, null]);
    expect(made.warnings.map((one) => one.code)).toEqual(["no-poor"]);
  });
  it("leaves rows with gaps out, judges them by the rest, or takes the gap as no deprivation", () => {
    const columns = { a: [0, 0, 5], b: [0, null, 5] };
    const at = (missing: AlkireFosterOptions["missing"]) => measured(columns, { cutoffs: { a: 1, b: 1 }, k: 1, missing });
    expect(at("complete-case")).toMatchObject({ n: 2, h: 0.5 });
    expect(at("reweight").h).toBeCloseTo(2 / 3, 15);
    expect(at("not-deprived").h).toBeCloseTo(1 / 3, 15);
    const made = of(columns, { cutoffs: { a: 1, b: 1 } });
    expect(made.warnings[0]).toMatchObject({ code: "dropped", text: { en: "1 rows (33.3 %) left out: missing indicators" } });
    expect(of({ a: [0, null], b: [0, null] }, { cutoffs: { a: 1, b: 1 } }).trace.byPeriod).toMatchObject([
      { rows: 1, dropped: 0, absent: 1 },
    ]);
  });
  it("has no M1 and M2 for categories, cut-offs of 0 or negative values, and names them", () => {
    for (const options of [{ cutoffs: { y: 4 }, ordinal: ["y"] }, { cutoffs: { y: 0 } }] as Options[]) {
      expect(measured({ y: [3, 5] }, options)).toMatchObject({ m1: null, m2: null });
    }
    const made = of({ y: [-3, 5] }, { cutoffs: { y: 4 } });
    expect(made.value[0].m1).toBeNull();
    expect(made.warnings[0].text.en).toContain("y");
  });
  it("rows of weight 0 stand aside; units in no group count in the whole only", () => {
    const made = of({ y: [0, 9, 0], people: [1, 1, 0] }, { cutoffs: { y: 1 }, population: "people", by: ["a", "", "a"] });
    expect(made.value[0]).toMatchObject({ n: 2, h: 0.5 });
    expect(table(made, "poverty").population_share).toEqual([1, 0.5]);
  });
  it("keeps its digits for huge and tiny people", () => {
    for (const size of [1e300, 1e-300])
      expect(measured({ y: [0, 9], people: [size, 3 * size] }, { cutoffs: { y: 1 }, population: "people" }).h).toBe(0.25);
  });
  it.each<[string, Columns, Options]>([
    ["a cut-off for no column", { y: [1] }, { cutoffs: { z: 1 } }],
    ["no cut-off", { y: [1] }, { cutoffs: {} }],
    ["weights of other indicators", { y: [1], z: [1] }, { cutoffs: { y: 1, z: 1 }, weights: { y: 1 } }],
    ["an indicator in two dimensions", { y: [1] }, { cutoffs: { y: 1 }, dimensions: { a: ["y"], b: ["y"] } }],
    ["an indicator in no dimension", { y: [1], z: [1] }, { cutoffs: { y: 1, z: 1 }, dimensions: { a: ["y"] } }],
    ["negative people", { y: [1], people: [-1] }, { cutoffs: { y: 1 }, population: "people" }],
    ["nobody to judge", { y: [null] }, { cutoffs: { y: 1 } }],
    ["too few groups", { y: [1, 2] }, { cutoffs: { y: 1 }, by: ["a"] }],
    ["k of 0", { y: [1] }, { cutoffs: { y: 1 }, k: 0 }],
  ])("faults on %s", (_, columns, options) => expect(() => of(columns, options)).toThrow(Fault));
});

describe("alkireFoster: standard errors", () => {
  const survey = {
    d0: [0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1],
    d1: [0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1],
    d2: [0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1],
    w: [1, 2, 1, 3, 1, 1, 2, 2, 1, 4, 1, 2],
    psu: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6],
    stratum: [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
  };
  const cuts = { d0: { above: 0 }, d1: { above: 0 }, d2: { above: 0 } };
  const drawn: Options = { cutoffs: cuts, weights: { d0: 2, d1: 1, d2: 1 }, k: 0.5, population: "w", psu: "psu", stratum: "stratum" };

  it("of a stratified cluster sample are those of the linearised totals (plain numpy)", () => {
    const { h, a, m0, se_h, se_a, se_m0 } = table(of(survey, drawn), "poverty");
    const wanted = [
      0.42857142857142855, 0.8333333333333334, 0.35714285714285715, 0.15027702064200354, 0.11415581486979585, 0.12740354285937444,
    ];
    expect([h, a, m0, se_h, se_a, se_m0].map(([found]) => Number(found).toFixed(13))).toEqual(wanted.map((one) => one.toFixed(13)));
  });
  it("of a simple random sample are s/√n", () => {
    const { se_h } = table(of({ y: [0, 0, 9, 9, 9] }, { cutoffs: { y: 1 } }), "poverty");
    expect(se_h[0]).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 4), 15);
  });
  it("are empty where a stratum has one sampling unit, with a warning, unless centred", () => {
    const lone = { ...survey, stratum: [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3] };
    const made = of(lone, drawn);
    expect(table(made, "poverty").se_h).toEqual([null]);
    expect(made.warnings.map((one) => one.code)).toContain("single-psu");
    expect(table(of(lone, { ...drawn, singlePsu: "centred" }), "poverty").se_h[0]).toBeGreaterThan(0);
  });
  it("of a change count what the same sampling units share: a panel that does not move has no error", () => {
    const twice = (second: readonly number[]) =>
      panel({
        variables: [{ id: "y" }],
        periods: [2020, 2021],
        units: [0, 1, 2, 3].map((i) => ({ code: `u${i}` })),
        values: Float64Array.of(0, 0, 9, 9, ...second),
      });
    const changes = (second: readonly number[]) => table(alkireFoster(twice(second), { cutoffs: { y: 1 }, k: 1 }), "changes");
    expect(changes([0, 0, 9, 9])).toMatchObject({ measure: ["h", "a", "m0"], change: [0, 0, 0], se: [0, 0, 0] });
    expect(changes([0, 9, 9, 9]).se[0]).toBeCloseTo(Math.sqrt(3 / 16 / 3), 15);
  });
});

describe("alkireFoster: agreement", () => {
  it.each(reference)("$from", ({ columns, options, expected, censored, share, tolerance }) => {
    const made = of(columns as unknown as Columns, options as unknown as Options);
    const near = (found: unknown, wanted: number, what: string) =>
      expect(Math.abs((found as number) - wanted), what).toBeLessThanOrEqual(tolerance);
    for (const [id, wanted] of Object.entries(expected)) near(made.value[0][id as "h"], wanted as number, id);
    const parts = table(made, "indicators");
    for (const [j, wanted] of censored.entries()) near(parts.censored[j], wanted, `censored ${j}`);
    for (const [j, wanted] of share.entries()) near(parts.share[j], wanted, `share ${j}`);
  });
  it("the printed shares of the dimensions of UNDP's example", () => {
    const { columns, options } = reference[3];
    const { share } = table(of(columns as unknown as Columns, options as unknown as Options), "dimensions");
    expect(share.map((one) => (100 * Number(one)).toFixed(1))).toEqual(["33.3", "29.6", "37.0"]);
  });
});
