import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asemPanel } from "../../../../../proof/asem.js";
import { describeWith, numberOf, referenceRows } from "../../../../../proof/reference-files.js";
import { panelOf } from "../../../../../proof/small-tables.js";
import { correlation } from "./correlation.js";
import reference from "./correlation.reference.json";

type Cells = readonly (number | null)[];
const pair = (x: Cells, y: Cells, options = {}) => correlation(panelOf({ x, y }), options).value[0];
const kinds = ["pearson", "spearman", "kendall"] as const;
const varied = (x: readonly number[]): boolean => new Set(x).size > 1;
const rows = (max = 20) =>
  fc
    .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 4, maxLength: max })
    .map((all) => [all.map(([x]) => x), all.map(([, y]) => y)] as const)
    .filter(([x, y]) => varied(x) && varied(y));

/** τ-b straight from its definition, pair by pair. */
function pairByPair(x: readonly number[], y: readonly number[]): number {
  let [s, a, b] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i] - x[j]), Math.sign(y[i] - y[j])];
      s += dx * dy;
      a += dx * dx;
      b += dy * dy;
    }
  }
  return s / Math.sqrt(a * b);
}
const orders = (items: readonly number[]): number[][] =>
  items.length < 2 ? [[...items]] : items.flatMap((one, k) => orders(items.toSpliced(k, 1)).map((rest) => [one, ...rest]));

describe("correlation: laws", () => {
  it("lies between −1 and 1, is symmetric, and its p-value is a probability", () => {
    fc.assert(
      fc.property(rows(), fc.constantFrom(...kinds), ([x, y], kind) => {
        const [one, other] = [pair(x, y, { kind }), pair(y, x, { kind })];
        expect(Math.abs(one.r as number)).toBeLessThanOrEqual(1);
        expect(one.p).toBeGreaterThanOrEqual(0);
        expect(one.p).toBeLessThanOrEqual(1);
        expect(other.r).toBeCloseTo(one.r as number, 14);
        expect(other.p).toBeCloseTo(one.p as number, 12);
      }),
    );
  });
  it("does not depend on units of measure, and changes sign with a column", () => {
    fc.assert(
      fc.property(rows(), fc.constantFrom(...kinds), fc.integer({ min: 1, max: 30 }), ([x, y], kind, b) => {
        const plain = pair(x, y, { kind });
        expect(
          pair(
            x,
            y.map((one) => 5 + b * one),
            { kind },
          ).r,
        ).toBeCloseTo(plain.r as number, 13);
        expect(
          pair(
            x,
            y.map((one) => -one),
            { kind },
          ).r,
        ).toBeCloseTo(-(plain.r as number), 13);
      }),
    );
  });
  it("of ranks does not change under a rising transform", () => {
    fc.assert(
      fc.property(rows(), fc.constantFrom("spearman", "kendall"), ([x, y], kind) => {
        expect(
          pair(
            x.map((one) => one ** 3),
            y,
            { kind },
          ),
        ).toEqual(pair(x, y, { kind }));
      }),
    );
  });
  it("of Kendall is the count over all pairs", () => {
    fc.assert(
      fc.property(rows(40), ([x, y]) => {
        expect(pair(x, y, { kind: "kendall" }).r).toBeCloseTo(pairByPair(x, y), 13);
      }),
    );
  });
  it("of Kendall has the exact p-value: the share of all orders that go as far", () => {
    const ranks = [1, 2, 3, 4, 5, 6];
    const all = orders(ranks);
    for (const y of all.filter((_, k) => k % 37 === 0)) {
      const far = all.filter((other) => Math.abs(pairByPair(ranks, other)) >= Math.abs(pairByPair(ranks, y)) - 1e-12).length;
      expect(pair(ranks, y, { kind: "kendall" }).p).toBeCloseTo(far / all.length, 13);
    }
  });
});

