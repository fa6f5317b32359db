import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, indexOf, type Options, rowsOf, withChains } from "../../../../proof/small-diagnoses.js";
import { treeOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import type { Chain } from "../../table/index.js";

describe("barriers beside the four points", () => {
  const S = treeOf({ S: { Q: ["access", "use"], T: ["town"] } });
  const chain: Chain = {
    id: "benefit",
    names: { en: "benefit", zh: "获益" },
    stages: [
      { id: "access", names: { en: "access", zh: "接入" }, of: ["access"] },
      { id: "use", names: { en: "use", zh: "使用" }, of: ["use"] },
    ],
  };
  const over = withChains(S, [chain]);
  const borders = [
    { a: "u1", b: "u2" },
    { a: "u2", b: "u3" },
  ];
  const rows = (columns: Columns, options: Options = {}, periods = [2020]) =>
    rowsOf(indexOf(columns, { periods, tree: over }), { k: 1, ...options }, "barriers").map(({ unit, barrier, subject }) => [
      unit,
      barrier,
      subject,
    ]);
  it("an obstruction is what the tests find on the block named", () => {
    const columns = { access: [0.9, 0.9, 0.9], use: [0.9, 0.9, 0.9], town: [0.1, 0.4, 0.8] };
    const by = ["g", "g", "g"];
    expect(rows(columns, { by, obstruction: { residence: ["T"], age: [] } })).toEqual([["u1", "obstruction", "town"]]);
    expect(rows(columns, { by, obstruction: { residence: ["Q"], age: [] } })).toEqual([]);
    expect(() => rows(columns, { obstruction: { residence: ["X"], age: [] } })).toThrow(Fault);
  });
  it("an information barrier stands where the neighbours are far above and little has passed over", () => {
    const columns = { access: [0.3, 0.6, 0.6], use: [0.5, 0.5, 0.5], town: [1, 1, 1] };
    expect(rows(columns, { borders })).toEqual([["u1", "information-barrier", "access"]]);
    expect(rows(columns)).toEqual([]);
    // five years before the distance was .5, now .3: two fifths made up
    const moving = { access: [0.1, 0.6, 0.6, 0.3, 0.6, 0.6], use: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], town: [1, 1, 1, 1, 1, 1] };
    expect(rows(moving, { borders }, [2015, 2020])).toEqual([]);
    expect(rows(moving, { borders, passed: 0.5 }, [2015, 2020])).toEqual([["u1", "information-barrier", "access"]]);
  });
  it("a digital fence stands where use is far below that of units with as much access", () => {
    const columns = { access: [0.5, 0.5, 0.5, 0.9], use: [0.2, 0.5, 0.6, 0.6], town: [1, 1, 1, 1] };
    expect(rows(columns, { neighbours: 2 })).toEqual([["u1", "digital-fence", "use"]]);
  });
  it("what would clear a barrier clears it, and nothing smaller does", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 0.7, noNaN: true }), { minLength: 8, maxLength: 8 }), (x) => {
        const columns = { access: x.slice(0, 4), use: x.slice(4), town: [1, 1, 1, 1] };
        const around = { borders, neighbours: 2 };
        const [first] = rowsOf(indexOf(columns, { tree: over }), { k: 1, ...around }, "barriers");
        fc.pre(first !== undefined && (first.clear as number) > 1e-6);
        const { unit, barrier, subject, clear } = first;
        const still = (rise: number): boolean => {
          const moved = {
            ...columns,
            [subject as string]: columns[subject as "access" | "use"].map((one, i) => (`u${i + 1}` === unit ? one + rise : one)),
          };
          return rows(moved, around).some((row) => row[0] === unit && row[1] === barrier && row[2] === subject);
        };
        expect(still((clear as number) + 1e-9)).toBe(false);
        expect(still((clear as number) - 1e-9)).toBe(true);
      }),
    );
  });
  it("what cannot be tested is a blind spot with its reason", () => {
    const columns = { access: [0.5], use: [0.5], town: [1] };
    const unseen = (options: Options, tree = over) =>
      rowsOf(indexOf(columns, { tree }), { k: 1, ...options }, "unfilled").flatMap(({ kind, id }) => (kind === "barrier" ? [id] : []));
    expect(unseen({})).toEqual(["obstruction-residence", "obstruction-age", "information-barrier"]);
    expect(unseen({ borders, obstruction: { residence: ["T"], age: ["town"] } })).toEqual([]);
    expect(unseen({ borders }, S)).toEqual(["obstruction-residence", "obstruction-age", "information-barrier", "digital-fence"]);
  });
});
