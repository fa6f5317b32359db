import { describe, expect, it } from "vitest";
import type { Source } from "../types.js";
import { readStudy } from "./read-study.js";

/** The sources of every step of a study with these steps. */
async function sourcesOf(steps: readonly string[]): Promise<Record<string, Readonly<Record<string, Source>>>> {
  const text = ["gongfu: 1", "title: T", "data: {set: china-provinces}", "steps:", ...steps.map((step) => `  - ${step}`)].join("\n");
  return Object.fromEntries((await readStudy(text, "study.yaml")).steps.map(({ id, sources }) => [id, sources]));
}
const step = (id: string): Source => ({ kind: "step", id });
const wholeTree: Source = { kind: "tree", view: null };

describe("a step reads", () => {
  it("the latest earlier result of the kind it needs", async () => {
    const sources = await sourcesOf([
      "derive",
      "impute: {method: linear-constant}",
      "normalise: {method: min-max}",
      "weigh: {method: equal}",
      "aggregate: {id: index, method: arithmetic}",
      "normalise: {id: again, method: min-max}",
      "weigh: {id: entropy, method: entropy}",
      "aggregate: {id: other, method: arithmetic}",
    ]);
    expect(Object.values(sources.derive)).toEqual([{ kind: "data" }, wholeTree]);
    expect(Object.values(sources.impute)).toContainEqual(step("derive"));
    expect(Object.values(sources.normalise)).toContainEqual(step("impute"));
    expect(Object.values(sources.weigh)).toEqual([wholeTree]);
    expect(Object.values(sources.index)).toEqual(expect.arrayContaining([step("normalise"), step("weigh"), wholeTree]));
    expect(Object.values(sources.entropy)).toContainEqual(step("again"));
    expect(Object.values(sources.again)).toContainEqual(step("impute"));
    expect(Object.values(sources.other)).toEqual(expect.arrayContaining([step("again"), step("entropy")]));
  });

  it("a table of an earlier step by its id, and nothing where an optional input is not named", async () => {
    const above = [
      "normalise: {method: min-max}",
      "weigh: {method: equal}",
      "aggregate: {id: index, method: arithmetic}",
      "uncertainty: {of: index, vary: [{path: weigh.method, among: [equal, entropy]}]}",
    ];
    const sources = await sourcesOf([
      ...above,
      "diagnose: {near: [index.P1], intervals: uncertainty}",
      "diagnose: {id: plain, by: region4}",
    ]);
    expect(sources.diagnose).toEqual({
      index: step("index"),
      near: { kind: "columns", addresses: [{ id: "index", column: "P1" }] },
      natural: { kind: "data" },
      intervals: { kind: "table", id: "uncertainty", table: "rank-intervals" },
    });
    expect(sources.plain).toEqual({ index: step("index"), by: { kind: "grouping", id: "region4" }, natural: { kind: "data" } });
    const wrong = (line: string) => sourcesOf([...above, line]);
    await expect(wrong("diagnose: {intervals: index}")).rejects.toMatchObject({
      code: "no-such-table",
      next: { en: "name one of: uncertainty" },
    });
    await expect(wrong("diagnose: {intervals: uncertain}")).rejects.toMatchObject({ code: "unknown-id" });
    await expect(wrong("diagnose: {near: [index.P1, index.P2]}")).rejects.toMatchObject({ place: expect.objectContaining({ line: 9 }) });
  });

  it("the one it names with from and weights", async () => {
    const sources = await sourcesOf([
      "normalise: {method: min-max}",
      "normalise: {id: again, method: min-max, from: data}",
      "weigh: {method: entropy, from: normalise}",
      "weigh: {id: entropy, method: entropy}",
      "aggregate: {id: index, method: arithmetic, from: normalise, weights: weigh}",
    ]);
    expect(Object.values(sources.again)).toContainEqual({ kind: "data" });
    expect(Object.values(sources.weigh)).toContainEqual(step("normalise"));
    expect(Object.values(sources.entropy)).toContainEqual(step("again"));
    expect(Object.values(sources.index)).toEqual(expect.arrayContaining([step("normalise"), step("weigh")]));
  });

  it("columns by their address, of the data or of a step; a column may hold dots", async () => {
    const sources = await sourcesOf([
      "normalise: {method: min-max}",
      "weigh: {method: equal, framework: elements}",
      "aggregate: {id: index, method: arithmetic, framework: elements}",
      "gini: {of: data.IT.NET.BBND.P2, weight: data.pop}",
      "couple: {of: [index.labour, index.means]}",
    ]);
    expect(Object.values(sources.index)).toContainEqual({ kind: "tree", view: "elements" });
    expect(Object.values(sources.gini)).toEqual([
      { kind: "columns", addresses: [{ id: "data", column: "IT.NET.BBND.P2" }] },
      { kind: "columns", addresses: [{ id: "data", column: "pop" }] },
    ]);
    expect(Object.values(sources.couple)).toEqual([
      {
        kind: "columns",
        addresses: [
          { id: "index", column: "labour" },
          { id: "index", column: "means" },
        ],
      },
      { kind: "parts", ids: ["index"] },
    ]);
  });

  it("nothing for an optional input that is not named", async () => {
    expect(Object.keys((await sourcesOf(["gini: {of: data.x}"])).gini)).toHaveLength(1);
  });
});

describe("a step that reads the weights of several steps", () => {
  const three = ["normalise: {method: min-max}", "weigh: {id: equal, method: equal}", "weigh: {id: entropy, method: entropy}"];
  it("names them in order", async () => {
    const sources = await sourcesOf([...three, "weigh: {id: mixed, method: multiplicative, of: [entropy, equal]}"]);
    expect(sources.mixed.of).toEqual({ kind: "steps", ids: ["entropy", "equal"] });
  });
  it.each([
    ["an unknown step", "[equal, entrop]", "unknown-id"],
    ["a step that gives something else", "[equal, normalise]", "wrong-kind"],
    ["the same step twice", "[equal, equal]", "named-twice"],
    ["one step only", "[equal]", "out-of-range"],
  ])("faults on %s", async (_, of, code) => {
    await expect(sourcesOf([...three, `weigh: {id: mixed, method: multiplicative, of: ${of}}`])).rejects.toThrow(
      expect.objectContaining({ code }),
    );
  });
});
