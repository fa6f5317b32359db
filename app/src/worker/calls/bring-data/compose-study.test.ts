import type { DraftTree } from "@gongfu/engine/study";
import { readStudy, runStudy } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";
import type { Session } from "../../session.js";
import { type Composition, composeStudy } from "./compose-study.js";

const session = {} as Session;
const leaf = (id: string, direction: -1 | 1 = 1) => ({ id, names: { en: id, zh: id }, unit: { en: "%", zh: "%" }, direction });
const level = (id: string) => ({ id, names: { en: id, zh: id } });
const tree: DraftTree = {
  levels: [level("wheel"), level("mechanism"), level("indicator")],
  roots: [
    { ...level("empowerment"), children: [{ ...level("E1"), children: [leaf("water"), leaf("roads")] }] },
    { ...level("equity"), children: [{ ...level("Q1"), children: [leaf("debt", -1)] }] },
  ],
};
const parts: Composition = {
  title: { en: "Towns", zh: "城镇" },
  data: { panel: "towns.csv", unit: "town", regions: "as-is", rename: { Elm: null } },
  framework: { file: "framework.yaml", names: { en: "Mine", zh: "我的" }, tree },
  decisions: [],
};
const decision = { variable: "water", kind: "spike", unit: "Ash", period: 2020, action: "drop" as const, reason: "misprint" };
const verbs = async (text: string) => (await readStudy(text, "study.yaml")).steps.map(({ verb }) => verb);

describe("a study composed of data and a tree", () => {
  it("runs as it stands, keeps the directions, couples the wheels and takes out what was decided", async () => {
    const { text, framework } = await composeStudy(session, null, { ...parts, decisions: [decision] });
    const water = {
      Ash: [10.1, 99.9, 11.3, 11.9],
      Birch: [20.3, 21.1, 22.4, 23.2],
      Cedar: [8.7, 9.1, 9.9, 10.2],
      Dogwood: [30.3, 31, 32, 33],
    };
    const rows = [...Object.entries(water), ["Elm", [1, 2, 3, 4]] as const].flatMap(([town, values]) =>
      values.map((one, t) => `${town},${2019 + t},${one},${5 + ((one * 7 + t) % 4)},${9 - ((one * 3 + t) % 5)}`),
    );
    const files: Record<string, string> = {
      "towns.csv": ["town,year,water,roads,debt", ...rows, ""].join("\n"),
      "framework.yaml": framework,
    };
    const readFile = async (path: string) => new TextEncoder().encode(files[path]);
    const run = await runStudy(text, "study.yaml", { readFile, readShipped: readFile });
    expect(run.data.panel.units.map(({ code }) => code)).toEqual(["Ash", "Birch", "Cedar", "Dogwood"]);
    expect(run.framework.tree.leaves.map(({ id, parent, direction }) => [id, parent, direction])).toEqual([
      ["water", "E1", 1],
      ["roads", "E1", 1],
      ["debt", "Q1", -1],
    ]);
    expect(run.steps.find(({ id }) => id === "amend")?.result.trace).toMatchObject({ cells: 1, dropped: 1 });
    expect(run.steps.map(({ verb }) => verb)).toContain("couple");
    expect(run.study.title).toEqual(parts.title);
  });

  it("of an open study changes data, tree and decisions alone", async () => {
    const before = [
      "gongfu: 1 # mine",
      "title: Before",
      "data: {panel: old.csv}",
      "framework: other.yaml",
      "steps:",
      "  - audit: {id: look, stopOn: never}",
      "  - derive",
      "  - normalise: {method: z-score}",
      "",
    ].join("\n");
    const { text } = await composeStudy(session, before, { ...parts, decisions: [decision] });
    expect(await verbs(text)).toEqual(["audit", "amend", "derive", "normalise"]);
    const { data, framework, steps, title } = await readStudy(text, "study.yaml");
    expect([data, framework, title.en]).toEqual([parts.data, "framework.yaml", "Before"]);
    expect(steps[0].options).toMatchObject({ stopOn: "never", decisions: [decision] });
    expect(steps[1].sources.decided).toMatchObject({ id: "look" });
    expect(text).toContain("# mine");
    const again = await composeStudy(session, text, parts);
    expect((await readStudy(again.text, "study.yaml")).steps[0].options.decisions).toEqual([]);
  });

  it("gives a study without an audit one as soon as something is decided", async () => {
    const before = "gongfu: 1\ntitle: t\ndata: {panel: a.csv}\nsteps:\n  - derive\n";
    expect(await verbs((await composeStudy(session, before, parts)).text)).toEqual(["derive"]);
    expect(await verbs((await composeStudy(session, before, { ...parts, decisions: [decision] })).text)).toEqual([
      "audit",
      "amend",
      "derive",
    ]);
  });
});