describe("correlation: edges", () => {
  it("keeps the digits of tiny p-values", () => {
    const x = Array.from({ length: 100 }, (_, i) => i);
    const { r, p } = pair(
      x,
      x.map((one) => one + (one % 2)),
    );
    expect(r).toBeGreaterThan(0.999);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-130);
    expect(pair(x, x)).toMatchObject({ r: 1, p: 0 });
  });
  it("has none for fewer than three common rows or a column that does not vary over them, and says so", () => {
    const made = correlation(panelOf({ x: [1, 2, null, 4], y: [3, 1, 2, null], z: [5, 5, 5, 7] }));
    expect(made.value.map(({ n, r, p, test }) => [n, r, p, test])).toEqual([
      [2, null, null, null],
      [3, expect.any(Number), expect.any(Number), "t"],
      [3, null, null, null],
    ]);
    expect(made.warnings.map((one) => one.code)).toEqual(["no-correlation"]);
  });
  it("goes period by period when asked", () => {
    const data = panelOf({ x: [1, 2, 3, 1, 2, 3], y: [1, 2, 3, 3, 2, 1] }, { periods: [2020, 2021] });
    expect(correlation(data, { scope: "per-period" }).value.map(({ period, r }) => [period, r])).toEqual([
      [2020, 1],
      [2021, -1],
    ]);
    expect(correlation(data).value[0]).toMatchObject({ period: null, n: 6, r: 0, p: 1 });
  });
  it("marks what reaches a threshold", () => {
    const [x, y] = [
      [1, 2, 3, 4, 5],
      [1, 3, 2, 5, 4],
    ];
    const { r } = pair(x, y) as { r: number };
    expect([pair(x, y, { high: r }).mark, pair(x, y, { high: r + 1e-9 }).mark]).toEqual(["high", ""]);
    expect([
      pair(
        x,
        y.map((one) => -one),
        { low: -r },
      ).mark,
      pair(
        x,
        y.map((one) => -one),
        { low: -r - 1e-9 },
      ).mark,
    ]).toEqual(["low", ""]);
  });
  it("sets every other column against the totals alone", () => {
    const data = panelOf({ a: [1, 2, 4], pop: [2, 3, 9], b: [4, 1, 3] });
    expect(correlation(data, { totals: ["pop"] }).value.map(({ first, second }) => `${first} ${second}`)).toEqual(["a pop", "b pop"]);
    expect(() => correlation(data, { totals: ["popp"] })).toThrow(expect.objectContaining({ code: "unknown-variable" }));
  });
  it("asks the normal distribution from 50 rows on, or with ties", () => {
    const x = Array.from({ length: 50 }, (_, i) => i);
    const y = x.map((one) => (one * 7) % 50);
    expect(pair(x, y, { kind: "kendall" }).test).toBe("normal");
    expect(pair(x.slice(1), y.slice(1), { kind: "kendall" }).test).toBe("exact");
    expect(pair([1, 2, 2, 4], [4, 2, 1, 3], { kind: "kendall" }).test).toBe("normal");
  });
});

describe("correlation: agreement", () => {
  it.each(reference)("$from", ({ input, expected, tolerance }) => {
    const made = pair(input.x, input.y, input.options);
    expect([made.n, made.test]).toEqual([expected.n, expected.test]);
    expect(Math.abs((made.r as number) - expected.r)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs((made.p as number) - expected.p)).toBeLessThanOrEqual(tolerance);
  });

  describeWith("coinr", "correlations of ASEM")("COINr, ASEM", () => {
    it("raw indicators with the denominators", () => {
      const totals = ["Area", "Energy", "GDP", "Population"];
      const made = correlation(asemPanel("raw/ASEM_iData.csv", totals), { totals, high: 0.6, low: -0.6 }).value;
      const marked = new Map(made.filter((row) => row.mark).map((row) => [`${row.first} ${row.second}`, row.r]));
      const theirs = referenceRows("coinr/corr/denom_corr.csv");
      expect(marked.size).toBe(theirs.length);
      for (const row of theirs) expect(marked.get(`${row.Ind} ${row.Denom}`)).toBeCloseTo(numberOf(row.Corr), 12);
    });
    it("p-values of pillars, sub-indices and index, far into the tail", () => {
      const theirs = referenceRows("coinr/corr/pvals_aggregates.csv");
      const p = new Map(
        correlation(asemPanel("default/Aggregated.csv")).value.flatMap((row) => [
          [`${row.first} ${row.second}`, row.p] as const,
          [`${row.second} ${row.first}`, row.p] as const,
        ]),
      );
      let smallest = 1;
      for (const row of theirs) {
        for (const other of theirs) {
          if (other === row) continue;
          const wanted = numberOf(row[other.iCode]);
          smallest = Math.min(smallest, wanted);
          expect(Math.abs((p.get(`${row.iCode} ${other.iCode}`) as number) / wanted - 1)).toBeLessThan(1e-9);
        }
      }
      expect(smallest).toBeLessThan(1e-13);
    });
  });
});
