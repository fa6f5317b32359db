import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, indexOf, type Options, rowsOf, withChains } from "../../../../../proof/small-diagnoses.js";
import { treeOf } from "../../../../../proof/small-tables.js";
import { Fault } from "../../../ground/fault/index.js";
import { arithmeticMean, equalWeights, minMax } from "../../../measure/index.js";
import { rowsTable } from "../../../method/index.js";
import { type Chain, Flag, type Index, panel, withUnits } from "../../../table/index.js";
import { diagnose } from "./diagnose.js";
import reference from "./diagnose.reference.json";

const made = (index: Index, options: Options = {}) => diagnose(index, options);
const short = (index: Index, options: Options = {}) =>
  made(index, options).value.findings.map(({ unit, point, subject }) => [unit, point, subject]);
const only = (index: Index, kind: string, options: Options = {}) => rowsOf(index, options).filter((one) => one.kind === kind);
const intervals = (rows: readonly (readonly [string, string, number, number, number, number])[]) =>
  rowsTable(
    "rank-intervals",
    { en: "", zh: "" },
    rows.map(([column, unit, period, nominal, lower, upper]) => ({ column, unit, period, nominal, lower, upper })),
    Object.fromEntries(["column", "unit", "period", "nominal", "lower", "upper"].map((key) => [key, { en: key, zh: key }])),
  );

const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** Indicators × units of one period. */
const rectangle = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([m, n]) => fc.array(fc.array(unit, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));
const columnsOf = (z: readonly (readonly number[])[]): Columns => Object.fromEntries(z.map((row, j) => [`x${j}`, row]));
const oneGroup = (n: number): string[] => Array.from({ length: n }, () => "g");

describe("diagnose: laws", () => {
  it("raising one level never creates a blockage on it", () => {
    fc.assert(
      fc.property(rectangle, unit, fc.boolean(), (z, step, grouped) => {
        const n = z[0].length;
        const options = { k: 2, by: grouped ? oneGroup(n) : undefined };
        const raised = z.map((row, j) => row.map((x, i) => (i === 0 && j === 0 ? x + step * (1 - x) : x)));
        const has = (rows: readonly (readonly number[])[]): boolean =>
          short(indexOf(columnsOf(rows)), options).some(([u, point, id]) => u === "u1" && point === "blockage" && id === "x0");
        if (has(raised)) expect(has(z)).toBe(true);
      }),
    );
  });

  it("with k = all indicators, level 1 and no peers, every deviation above 0 is a blockage", () => {
    fc.assert(
      fc.property(rectangle, (z) => {
        const found = short(indexOf(columnsOf(z)), { k: z.length, level: 1 }).filter(([, point]) => point === "blockage");
        const wanted = z.flatMap((row, j) => row.flatMap((x, i) => (x < 1 ? [`u${i + 1} x${j}`] : [])));
        expect(found.map(([u, , id]) => `${u} ${id}`).sort()).toEqual(wanted.sort());
      }),
    );
  });

  it("does not depend on the order of the units", () => {
    fc.assert(
      fc.property(rectangle, fc.infiniteStream(fc.nat()), fc.boolean(), (z, keys, near) => {
        const n = z[0].length;
        const index = indexOf(columnsOf(z));
        const weightOf = Array.from({ length: n }, () => keys.next().value as number);
        const order = [...Array(n).keys()].sort((a, b) => weightOf[a] - weightOf[b] || a - b);
        const turned: Index = {
          ...index,
          normalised: withUnits(index.normalised, order),
          nodes: withUnits(index.nodes, order),
          scores: withUnits(index.scores, order),
        };
        const by = z[0].map((_, i) => (i % 2 ? "a" : "b"));
        const peers = (one: Index, group: readonly string[]): Options =>
          near ? { k: 2, near: one.scores, neighbours: 2 } : { k: 2, by: group };
        const key = (one: readonly (string | undefined)[]): string => one.join(" ");
        expect(
          short(
            turned,
            peers(
              turned,
              order.map((i) => by[i]),
            ),
          )
            .map(key)
            .sort(),
        ).toEqual(short(index, peers(index, by)).map(key).sort());
      }),
    );
  });

  it("what would clear a blockage clears it, and nothing smaller does", () => {
    fc.assert(
      fc.property(rectangle, fc.boolean(), (z, grouped) => {
        const n = z[0].length;
        const options = { k: 2, by: grouped ? oneGroup(n) : undefined };
        const found = rowsOf(indexOf(columnsOf(z)), options).find((one) => one.point === "blockage");
        fc.pre(found !== undefined && (found.clear as number) > 1e-6);
        const [i, j] = [Number(String(found?.unit).slice(1)) - 1, Number(String(found?.subject).slice(1))];
        const after = (rise: number): boolean => {
          const moved = z.map((row, a) => row.map((x, b) => (a === j && b === i ? Math.min(1, x + rise) : x)));
          return short(indexOf(columnsOf(moved)), options).some(
            ([u, point, id]) => u === found?.unit && point === "blockage" && id === found?.subject,
          );
        };
        expect(after((found?.clear as number) + 1e-9)).toBe(false);
        expect(after((found?.clear as number) - 1e-9)).toBe(true);
      }),
    );
  });

  it("what would clear a hard point brings it to the horizon", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.05, max: 0.4, noNaN: true }), { minLength: 6, maxLength: 6 }), (path) => {
        const periods = [2015, 2016, 2017, 2018, 2019, 2020];
        const options = { k: 1, plan: { a: 0.9 }, level: 0.01 };
        const of = (values: readonly number[]) => only(indexOf({ a: values }, { periods }), "pace", options)[0];
        const found = of(path);
        fc.pre(found !== undefined);
        const moved = (by: number) => of([...path.slice(0, 5), path[5] + (found.clear as number) + by]);
        expect(moved(1e-9)).toBeUndefined();
        expect(moved(-1e-6)).toBeDefined();
      }),
    );
  });
});

