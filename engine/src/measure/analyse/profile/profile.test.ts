import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panelOf, treeOf } from "../../../../../proof/small-tables.js";
import { profile } from "./profile.js";
import reference from "./profile.reference.json";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Options = Parameters<typeof profile>[2];
interface Around {
  readonly direction?: Readonly<Record<string, -1 | 1>>;
  readonly periods?: readonly number[];
}
const profiled = (columns: Columns, options: Options, { direction = {}, periods = [2020] }: Around = {}) =>
  profile(panelOf(columns, { direction, periods }), treeOf({ index: { group: Object.keys(columns) } }, { direction }), options);
const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 15 });

describe("profile: laws", () => {
  it("less is better is more is better of the negative", () => {
    fc.assert(
      fc.property(values, (x) => {
        const [down] = profiled({ x }, { of: "u1" }, { direction: { x: -1 } }).value.standings;
        const [up] = profiled({ x: x.map((one) => -one) }, { of: "u1" }).value.standings;
        expect([down.rank, down.standing, down.mark]).toEqual([up.rank, up.standing, up.mark]);
        expect((down.gap as number) + (up.gap as number)).toBeCloseTo(0, 12);
      }),
    );
  });
  it("standing and rank do not change under a rising transform, nor with the order of peers", () => {
    fc.assert(
      fc.property(values, (x) => {
        const [plain] = profiled({ x }, { of: "u1" }).value.standings;
        const [raised] = profiled({ x: [x[0], ...x.slice(1).reverse()].map((one) => one ** 3 + 7) }, { of: "u1" }).value.standings;
        expect([raised.rank, raised.standing, raised.mark]).toEqual([plain.rank, plain.standing, plain.mark]);
      }),
    );
  });
  it("the standings of all units sum to half their number", () => {
    fc.assert(
      fc.property(values, (x) => {
        const total = x.reduce((sum, _, i) => sum + (profiled({ x }, { of: `u${i + 1}` }).value.standings[0].standing as number), 0);
        expect(total).toBeCloseTo(x.length / 2, 10);
      }),
    );
  });
});

describe("profile: edges", () => {
  const columns = { x: [1, 2, 3, 4, 9, 8, 7, 6], y: [1, 1, 1, 1, 5, 5, 5, 5] };
  const two = { periods: [2020, 2021] };

  it("looks at the last period, or at the one asked for", () => {
    expect(profiled(columns, { of: "u1" }, two).value.standings[0].rank).toBe(1);
    expect(profiled(columns, { of: "u1", period: 2020 }, two).value.standings[0].rank).toBe(4);
    expect(() => profiled(columns, { of: "u1", period: 2019 }, two)).toThrow(expect.objectContaining({ code: "unknown-period" }));
  });
  it("calls nothing a strength or weakness where all are equal", () => {
    expect(profiled(columns, { of: "u1" }, two).value).toMatchObject({ strengths: ["x"], weaknesses: [] });
    expect(profiled({ y: [3, 3, 3] }, { of: "u1", tail: 0.5 }).value).toMatchObject({ strengths: [], weaknesses: [] });
  });
  it("takes its own group as peers, named peers before it, and never itself", () => {
    const by = ["East", "West", "East", "West"];
    expect(profiled(columns, { of: "u1", by }, two).value.peers).toEqual(["u3"]);
    expect(profiled(columns, { of: "u1", by, peers: ["u2", "u1", "u2"] }, two).value.peers).toEqual(["u2"]);
    expect(profiled(columns, { of: "u1" }, two).value.peers).toEqual(["u2", "u3", "u4"]);
    expect(() => profiled(columns, { of: "u1", peers: ["u1"] }, two)).toThrow(expect.objectContaining({ code: "no-peers" }));
  });
  it("faults on an unknown unit or peer with the nearest name", () => {
    expect(() => profiled(columns, { of: "u11" }, two)).toThrow(expect.objectContaining({ code: "unknown-unit", place: { path: "of" } }));
    expect(() => profiled(columns, { of: "u1", peers: ["v2"] }, two)).toThrow(
      expect.objectContaining({ code: "unknown-unit", next: expect.objectContaining({ en: expect.stringContaining("did you mean") }) }),
    );
  });
  it("has no standing where a value is missing, and compares only with those that have one", () => {
    const made = profiled({ x: [null, 1, 2], y: [5, null, 4], z: [5, null, null] }, { of: "u1" });
    expect(made.value.standings.map(({ rank, peers, value }) => [rank, peers, value])).toEqual([
      [null, 2, null],
      [1, 1, 5],
      [null, 0, 5],
    ]);
    expect(made.warnings.map((one) => one.code)).toEqual(["no-standing"]);
    expect(made.value.strengths).toEqual(["y"]);
  });
  it("widens and narrows the tail", () => {
    const x = { x: [7, 9, 1, 2, 3] };
    expect(profiled(x, { of: "u1" }).value.strengths).toEqual(["x"]);
    expect(profiled(x, { of: "u1", tail: 0.2 }).value.strengths).toEqual([]);
  });
});

describe("profile: agreement", () => {
  it.each(reference)("$from", ({ input, expected, strengths, weaknesses }) => {
    const { value } = profiled(input.columns, input.options, { direction: input.direction as Record<string, -1 | 1> });
    for (const standing of value.standings) expect(standing).toMatchObject(expected[standing.indicator as keyof typeof expected]);
    expect(value.strengths).toEqual(strengths);
    expect(value.weaknesses).toEqual(weaknesses);
  });
});
