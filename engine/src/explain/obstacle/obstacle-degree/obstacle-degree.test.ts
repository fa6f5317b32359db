import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { arithmeticMean, equalWeights, manualWeights } from "../../../measure/index.js";
import { type Index, series } from "../../../table/index.js";
import { obstacleDegree } from "./obstacle-degree.js";
import reference from "./obstacle-degree.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Rows = Record<string, unknown>[];

const shape = { E: { E1: ["a", "b"], E2: ["c"] }, Q: { Q1: ["d"], Q2: ["e"] } };
const indexOf = (
  columns: Columns,
  over = shape as Parameters<typeof treeOf>[0],
  weight: Record<string, number> = {},
  periods?: number[],
): Index => {
  const tree = treeOf(over, { weight });
  return arithmeticMean(panelOf(columns, periods ? { periods } : {}), equalWeights(tree).value, tree, { changingComposition: "allow" })
    .value;
};
/** One system of one group, with weights of its own. */
const flatIndex = (z: readonly (readonly (number | null)[])[], w: readonly number[]): Index => {
  const ids = w.map((_, k) => `x${k}`);
  const tree = treeOf({ S: { G: ids } }, { weight: Object.fromEntries(ids.map((id, k) => [id, w[k]])) });
  const columns = Object.fromEntries(ids.map((id, k) => [id, z.map((row) => row[k])]));
  return arithmeticMean(panelOf(columns), manualWeights(tree).value, tree, { changingComposition: "allow" }).value;
};
const tableRows = (index: Index, table: number, options = {}): Rows => {
  const { columns } = obstacleDegree(index, options).tables[table];
  return columns[0].values.map((_, row) => Object.fromEntries(columns.map(({ id, values }) => [id, values[row]])));
};

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
const rectangle = fc
  .integer({ min: 1, max: 6 })
  .chain((k) =>
    fc.tuple(
      fc.array(fc.array(unit, { minLength: k, maxLength: k }), { minLength: 1, maxLength: 8 }),
      fc.array(weight, { minLength: k, maxLength: k }),
    ),
  );

describe("obstacleDegree: laws", () => {
  it("sums to 1 for every unit, unless everything is at its best; every degree is in [0, 1]", () => {
    fc.assert(
      fc.property(rectangle, ([z, w]) => {
        const { value } = obstacleDegree(flatIndex(z, w));
        z.forEach((row, i) => {
          const degrees = value.variables.map((_, k) => series(value, k)[i]);
          if (row.every((one) => one === 1)) expect(degrees.every((one) => Number.isNaN(one))).toBe(true);
          else {
            expect(degrees.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
            for (const one of degrees) expect(one >= 0 && one <= 1 + 1e-15).toBe(true);
          }
        });
      }),
    );
  });
  it("falls for an indicator that improves while the others stay", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 2, maxLength: 6 }), unit, (row, step) => {
        const w = row.map(() => 1);
        const better = row.map((one, k) => (k === 0 ? one + step * (1 - one) : one));
        const { value } = obstacleDegree(flatIndex([row, better], w));
        const [before, after] = series(value, 0);
        expect(after).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });
  it("is the same on a scale of 0–100 with its own ideal", () => {
    fc.assert(
      fc.property(rectangle, ([z, w]) => {
        const below = z.map((row) => row.map((x) => 0.999 * x));
        const one = obstacleDegree(flatIndex(below, w)).value.values;
        const scaled = below.map((row) => row.map((x) => 100 * x));
        const hundred = obstacleDegree(flatIndex(scaled, w), { ideal: 100 }).value.values;
        one.forEach((degree, k) => {
          expect(hundred[k]).toBeCloseTo(degree, 9);
        });
      }),
    );
  });
  it("unscaled degrees add up to what the score lacks to 1", () => {
    fc.assert(
      fc.property(rectangle, ([z, w]) => {
        const index = flatIndex(z, w);
        const { value } = obstacleDegree(index, { form: "unscaled" });
        z.forEach((_, i) => {
          const total = value.variables.reduce((sum, _one, k) => sum + series(value, k)[i], 0);
          expect(total).toBeCloseTo(1 - series(index.scores, 0)[i], 12);
        });
      }),
    );
  });
});