describe("diagnose: planted cases", () => {
  it.each(reference)("$name: $from", ({ z, options, peers, expected }) => {
    expect(short(indexOf(z), { ...options, by: peers })).toEqual(expected);
  });

  const chain = (stages: Readonly<Record<string, readonly string[]>>): Chain => ({
    id: "c",
    names: { en: "c", zh: "c" },
    stages: Object.entries(stages).map(([id, of]) => ({ id, names: { en: id, zh: id }, of })),
  });
  it("a link breaks at a gap of 0.2 or a ratio below 0.8, and not before", () => {
    const over = withChains(treeOf({ S: { G: ["a", "b"] } }), [chain({ up: ["a"], down: ["b"] })]);
    const index = indexOf({ a: [0.9, 0.9, 0.5, 0.5, 0.3, 0], b: [0.7, 0.75, 0.4, 0.39, 0.5, 0] }, { tree: over });
    expect(only(index, "link", { k: 1 }).map((one) => one.unit)).toEqual(["u1", "u4"]);
    const links = rowsOf(index, { k: 1 }, "chains");
    expect(links.map((one) => one.broken)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(links[3]).toMatchObject({ upstream: 0.5, downstream: 0.39, mean: 0.445, weakest: "down", weakest_level: 0.39 });
    expect(links[5].ratio).toBeNull();
    const [first] = only(index, "link", { k: 1 });
    expect(first).toMatchObject({ point: "break", subject: "c: up > down", verb_en: "reconnect", verb_zh: "接续" });
    expect(first.clear as number).toBeCloseTo(0.02, 12);
    const marked = rowsOf(index, { k: 1 }, "matrix");
    expect([marked[0].a, String(marked[0].b).includes("╱"), marked[1].b]).toEqual([null, true, null]);
  });

  it("a stage is the mean of its known members, an inner node its score; an unknown one is a blind spot of the framework", () => {
    const over = withChains(treeOf({ E: { E1: ["a", "b"] }, Q: { Q1: ["c"] } }), [chain({ one: ["a", "b"], two: ["Q"], three: ["X9"] })]);
    const index = indexOf({ a: [0.8], b: [null], c: [0.3] }, { tree: over });
    expect(rowsOf(index, { k: 1 }, "chains")).toMatchObject([{ from: "one", to: "two", upstream: 0.8, downstream: 0.3 }]);
    expect(rowsOf(index, { k: 1 }, "unfilled").filter(({ kind }) => kind !== "barrier")).toMatchObject([
      { kind: "stage", node: "c", id: "three", reason_en: "not in the tree: X9" },
    ]);
  });

  it("a chain of the caller's takes the place of the framework's", () => {
    const over = withChains(treeOf({ S: { G: ["a", "b"] } }), [chain({ up: ["a"], down: ["b"] })]);
    const index = indexOf({ a: [0.9], b: [0.1] }, { tree: over });
    const own = {
      id: "mine",
      names: "mine",
      stages: [
        { id: "s", names: "s", of: ["b"] },
        { id: "t", names: "t", of: ["a"] },
      ],
    };
    expect(rowsOf(index, { k: 1, chains: [own] }, "chains").map((one) => one.chain)).toEqual(["mine"]);
    const wrong = { ...own, stages: [own.stages[0], { id: "t", names: "t", of: ["zz"] }] };
    expect(() => made(index, { k: 1, chains: [wrong] })).toThrow(Fault);
  });

  const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020];
  it("a fall beyond 2 sd of its own changes is a break until it is made good or old", () => {
    const steady = [0.5, 0.51, 0.52, 0.53, 0.54, 0.55];
    const fallen = indexOf({ a: [...steady, 0.2, 0.21], b: years.map(() => 1) }, { periods: years });
    const [one] = only(fallen, "fall", { k: 1 });
    expect(one).toMatchObject({ unit: "u1", period: 2019, subject: "a", years: 2, point: "break" });
    expect(one.clear as number).toBeCloseTo(0.34, 12);
    expect(only(indexOf({ a: [...steady, 0.2, 0.6], b: years.map(() => 1) }, { periods: years }), "fall", { k: 1 })).toEqual([]);
    expect(only(fallen, "fall", { k: 1, recent: 1 })).toEqual([]);
    expect(made(fallen, { k: 1 }).trace.changes).toEqual({ observed: 14, falls: 1 });
    const declining = years.map((_, t) => 0.9 - 0.1 * t);
    expect(only(indexOf({ a: declining, b: years.map(() => 1) }, { periods: years }), "fall", { k: 1 })).toEqual([]);
    const renamed = indexOf(
      { a: [...steady, 0.2, 0.21], b: years.map(() => 1) },
      { periods: years, flags: { a: years.map((y) => (y === 2019 ? Flag.break : 0)) } },
    );
    expect(only(renamed, "fall", { k: 1 })[0]).toMatchObject({ doubts: "definition" });
    const carried = indexOf(
      { a: [...steady, 0.2, 0.21], b: years.map(() => 1) },
      { periods: years, flags: { a: years.map((y) => (y === 2019 ? Flag.imputed : 0)) } },
    );
    expect(only(carried, "fall", { k: 1 })).toEqual([]);
  });

  it("missing, imputed and old cells are blind spots, and no blockage stands on a missing one", () => {
    const flag = (...imputed: number[]) => years.map((y) => (imputed.includes(y) ? Flag.imputed : 0));
    const index = indexOf(
      { a: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, null], b: years.map(() => 0.1), c: years.map(() => 0.1), d: years.map(() => 0.9) },
      { periods: years, flags: { b: flag(2019, 2020), c: flag(2017, 2018, 2019, 2020) } },
    );
    const blind = rowsOf(index, { k: 4 }).filter((one) => one.point === "blind-spot");
    expect(blind.map(({ subject, kind, value, verb_zh }) => [subject, kind, value, verb_zh])).toEqual([
      ["a", "missing", 1, "填补"],
      ["b", "imputed", 2, "填补"],
      ["c", "old", 4, "填补"],
    ]);
    expect(
      rowsOf(index, { k: 4 })
        .filter((one) => one.point === "blockage")
        .map((one) => one.subject),
    ).toEqual(["b", "c"]);
    const b = rowsOf(index, { k: 4 }).find((one) => one.subject === "b" && one.point === "blockage");
    expect(b).toMatchObject({ doubts: "imputed", years: 8 });
    expect(b?.sentence_en).toContain("rests on an imputed value");
    expect(rowsOf(index, { k: 4 }, "matrix")).toEqual([
      expect.objectContaining({ unit: "u1", a: "○", c: expect.stringContaining("■○"), d: null }),
    ]);
  });

  it("a rank interval wider than a third of the units is a blind spot, and one on both sides of the peers' middle unsettles what stands on it", () => {
    const index = indexOf({ a: [0.1, 0.2, 0.3, 0.6], b: [0.9, 0.9, 0.9, 0.9] });
    const table = intervals([
      ["S", "u1", 2020, 4, 2, 4],
      ["S", "u2", 2020, 3, 3, 4],
      ["S", "u3", 2020, 2, 2, 3],
      ["S", "u4", 2020, 1, 1, 1],
      ["S", "u4", 2019, 1, 1, 4],
    ]);
    const rows = rowsOf(index, { k: 1, by: oneGroup(4), intervals: table });
    expect(rows.filter((one) => one.kind === "rank-interval").map(({ unit: u, value, threshold }) => [u, value, threshold])).toEqual([
      ["u1", 2, 4 / 3],
    ]);
    const blocked = rows.filter((one) => one.point === "blockage");
    expect(blocked.map(({ unit: u, firm }) => [u, firm])).toEqual([
      ["u1", 0],
      ["u2", 1],
    ]);
    expect(blocked[0].sentence_en).toContain("Not firm: under other choices its rank in S runs from 2 to 4");
    expect(rowsOf(index, { k: 1, by: oneGroup(4) })[0].firm).toBeNull();
  });

  it("a standing obstacle far from its target is a hard point: plan value, then goalpost, then P75 of the latest year", () => {
    const path = (from: number, to: number): number[] => years.map((_, t) => from + ((to - from) * t) / 7);
    const all = [path(0, 0.07), path(0.1, 0.38), path(0.3, 0.2), path(0.7, 0.9)];
    const index = indexOf(
      { a: years.flatMap((_, t) => all.map((one) => one[t])), b: years.flatMap(() => [1, 1, 1, 1]) },
      { periods: years },
    );
    const hard = only(index, "pace", { k: 1 });
    expect(hard.map(({ unit: u, reference: target }) => [u, target])).toEqual([
      ["u1", expect.closeTo(0.51, 12)],
      ["u3", expect.closeTo(0.51, 12)],
    ]);
    expect(hard.find((one) => one.unit === "u1")?.value as number).toBeCloseTo(44, 9);
    expect(hard.find((one) => one.unit === "u3")).toMatchObject({ value: null, verb_zh: "化解" });
    expect(hard.find((one) => one.unit === "u3")?.sentence_en).toContain("never reaches 0.51 (P75 of 2020) at this pace");
    expect(only(index, "pace", { k: 1, plan: { a: 0.1 } }).map((one) => one.unit)).toEqual(["u1"].slice(1));
    expect(
      only(index, "pace", { k: 1, goalposts: { a: 1 } })
        .map((one) => one.unit)
        .sort(),
    ).toEqual(["u1", "u2", "u3"]);
    expect(rowsOf(index, { k: 1, plan: { a: 0.1 }, goalposts: { a: 1 } }, "targets")[0]).toEqual({
      indicator: "a",
      target: 0.1,
      from: "plan value",
    });
    expect(rowsOf(index, { k: 1 }, "targets")[0]).toMatchObject({ from: "P75 of 2020" });
  });

  it("takes the pace over what was observed, and says so", () => {
    const path = [0.1, 0.1, 0.1, 0.1, null, null, 0.11, 0.12];
    const index = indexOf({ a: path, b: years.map(() => 1) }, { periods: years });
    const hard = (flags?: Readonly<Record<string, readonly number[]>>, options: Options = {}) =>
      only(flags ? indexOf({ a: path.map((x) => x ?? 0.1), b: years.map(() => 1) }, { periods: years, flags }) : index, "pace", {
        k: 1,
        plan: { a: 0.9 },
        ...options,
      });
    expect(hard(undefined, { years: 2 })[0]).toMatchObject({ doubts: null });
    expect(hard(undefined, { years: 3 })).toEqual([]);
    const flags = { a: years.map((y) => (y < 2018 ? Flag.imputed : 0)) };
    expect(hard(flags)[0]).toMatchObject({ doubts: "short-history", value: expect.closeTo(0.78 / 0.01, 9) });
    const lone = { a: years.map((y) => (y < 2020 ? Flag.imputed : 0)) };
    expect(hard(lone)).toEqual([]);
  });

  it("reads targets and paces in the indicator's own unit, less is better turned", () => {
    const raw = panel({
      variables: [{ id: "a", direction: -1 }, { id: "b" }],
      periods: [2015, 2020],
      units: [{ code: "u1" }, { code: "u2" }],
      values: Float64Array.of(4, 3, 3.8, 2, 1, 1, 1, 1),
    });
    const over = treeOf({ S: { G: ["a", "b"] } }, { direction: { a: -1 } });
    const index = arithmeticMean(minMax(raw).value, equalWeights(over).value, over).value;
    const [hard] = only(index, "pace", { k: 1, years: 2, natural: raw, plan: { a: 2.5 } });
    expect(hard).toMatchObject({ unit: "u1", reference: 2.5 });
    expect(hard.value as number).toBeCloseTo(1.3 / 0.04, 9);
    expect(rowsOf(index, { k: 1, years: 2, natural: raw }, "targets")[0].target as number).toBeCloseTo(2.45, 12);
  });

  it("a standing obstacle that is costly to move is a hard point", () => {
    const index = indexOf(
      { a: years.map((_, t) => 0.1 + 0.1 * t), b: years.map(() => 0.95), c: years.map(() => 0.96), d: years.map(() => 0.97) },
      { periods: years },
    );
    const options = { k: 1, plan: { a: 0.8 }, elasticity: { a: 0.01, b: 0.5, c: 0.5, d: 0.5 } };
    expect(only(index, "cost", options)).toMatchObject([{ subject: "a", point: "hard-point", value: 0.01 }]);
    expect(only(index, "cost", { ...options, elasticity: { a: 0.9, b: 0.5, c: 0.5, d: 0.5 } })).toEqual([]);
  });

  it("sorts by persistence × deviation × weight", () => {
    const index = indexOf({ a: [0.3, 0.1, 0.2, 0.1], b: [0.9, 0.9, 0.9, 0.9] }, { periods: [2019, 2020] });
    const rows = rowsOf(index, { k: 1 });
    expect(rows.map(({ unit: u, score }) => [u, score])).toEqual([
      ["u2", expect.closeTo(2 * 0.9 * 0.5, 12)],
      ["u1", expect.closeTo(2 * 0.8 * 0.5, 12)],
    ]);
  });

  it("takes levers, weights of the index and another period at its word", () => {
    const over = treeOf({ E: { E1: ["a"], E2: ["b", "c"] }, P: { P1: ["d"] } });
    const index = indexOf({ a: [0.45, 0.9], b: [0.2, 0.9], c: [0.2, 0.9], d: [0.1, 0.1] }, { tree: over, periods: [2019, 2020] });
    expect(short(index, { k: 1, at: 2019 }).map(([, , id]) => id)).toEqual(["d", "b", "c"]);
    expect(short(index, { k: 1, at: 2019, levers: ["E"] }).map(([, , id]) => id)).toEqual(["b", "c"]);
    expect(short(index, { k: 1, at: 2019, levers: ["E"], weights: "index" }).map(([, , id]) => id)).toEqual(["a"]);
    expect(short(index, { k: 1, levers: ["E"] })).toEqual([]);
  });
});

