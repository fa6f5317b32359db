import { describe, expect, it } from "vitest";
import { host } from "../../../proof/study/shipped.js";
import { columnsOf, parseFormula } from "../ground/formula/index.js";
import { childrenOf, type Tree, weightedLeaves } from "../table/index.js";
import { resolveFramework } from "./resolve-framework.js";
import type { Framework } from "./types.js";

const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map((node) => node.id);
const below = (tree: Tree, id: string): string => ids(childrenOf(tree, id)).join(" ");
const mechanisms = ["E1", "E2", "E3", "Q1", "Q2", "Q3", "P1", "P2", "P3"];

/** Every text of a framework: English without Chinese characters, Chinese never left out. */
function texts(value: unknown, path = ""): [string, { en: string; zh: string }][] {
  if (value === null || typeof value !== "object") return [];
  if ("en" in value && "zh" in value) return [[path, value as { en: string; zh: string }]];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`));
}
const badTexts = (framework: Framework): string[] =>
  texts(framework)
    .filter(
      ([, { en, zh }]) => /\p{Script=Han}/u.test(en.replace(/《[^》]*》/g, "")) || zh.trim() === "" || /[\p{Script=Han}][,;:!?]/u.test(zh),
    )
    .map(([path]) => path);

describe("the two wheels", async () => {
  const framework = await resolveFramework("two-wheels", host);
  const { tree, indicators, definitions, blindSpots, views } = framework;

  it("stand in the order the tables are printed in", () => {
    expect(tree.levels.map((level) => level.id)).toEqual(["wheel", "mechanism", "indicator"]);
    expect(ids(childrenOf(tree, null))).toEqual(["empowerment", "equity", "outcome"]);
    expect(ids(tree.nodes.filter((node) => node.parent !== null))).toEqual(mechanisms);
  });

  it("hold 11, 10 and 6 indicators, one of them shown only", () => {
    expect(mechanisms.map((id) => below(tree, id))).toEqual([
      "S-E102 S-E103 S-E104 S-E105 S-E108 S-E109",
      "S-E202 S-E203 S-E207",
      "S-E302 S-E303",
      "S-Q101 S-Q102 S-Q105",
      "S-Q201 S-Q204 S-Q207 S-Q208",
      "S-Q301 S-Q302 S-Q305",
      "S-P101 S-P102",
      "S-P207 S-P205",
      "S-P302 S-P303",
    ]);
    expect(["empowerment", "equity", "outcome"].map((id) => weightedLeaves(tree, id).length)).toEqual([11, 10, 5]);
    expect(ids(tree.leaves.filter((leaf) => leaf.weight === 0))).toEqual(["S-P205"]);
    expect(ids(tree.leaves.filter((leaf) => leaf.direction < 0))).toEqual(["S-Q301", "S-Q302", "S-P207", "S-P205"]);
  });

  it("are computed from columns the shipped data have", async () => {
    const columns = [...new Set(tree.leaves.flatMap((leaf) => columnsOf(parseFormula(leaf.formula as string, leaf.id))))];
    expect(columns).toHaveLength(30);
    for (const column of columns) expect((await host.readShipped(`china-provinces/values/${column}.csv`)).length).toBeGreaterThan(0);
  });

  it("define 50 indicators: 14 filled as defined, the other 36 blind spots with a reason", () => {
    expect([definitions.length, blindSpots.length]).toEqual([50, 36]);
    const same = new Set(indicators.filter((one) => one.match === "same").flatMap((one) => one.standsFor));
    const blind = new Set(blindSpots.map((one) => one.definition.id));
    expect(definitions.filter(({ id }) => same.has(id) === blind.has(id))).toEqual([]);
    expect([...same].sort().join(" ")).toBe("E102 E103 E104 E105 E203 E303 P101 P205 P302 P303 Q101 Q301 Q302 Q305");
    const count = (letter: string): number => definitions.filter((one) => one.mechanism.startsWith(letter)).length;
    expect(["E", "Q", "P"].map(count)).toEqual([18, 17, 15]);
  });

  it("name what stands in for a blind spot", () => {
    const standIns = Object.fromEntries(
      blindSpots.filter((one) => one.standIns.length).map((one) => [one.definition.id, one.standIns.join(" ")]),
    );
    expect(standIns).toEqual({
      E101: "S-E108 S-E109",
      E106: "S-E207",
      E202: "S-E202",
      E302: "S-E302",
      Q105: "S-Q105",
      Q201: "S-Q201",
      Q204: "S-Q204",
      P102: "S-P102",
      P204: "S-P207",
    });
  });

  it("show the three elements over the indicators of empowerment, each once", () => {
    const { elements } = views;
    expect(elements.levels.map((level) => level.id)).toEqual(["element", "indicator"]);
    expect(below(elements, "labour")).toBe("S-E104 S-E202");
    expect(below(elements, "means")).toBe("S-E102 S-E108 S-E109 S-E303");
    expect(below(elements, "object")).toBe("S-E103 S-E105 S-E203 S-E207 S-E302");
    expect(ids(elements.leaves).sort()).toEqual(ids(weightedLeaves(tree, "empowerment")).sort());
  });

  it("hold two chains over their indicators, and the paper's two, which nothing fills yet", () => {
    expect(tree.chains.map((chain) => [chain.id, chain.stages.map((stage) => stage.of.join(" "))])).toEqual([
      ["access-to-gain", ["S-Q101 S-Q102", "S-E302 S-E105", "S-Q105 S-E202", "S-P102"]],
      ["wheels-to-outcome", ["empowerment", "equity", "outcome"]],
      ["talent-to-value", ["E202 E205", "E203 E204", "E103 E106", "E107"]],
      ["production-to-distribution", ["E105", "", "E302", "P201"]],
    ]);
    expect(tree.unfilled.map((one) => one.id)).toEqual(blindSpots.map((one) => one.definition.id));
  });

  it("speak both languages", () => expect(badTexts(framework)).toEqual([]));
});

describe("the two wheels for countries", async () => {
  const framework = await resolveFramework("two-wheels-world", host);
  const { tree, definitions, blindSpots } = framework;

  it("have the wheels and mechanisms of the provinces", () => {
    expect(tree.nodes.map((node) => node.id)).toEqual("empowerment E1 E2 E3 equity Q1 Q2 Q3 outcome P1 P2 P3".split(" "));
    expect(mechanisms.map((id) => childrenOf(tree, id).length)).toEqual([5, 4, 3, 5, 4, 3, 4, 7, 4]);
  });

  it("read series under the codes their publishers give them", () => {
    const columns = new Set(tree.leaves.flatMap((leaf) => columnsOf(parseFormula(leaf.formula as string, leaf.id))));
    for (const code of ["IT.NET.BBND.P2", "SP.POP.TOTL", "g20.any.10", "GOV_WGI_GE.SC", "per_allsp.cov_pop_tot", "SI.DST.10TH.10", "hdi"]) {
      expect(columns).toContain(code);
    }
    expect(columns.size).toBe(50);
  });

  it("leave out what no series fills over time, and say why", () => {
    expect(ids(definitions)).toEqual(["cE3d", "cQ3d"]);
    expect(blindSpots.map((one) => one.reason.en)).toEqual([expect.stringContaining("single wave"), expect.stringContaining("sparse")]);
  });

  it("speak both languages", () => expect(badTexts(framework)).toEqual([]));
});

describe("a framework by name or path", () => {
  const bytes = (text: string) => async () => new TextEncoder().encode(text);
  const nothing = { readFile: bytes(""), readShipped: bytes("") };

  it("is one of the user's when it ends in .yaml or .yml", async () => {
    const readFile = async (path: string) => new TextEncoder().encode(`gongfu: ${path}`);
    await expect(resolveFramework("sub/mine.yml", { ...nothing, readFile })).rejects.toMatchObject({
      place: { file: "sub/mine.yml", line: 1 },
    });
  });

  it("is refused when no shipped one has the name", async () => {
    const readShipped = async () => {
      throw new Error("no such file");
    };
    await expect(resolveFramework("two-wheel", { ...nothing, readShipped })).rejects.toMatchObject({ code: "unknown-framework" });
  });

  it("is refused when it is not UTF-8", async () => {
    const readFile = async () => Uint8Array.of(0x67, 0xb9, 0xa4);
    await expect(resolveFramework("mine.yaml", { ...nothing, readFile })).rejects.toMatchObject({
      code: "bad-encoding",
      place: { file: "mine.yaml" },
    });
  });
});