describe("obstacleDegree: the tables", () => {
  const index = indexOf({ a: [0.5, 1], b: [0, 0.5], c: [0.5, 0.5], d: [0.25, 1], e: [0.5, 1] });

  it("list every weighted indicator by unit, period and system, with deviation, rank and excess", () => {
    const rows = tableRows(index, 0);
    expect(rows.map((row) => `${row.unit} ${row.root} ${row.indicator}`).slice(0, 6)).toEqual([
      "u1 E a",
      "u1 E b",
      "u1 E c",
      "u1 Q d",
      "u1 Q e",
      "u2 E a",
    ]);
    // E: weights ¼ ¼ ½, distances ½ 1 ½ → ⅛ ¼ ¼ of ⅝
    expect(rows.slice(0, 3).map((row) => row.obstacle)).toEqual([0.2, 0.4, 0.4]);
    expect(rows.slice(0, 3).map((row) => row.rank)).toEqual([3, 1, 1]);
    expect(rows.slice(0, 5).map((row) => row.deviation)).toEqual([0.5, 1, 0.5, 0.75, 0.5]);
    expect(rows.slice(3, 5).map((row) => row.obstacle)).toEqual([0.6, 0.4]);
    // u2: 0, ⅛, ¼ of ⅜; the mean of b over both units is (.4 + ⅓)/2
    expect(rows[1].excess).toBeCloseTo(0.4 - (0.4 + 1 / 3) / 2, 14);
  });
  it("sum the indicators of each layer", () => {
    const rows = tableRows(index, 1);
    expect(rows.slice(0, 4).map(({ root, level, layer }) => `${root} ${level} ${layer}`)).toEqual([
      "E mechanism E1",
      "E mechanism E2",
      "Q mechanism Q1",
      "Q mechanism Q2",
    ]);
    expect(rows[0].obstacle).toBeCloseTo(0.6, 14);
    expect(rows[1].obstacle).toBeCloseTo(0.4, 14);
  });
  it("are null, never missing numbers, where every indicator of a system is at its best, with a warning", () => {
    const rows = tableRows(index, 0).filter((row) => row.unit === "u2" && row.root === "Q");
    expect(rows.map(({ obstacle, deviation, rank, excess }) => [obstacle, deviation, rank, excess])).toEqual([
      [null, 0, null, null],
      [null, 0, null, null],
    ]);
    expect(obstacleDegree(index).warnings.map((one) => one.code)).toContain("at-best");
    expect(tableRows(index, 1).filter((row) => row.unit === "u2" && row.root === "Q")[0].obstacle).toBeNull();
    expect(tableRows(index, 0, { form: "unscaled" }).filter((row) => row.unit === "u2" && row.root === "Q")[0].obstacle).toBe(0);
  });
  it("compare with the peers of a group", () => {
    const three = flatIndex(
      [
        [0, 0.5],
        [0.5, 0.5],
        [0.5, 0],
      ],
      [1, 1],
    );
    const excess = (by?: string[]) =>
      tableRows(three, 0, by ? { by } : {}).flatMap((row) => (row.indicator === "x0" ? [row.excess as number] : []));
    const degrees = [2 / 3, 1 / 2, 1 / 3];
    [7 / 12, 7 / 12, 1 / 3].forEach((peers, i) => {
      expect(excess(["p", "p", "q"])[i]).toBeCloseTo(degrees[i] - peers, 14);
      expect(excess()[i]).toBeCloseTo(degrees[i] - 1 / 2, 14);
    });
  });
});

describe("obstacleDegree: edges", () => {
  it("shares the whole among the indicators there are, or drops the system, and says which", () => {
    const index = flatIndex(
      [
        [0, null, 0.5],
        [0.5, 0.5, 0.5],
      ],
      [1, 1, 1],
    );
    const shared = obstacleDegree(index);
    expect(["x0", "x1", "x2"].map((id) => cellsOf(shared.value, id)[0])).toEqual([2 / 3, null, 1 / 3]);
    expect(shared.warnings[0].text.en).toContain("the whole shared by the others");
    const dropped = obstacleDegree(index, { missing: "drop" });
    expect(["x0", "x1", "x2"].map((id) => cellsOf(dropped.value, id)[0])).toEqual([null, null, null]);
    expect(cellsOf(dropped.value, "x0")[1]).toBeCloseTo(1 / 3, 15);
    expect([shared.trace.incomplete, dropped.trace.incomplete]).toEqual([1, 1]);
  });
  it("leaves out indicators without weight and names them", () => {
    const made = obstacleDegree(indexOf({ a: [0, 0.2], b: [0, 1], c: [1, 0.5], d: [0.5, 0], e: [0.5, 0] }, shape, { b: 0 }));
    expect(made.value.variables.map((one) => one.id)).toEqual(["a", "c", "d", "e"]);
    expect(made.trace.leftOut).toEqual(["b"]);
  });
  it("takes the weights of each period where they differ", () => {
    const index = indexOf({ a: [0, 0], b: [0, 0] }, { S: { G: ["a", "b"] } }, {}, [2020, 2021]);
    const at = (a: number) => ({ share: { ...index.weights.share, a, b: 1 - a }, effective: { a, b: 1 - a } });
    const byPeriod = [
      { period: 2020, ...at(0.9) },
      { period: 2021, ...at(0.3) },
    ];
    const made = obstacleDegree({ ...index, weights: { ...index.weights, byPeriod } });
    expect(cellsOf(made.value, "a").map((one) => Number(one?.toFixed(12)))).toEqual([0.9, 0.3]);
  });
  it("says when the obstacles only repeat the weights", () => {
    const warned = (w: number[]) =>
      obstacleDegree(
        flatIndex(
          [
            [0.5, 0.5, 0.5, 0.5],
            [0.4, 0.5, 0.4, 0.5],
          ],
          w,
        ),
      ).warnings.map((one) => one.code);
    expect(warned([0.1, 0.2, 0.3, 0.4])).toEqual(["echo-of-weights"]);
    expect(warned([0.25, 0.25, 0.25, 0.25])).toEqual([]);
  });
  it("takes a rounding error beyond the best for the best", () => {
    const rows = tableRows(flatIndex([[1 + 2 ** -52, 0]], [1, 1]), 0);
    expect(rows.map((row) => row.obstacle)).toEqual([0, 1]);
  });
  it.each([
    ["a value above the ideal", () => obstacleDegree(flatIndex([[20, 50]], [1, 1])), /x0, unit u1, period 2020/],
    ["a z-score", () => obstacleDegree(flatIndex([[0.5, -0.3]], [1, 1])), /x1/],
    ["groups of the wrong length", () => obstacleDegree(flatIndex([[0.5, 0.3]], [1, 1]), { by: ["a", "b"] }), /by/],
  ])("faults on %s", (_, run, place) => {
    try {
      run();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).place.path).toMatch(place);
    }
  });
});

describe("obstacleDegree: agreement", () => {
  it.each(reference)("$from", ({ z, w, expected, tolerance }) => {
    const { value } = obstacleDegree(flatIndex(z, w));
    expected.forEach((row, i) => {
      (row as (number | null)[]).forEach((wanted, k) => {
        const found = cellsOf(value, `x${k}`)[i];
        if (wanted === null) expect(found).toBeNull();
        else expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(tolerance);
      });
    });
  });
});
