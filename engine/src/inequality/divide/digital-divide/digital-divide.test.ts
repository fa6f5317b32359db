import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../ground/fault/index.js";
import type { DivideTable } from "../divide-table.js";
import { digitalDivide } from "./digital-divide.js";
import type { DigitalDivideOptions } from "./digital-divide.method.js";
import reference from "./digital-divide.reference.json";

type Row = readonly [indicator: string, axis: string, group: string, period: number, value: number, share?: number];
const tableOf = (rows: readonly Row[], level: Readonly<Record<string, string>> = {}): DivideTable => ({
  indicator: rows.map((row) => row[0]),
  axis: rows.map((row) => row[1]),
  group: rows.map((row) => row[2]),
  period: rows.map((row) => row[3]),
  value: rows.map((row) => row[4]),
  share: rows.map((row) => row[5] ?? Number.NaN),
  level: rows.map((row) => level[row[0]] ?? ""),
});
const divide = (rows: readonly Row[], options: Partial<DigitalDivideOptions> = {}, level = {}) =>
  digitalDivide(tableOf(rows, level), options).value;
const codes = (rows: readonly Row[], options = {}, level = {}) =>
  digitalDivide(tableOf(rows, level), options).warnings.map((one) => one.code);
const two = (period: number, low: number, high: number, share = 0.5): Row[] => [
  ["internet", "residence", "rural", period, low, share],
  ["internet", "residence", "urban", period, high, 1 - share],
];

const percent = fc.double({ min: 0.5, max: 100, noNaN: true });
const weight = fc.double({ min: 0.01, max: 1, noNaN: true });

