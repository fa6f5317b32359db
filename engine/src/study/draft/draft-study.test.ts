import { describe, expect, it } from "vitest";
import { panelOf } from "../../../../proof/small-tables.js";
import { readFramework } from "../../framework/index.js";
import { parseYaml } from "../../ground/yaml/index.js";
import { panel } from "../../table/index.js";
import { readStudy } from "../plan/read-study.js";
import { runStudy } from "../run/run-study.js";
import { draftFramework } from "./draft-framework.js";
import { draftStudy } from "./draft-study.js";

const odd = panel({
  variables: [
    { id: "GDP per head, 2015 prices", unit: { en: "yuan", zh: "元" } },
    { id: '他说"好": yes', names: { en: "a #quoted name", zh: "带引号的名称" } },
    { id: "IT.NET.BBND.P2" },
  ],
  periods: [2020],
  units: [{ code: "a" }],
  values: new Float64Array(3),
});

describe("a drafted framework", () => {
  it("reads back with every column as an indicator, whatever its name", async () => {
    const { tree, id } = await readFramework(draftFramework(odd, "draft"), "framework.yaml");
    expect(id).toBe("draft");
    expect(tree.levels.map((level) => level.id)).toEqual(["index", "indicator"]);
    expect(tree.leaves.map(({ id, names, unit, direction }) => ({ id, names, unit, direction }))).toEqual(
      odd.variables.map(({ id, names, unit }) => ({ id, names, unit: unit.en ? unit : { en: "unit?", zh: "单位？" }, direction: 1 })),
    );
  });
});

describe("a drafted study", () => {
  const parts = { file: 'my "data", 2020.csv', framework: "my: framework.yaml" };

  it("reads back, with or without the columns of unit and period", async () => {
    const bare = await readStudy(draftStudy(parts), "study.yaml");
    expect([bare.data, bare.framework]).toEqual([{ panel: parts.file }, parts.framework]);
    const full = await readStudy(draftStudy({ ...parts, unit: "省份 #1", period: "year" }), "study.yaml");
    expect(full.data).toEqual({ panel: parts.file, unit: "省份 #1", period: "year" });
  });

  it("is YAML whose comments stand in both languages", async () => {
    const text = draftFramework(odd, "draft");
    expect((await parseYaml(text, "f")).value).toMatchObject({ gongfu: "framework" });
    expect(text).toMatch(/^# .*direction[\s\S]*^# .*方向/m);
  });

  it("runs as it stands", async () => {
    const data = "region,year,a,b\nx,2020,1,9\nx,2021,2,7\ny,2020,3,8\ny,2021,5,6\n";
    const table = panelOf({ a: [1, 3, 2, 5], b: [9, 8, 7, 6] }, { periods: [2020, 2021] });
    const files: Record<string, string> = { "data.csv": data, "framework.yaml": draftFramework(table, "draft") };
    const readFile = async (path: string) => new TextEncoder().encode(files[path]);
    const study = draftStudy({ file: "data.csv", unit: "region", period: "year", framework: "framework.yaml" });
    const run = await runStudy(study, "study.yaml", { readFile, readShipped: readFile });
    expect(run.framework.id).toBe("draft");
    const index = run.steps.find((step) => step.id === "index")?.result.tables[0];
    expect(index?.columns.map((column) => [column.id, column.values])).toEqual([
      ["unit", ["x", "x", "y", "y"]],
      ["period", [2020, 2021, 2020, 2021]],
      ["index", [0.5, (0.25 + 1 / 3) / 2, (0.5 + 2 / 3) / 2, 0.5].map((one) => expect.closeTo(one, 12))],
    ]);
  });
});