describe("diagnose: edges", () => {
  const index = indexOf({ a: [0.1, 0.2, 0.3], b: [0.9, 0.9, 0.9] });
  it.each<[string, Options]>([
    ["k above the indicators of a system", { k: 3 }],
    ["an unknown period", { k: 1, at: 1999 }],
    ["an unknown system", { k: 1, levers: ["Z"] }],
    ["a target of no indicator", { k: 1, plan: { zz: 1 } }],
    ["too few groups", { k: 1, by: ["g"] }],
    ["two kinds of peers", { k: 1, by: oneGroup(3), near: index.scores }],
    ["two columns of nearness", { k: 1, near: index.normalised }],
    ["a table that holds no intervals", { k: 1, intervals: rowsTable("x", { en: "", zh: "" }, [], {}) }],
  ])("faults on %s", (_, options) => expect(() => made(index, options)).toThrow(Fault));

  it("faults on levels off the scale and takes 0–100 with its ideal", () => {
    const hundred = indexOf({ a: [10, 20, 30], b: [90, 90, 90] });
    expect(() => made(hundred, { k: 1 })).toThrow(Fault);
    expect(short(hundred, { k: 1, ideal: 100, by: oneGroup(3) })).toEqual(short(index, { k: 1, by: oneGroup(3) }));
  });

  it("warns without peers and of units in no group, which have no blockage", () => {
    expect(made(index, { k: 1 }).warnings.map((one) => one.code)).toEqual(["no-peers"]);
    const some = made(index, { k: 1, by: ["", "g", "g"] });
    expect(some.warnings.map((one) => one.code)).toEqual(["units-without-peers"]);
    expect(some.value.findings.map((one) => one.unit)).toEqual(["u2"]);
  });

  it("warns of a link that breaks everywhere", () => {
    const over = withChains(treeOf({ S: { G: ["a", "b"] } }), [
      {
        id: "c",
        names: { en: "c", zh: "c" },
        stages: [
          { id: "s", names: { en: "s", zh: "s" }, of: ["b"] },
          { id: "t", names: { en: "t", zh: "t" }, of: ["a"] },
        ],
      },
    ]);
    const broken = made(indexOf({ a: [0.1, 0.2], b: [0.9, 0.9] }, { tree: over }), { k: 1, by: oneGroup(2) });
    expect(broken.warnings.map((one) => one.code)).toEqual(["link-breaks-everywhere"]);
  });

  it("bears one unit, ties, constants and gaps everywhere", () => {
    expect(short(indexOf({ a: [0.4], b: [0.4] }), { k: 1 }).map(([, , id]) => id)).toEqual(["a", "b"]);
    expect(short(indexOf({ a: [0.4, 0.4], b: [0.9, 0.9] }), { k: 1, by: oneGroup(2) })).toEqual([]);
    expect(short(indexOf({ a: [1, 1], b: [1, 1] }), { k: 2 })).toEqual([]);
    const empty = indexOf({ a: [null, 0.2], b: [null, 0.3] });
    expect(short(empty, { k: 1, by: oneGroup(2) })).toEqual([
      ["u1", "blind-spot", "a"],
      ["u1", "blind-spot", "b"],
    ]);
  });

  it("says every finding in both languages, with its formula, evidence, verb and way out", () => {
    for (const one of rowsOf(index, { k: 1 })) {
      for (const id of ["evidence", "sentence", "clear"]) {
        expect(one[`${id}_en`]).toMatch(/[a-z]/);
        expect(one[`${id}_en`]).not.toMatch(/\p{Script=Han}|NaN|undefined|null/u);
        expect(one[`${id}_zh`]).toMatch(/\p{Script=Han}/u);
      }
      expect(one.formula).toContain("<");
    }
  });
});