describe("digitalDivide: laws", () => {
  it("of two groups gap, Gini and concentration agree: G = |C| = p·q·|gap|/μ, and C has the sign of the gap", () => {
    fc.assert(
      fc.property(percent, percent, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (low, high, share) => {
        const [one] = divide(two(2020, low, high, share)).gaps;
        expect(one.gap).toBe(high - low);
        expect(one.gini).toBeCloseTo((share * (1 - share) * Math.abs(high - low)) / one.mean, 9);
        expect(one.concentration).toBeCloseTo(Math.sign(high - low) * (one.gini as number), 9);
        expect(one.erreygers).toBeCloseTo(((4 * one.mean) / 100) * (one.concentration as number), 9);
        expect(one.ratio).toBe(Math.min(1, low / high));
      }),
    );
  });
  it("does not depend on the order of rows, the sum of the shares, or how values are written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(percent, weight), { minLength: 5, maxLength: 5 }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (cells, scale) => {
          const rows = cells.map(([value, share], k): Row => ["internet", "income", `q${k + 1}`, 2020, value, share]);
          const plain = divide(rows).gaps;
          const other = divide(
            [...rows].reverse().map((row): Row => [row[0], row[1], row[2], row[3], row[4] / 100, scale * (row[5] as number)]),
            { scale: "share" },
          ).gaps;
          for (const id of ["gap", "ratio", "mean", "theil", "gini", "concentration", "wagstaff", "without", "without_low"] as const) {
            if (plain[0][id] === null) expect(other[0][id]).toBeNull();
            else
              expect(Math.abs((other[0][id] as number) - (plain[0][id] as number))).toBeLessThanOrEqual(
                1e-9 * Math.max(1, Math.abs(plain[0][id] as number)),
              );
          }
        },
      ),
    );
  });
  it("equal groups have no gap, ratio 1, nothing between; adding the same points keeps the gap and eases the ratio", () => {
    fc.assert(
      fc.property(percent, fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }), (value, low, more) => {
        expect(divide(two(2020, value, value)).gaps[0]).toMatchObject({ gap: 0, ratio: 1, theil: 0, gini: 0 });
        const [before, after] = [divide(two(2020, low, low + 20)).gaps[0], divide(two(2020, low + more, low + 20 + more)).gaps[0]];
        expect(after.gap).toBeCloseTo(before.gap as number, 10);
        expect(after.ratio).toBeGreaterThanOrEqual((before.ratio as number) - 1e-12);
      }),
    );
  });
  it("those without are counted once: the groups' parts sum to the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 99, noNaN: true }), weight), { minLength: 2, maxLength: 5 }), (cells) => {
        const rows = cells.map(([value, share], k): Row => ["internet", "income", `q${k + 1}`, 2020, value, share]);
        const made = digitalDivide(tableOf(rows));
        const column = (id: string) => made.tables[1].columns.find((one) => one.id === id)?.values as number[];
        const total = column("without").reduce((sum, one, k) => sum + one * column("share")[k], 0);
        expect(total).toBeCloseTo(made.value.gaps[0].without, 9);
      }),
    );
  });
  it("parts of the distance to the most advantaged sum to 1, and losses of all steps to what is missing at the end", () => {
    const step = fc.double({ min: 0.05, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(step, step, step), fc.tuple(step, step, step), (low, high) => {
        const way = (group: string, [a, u, o]: readonly number[]): Row[] => [
          ["owns", "residence", group, 2021, 100 * a],
          ["surfs", "residence", group, 2021, 100 * a * u],
          ["pays", "residence", group, 2021, 100 * a * u * o],
        ];
        const made = divide([...way("rural", low), ...way("urban", high)], {}, { owns: "access", surfs: "use", pays: "outcome" }).leaks;
        const [rural, urban] = made;
        expect([rural.group, urban.group, urban.behind_use]).toEqual(["rural", "urban", null]);
        expect(rural.lost_access + rural.lost_use + (rural.lost_outcome as number)).toBeCloseTo(100 - (rural.outcome as number), 9);
        expect(rural.kept_use).toBeCloseTo(low[1], 12);
        fc.pre(Math.abs(Math.log((rural.outcome as number) / (urban.outcome as number))) > 1e-3);
        expect((rural.behind_access as number) + (rural.behind_use as number) + (rural.behind_outcome as number)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("digitalDivide: the trend of a gap", () => {
  const verdict = (...gaps: readonly (readonly [number, number])[]) =>
    divide(gaps.flatMap(([low, high], t) => two(2020 + t, low, high))).trends[0].verdict;
  it("says whether points and ratio agree", () => {
    expect(verdict([50, 60], [58, 62])).toBe("narrowing");
    expect(verdict([50, 60], [50, 65])).toBe("widening");
    expect(verdict([2, 10], [40, 60])).toBe("ratio-only");
    expect(verdict([40, 50], [12, 20])).toBe("points-only");
    expect(verdict([50, 60], [62, 60])).toBe("turned");
    expect(verdict([60, 50], [60, 57])).toBe("narrowing");
  });
  it("does not flip on what rounding to one decimal can do", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 22, max: 45, noNaN: true }),
        fc.double({ min: 1, max: 30, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (low, gap, shift) => {
          const exact: [number, number][] = [
            [low, low + gap],
            [low + shift, low + shift + gap],
          ];
          const printed = exact.map((pair) => pair.map((one) => Math.round(one * 10) / 10) as unknown as [number, number]);
          expect(verdict(...printed)).toBe("unchanged");
        },
      ),
    );
  });
  it("gives slope and p from three periods on, over the real distance of the periods", () => {
    const rows = [...two(2014, 20, 40), ...two(2017, 30, 47), ...two(2021, 50, 63), ...two(2024, 60, 69.5)];
    const [trend] = divide(rows).trends;
    expect([trend.n, trend.first, trend.last, trend.change]).toEqual([4, 2014, 2024, -10.5]);
    expect(trend.slope).toBeCloseTo(-60.5 / 58, 12);
    expect(trend.slope_p).toBeLessThan(1e-3);
    expect(divide(rows.slice(0, 4)).trends[0].slope_p).toBeNull();
  });
});

describe("digitalDivide: edges", () => {
  it("knows common orders whatever the order of rows, takes a given one, and orders by the data otherwise, with a warning", () => {
    const order = (rows: Row[], options = {}) =>
      divide(rows, options).gaps.map(({ low, high, concentration }) => [low, high, concentration !== null]);
    expect(
      order([
        ["x", "城乡", "城镇", 2020, 60, 0.6],
        ["x", "城乡", "农村", 2020, 70, 0.4],
      ]),
    ).toEqual([["农村", "城镇", true]]);
    const own: Row[] = [
      ["x", "trade", "b", 2020, 60, 0.6],
      ["x", "trade", "a", 2020, 70, 0.4],
    ];
    expect(order(own)).toEqual([["b", "a", false]]);
    expect(codes(own)).toEqual(["order-by-data"]);
    expect(order(own, { order: { trade: ["a", "b"] } })).toEqual([["a", "b", true]]);
    expect(divide(own, { order: { trade: ["a", "b"] } }).gaps[0]).toMatchObject({ gap: -10, ratio: 1 });
  });
  it("counts groups the same without shares and says so", () => {
    const rows: Row[] = [
      ["x", "gender", "women", 2020, 40],
      ["x", "gender", "men", 2020, 60],
    ];
    expect(divide(rows).gaps[0].mean).toBe(50);
    expect(codes(rows)).toEqual(["equal-shares"]);
  });
  it("leaves a gap empty where an end is missing, and out of the trend", () => {
    const rows: Row[] = [...two(2020, 40, 60), ["internet", "residence", "urban", 2021, 70, 0.5], ...two(2022, 50, 66)];
    const made = divide(rows);
    expect(made.gaps.map(({ gap }) => gap)).toEqual([20, null, 16]);
    expect(made.trends[0]).toMatchObject({ n: 2, change: -4 });
    expect(codes(rows)).toEqual(["end-missing"]);
    expect(codes([...two(2020, 40, 60), ["internet", "residence", "rural", 2021, Number.NaN, 0.5]])).toEqual(["missing"]);
  });
  it("has no ratio, Theil or concentration of nothing, and nobody without when all have it", () => {
    expect(divide(two(2020, 0, 0)).gaps[0]).toMatchObject({
      gap: 0,
      ratio: null,
      theil: null,
      gini: null,
      concentration: null,
      without: 100,
    });
    expect(divide(two(2020, 100, 100)).gaps[0]).toMatchObject({ without: 0, without_low: null, wagstaff: null });
  });
  it("keeps totals out of the groups and gives them a row of their own in the leak table", () => {
    const rows: Row[] = [
      ["owns", "", "", 2021, 90],
      ["surfs", "residence", "全体", 2021, 60],
      ["owns", "residence", "rural", 2021, 80],
      ["surfs", "residence", "rural", 2021, 40],
    ];
    const made = divide(rows, {}, { owns: "access", surfs: "use" });
    expect(made.leaks.map(({ group, lost_access, lost_use, worst }) => [group, lost_access, lost_use, worst])).toEqual([
      ["total", 10, 30, "use"],
      ["rural", 20, 40, "use"],
    ]);
    expect(made.gaps).toEqual([]);
  });
  it("takes the first indicator of a level and says so; warns when a later step is larger", () => {
    const rows: Row[] = [
      ["owns", "", "", 2021, 90],
      ["surfs", "", "", 2021, 60],
      ["pays", "", "", 2021, 70],
      ["buys", "", "", 2021, 50],
    ];
    const level = { owns: "access", surfs: "使用", pays: "outcome", buys: "outcome" };
    expect(divide(rows, {}, level).leaks[0]).toMatchObject({ outcome_indicator: "pays", lost_outcome: -10 });
    expect(codes(rows, {}, level)).toEqual(["first-of-level", "not-nested"]);
    const chosen = divide(rows, { chains: [{ access: "owns", use: "surfs", outcome: "buys" }] }, level).leaks;
    expect(chosen).toMatchObject([{ outcome: 50, worst: "use", kept_outcome: 50 / 60 }]);
  });
  it("reads places apart", () => {
    const table = tableOf([...two(2020, 40, 60), ...two(2020, 20, 80)]);
    const made = digitalDivide({ ...table, place: ["A", "A", "B", "B"] }).value.gaps;
    expect(made.map(({ place, gap }) => [place, gap])).toEqual([
      ["A", 20],
      ["B", 60],
    ]);
  });
  it.each<[string, () => unknown]>([
    ["a value above 100", () => divide(two(2020, 40, 101))],
    ["a value below 0", () => divide(two(2020, -1, 50))],
    ["per cent written as shares", () => divide(two(2020, 40, 60), { scale: "share" })],
    ["a cell that stands twice", () => divide([...two(2020, 40, 60), ...two(2020, 40, 60)])],
    [
      "two different totals",
      () =>
        divide([
          ["x", "", "", 2020, 1],
          ["x", "a", "total", 2020, 2],
        ]),
    ],
    ["an unknown level", () => divide(two(2020, 40, 60), {}, { internet: "third" })],
    ["an indicator without a name", () => divide([["", "residence", "rural", 2020, 1]])],
    ["a negative share", () => divide(two(2020, 40, 60, 1.5))],
    ["half a period", () => divide(two(2020.5, 40, 60))],
    ["an order of strangers", () => divide(two(2020, 40, 60), { order: { residence: ["rural", "town"] } })],
    ["an order of no axis", () => divide(two(2020, 40, 60), { order: { home: ["rural", "urban"] } })],
    ["nothing", () => divide([])],
    ["columns of different lengths", () => digitalDivide({ ...tableOf(two(2020, 40, 60)), group: ["rural"] })],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("digitalDivide: the elderly", () => {
  /** CNNIC, 49th report, December 2021: 73.0 % of everyone, 43.2 % of those of 60 and more; 10.32 and 1.19 hundred million users. */
  const share = 1.19 / 0.432 / (10.32 / 0.73);
  const rows: Row[] = [
    ["internet", "", "", 2021, 73],
    ["internet", "年龄", "60岁及以上", 2021, 43.2, share],
  ];

  it("are set against everyone else, worked back from the total", () => {
    const [one] = divide(rows).elderly;
    expect(one).toMatchObject({ others_from: "total", total: 73, without: 56.8 });
    expect(one.others).toBeCloseTo(80.21186001548945, 10);
    expect(one.gap).toBeCloseTo(37.01186001548945, 10);
    expect(one.gap_to_total).toBeCloseTo(29.8, 12);
  });
  it("or against the other groups, weighted; without either there is no gap", () => {
    const groups: Row[] = [
      ["internet", "age", "60+", 2021, 40, 0.2],
      ["internet", "age", "16-29", 2021, 95, 0.3],
      ["internet", "age", "30-59", 2021, 85, 0.5],
    ];
    expect(divide(groups).elderly[0]).toMatchObject({ others_from: "groups", others: 88.75, gap: 48.75 });
    expect(divide([["internet", "age", "60+", 2021, 40]]).elderly[0]).toMatchObject({ others: null, gap: null, without: 60 });
    expect(
      divide([
        ["internet", "age", "60+", 2021, 40, 0.5],
        ["internet", "", "", 2021, 10],
      ]).elderly[0].others,
    ).toBeNull();
  });
});

describe("digitalDivide: agreement", () => {
  it.each(reference)("$from", ({ groups, values, shares, expected, tolerance }) => {
    const [found] = divide(groups.map((group, k): Row => ["x", "axis", group, 2020, values[k], shares[k]])).gaps;
    for (const [id, wanted] of Object.entries(expected))
      expect(Math.abs((found[id as "gap"] as number) - wanted), id).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
  });
  it("the gap of China's town and country as published: 23.9 points in December 2020, 0.2 less a year later", () => {
    const rows = [...two(2020, 55.9, 79.8), ...two(2021, 57.6, 81.3)];
    const made = divide(rows);
    expect(made.gaps.map(({ gap }) => (gap as number).toFixed(1))).toEqual(["23.9", "23.7"]);
    expect(made.trends[0].verdict).toBe("unchanged");
  });
});
