import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { recordRun } from "../record/record-run.js";
import type { StudyHost } from "../types.js";
import { type Answer, perform, type Task } from "./perform.js";
import { runStudy } from "./run-study.js";

const files: Readonly<Record<string, string>> = {
  "data.csv": "region,year,a,b,w\nx,2020,1,9,1\nx,2021,2,7,1\ny,2020,3,8,2\ny,2021,5,6,2\n",
  "wheels.yaml": `gongfu: framework
id: wheels
names: wheels
levels: [{id: wheel, names: wheel}, {id: part, names: part}]
tree:
  - {id: E, names: E, children: [{id: a, names: a, unit: u, direction: "+"}]}
  - {id: Q, names: Q, children: [{id: b2, names: b, unit: u, direction: "-", formula: b * 2}]}
views:
  short:
    levels: [{id: wheel, names: wheel}, {id: part, names: part}]
    tree: [{id: F, names: F, children: [a]}]
`,
};
const broken = "- E\n- Q\n";
const readFile = async (path: string): Promise<Uint8Array> => new TextEncoder().encode(files[path] ?? broken);
const host = { readFile, readShipped: readFile };
const study = (...steps: readonly string[]): string =>
  ["gongfu: 1", "title: T", "data: {panel: data.csv}", "framework: wheels.yaml", "steps:", ...steps.map((step) => `  - ${step}`), ""].join(
    "\n",
  );
const measured = ["derive", "normalise: {method: min-max}", "weigh: {method: equal}", "aggregate: {id: index, method: arithmetic}"];

const faultOf = async (text: string): Promise<Fault> => {
  const outcome = await runStudy(text, "study.yaml", host).catch((error: unknown) => error);
  if (isFault(outcome)) return outcome;
  throw outcome instanceof Error ? outcome : new Error("the study ran");
};

describe("a run", () => {
  it("hands each step what it reads, by the user's own tree and in views of it", async () => {
    const run = await runStudy(
      study(
        ...measured,
        "weigh: {id: w2, method: equal, framework: short}",
        "aggregate: {id: short, method: arithmetic, framework: short}",
      ),
      "study.yaml",
      host,
    );
    const scores = (id: string) =>
      run.steps.find((step) => step.id === id)?.result.tables[0].columns.map((column) => [column.id, ...column.values]);
    expect(scores("index")?.slice(2)).toEqual([
      ["E", 0, 0.25, 0.5, 1],
      ["Q", 0, expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12), 1],
    ]);
    expect(scores("short")?.slice(2)).toEqual([["F", 0, 0.25, 0.5, 1]]);
    expect(run.lock).toMatchObject({ gongfu: 1, framework: run.framework.hash, data: run.data.hash, seed: 20260101 });
  });

  it("measures a column once a period, with weights", async () => {
    const run = await runStudy(study("gini: {of: data.a, weight: data.w}"), "study.yaml", host);
    const { value, tables } = run.steps[0].result;
    // weights 1 and 2: of 1, 3, 3 the Gini is 4/21, of 2, 5, 5 it is 1/6
    expect(value).toEqual({ periods: [2020, 2021], values: [expect.closeTo(4 / 21, 12), expect.closeTo(1 / 6, 12)] });
    expect(tables[0].columns[0]).toMatchObject({ id: "period", values: expect.arrayContaining([2020, 2021]) });
  });

  it("finds an indicator that stands in two systems coupled, through the indexes they come from", async () => {
    const fault = await faultOf(
      study(
        ...measured,
        "weigh: {id: w2, method: equal, framework: short}",
        "aggregate: {id: short, method: arithmetic, framework: short}",
        "couple: {of: [index.E, short.F]}",
      ),
    );
    expect([fault.code, fault.found.en]).toEqual(["same-indicator", "a is an indicator of both E and F"]);
  });

  it("writes the same bytes whatever the order its steps end in", async () => {
    const steps = [...measured, "gini: {of: data.a}", "gini: {id: g2, of: index.E}"];
    const plain = recordRun(await runStudy(study(...steps), "study.yaml", host));
    const slowFirst = async <T extends Task>(task: T): Promise<Answer<T>> => {
      await new Promise((done) => setTimeout(done, "card" in task && task.card === "derive" ? 20 : 1));
      return perform(task);
    };
    const progress: string[] = [];
    const run = await runStudy(study(...steps), "study.yaml", host, {
      execute: slowFirst,
      onProgress: ({ step, done, total }) => progress.push(`${done}/${total} ${step}`),
    });
    expect([...recordRun(run)]).toEqual([...plain]);
    expect([...plain.keys()].slice(0, 2)).toEqual(["results.json", "tables/derive.derived.csv"]);
    expect([...plain.keys()].at(-1)).toBe("study.lock.json");
    expect([progress.length, progress[0].startsWith("1/6"), progress[5].startsWith("6/6")]).toEqual([6, true, true]);
    expect(progress.indexOf("1/6 derive")).toBe(-1);
  });

  it("stops when told to", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(runStudy(study("derive"), "study.yaml", host, { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("a run that fails", () => {
  it.each<[string, string, string, string]>([
    ["an unknown column of the data", study("gini: {of: data.aa}"), "6:16", "unknown-column"],
    ["an unknown score", study(...measured, "couple: {of: [index.E, index.R]}"), "10:28", "unknown-column"],
    ["an unknown view", study("derive: {framework: shrot}"), "6:25", "unknown-name"],
    ["a view named like a property of objects", study("derive: {framework: constructor}"), "6:25", "unknown-name"],
    ["an unknown grouping", study("theil: {of: data.a, by: region9}"), "6:29", "unknown-name"],
    ["a broken framework", study("derive").replace("wheels.yaml", "broken.yaml"), "1:1", "not-a-framework"],
  ])("names the place of %s", async (_, text, at, code) => {
    const { place, code: found } = await faultOf(text);
    expect([`${place.line}:${place.column}`, found]).toEqual([at, code]);
  });

  it("names the step when a method refuses its input", async () => {
    const fault = await faultOf(study("derive", "normalise: {method: min-max}", "weigh: {method: equal, within: mechanism}"));
    expect(fault.place).toMatchObject({ file: "study.yaml", line: 8 });
  });

  it("reports the first step of the file that failed, not the first to fail", async () => {
    const execute = async (task: Task): Promise<never> => {
      const card = "card" in task ? task.card : "";
      await new Promise((done) => setTimeout(done, card === "gini" ? 20 : 0));
      throw new Error(card);
    };
    await expect(runStudy(study("gini: {of: data.a}", "derive"), "study.yaml", host, { execute })).rejects.toThrow("gini");
  });
});

describe("a run that screens units", () => {
  const panel = [
    "region,year,kind,a,b,w",
    "x,2020,k,1,9,1",
    "x,2021,k,2,7,1",
    "y,2020,l,,,2",
    "y,2021,l,,6,2",
    "z,2020,k,3,5,4",
    "z,2021,k,4,1,4",
    "v,2020,l,2,3,1",
    "v,2021,l,6,2,1",
  ];
  const screened: StudyHost = {
    readFile: async (path) => new TextEncoder().encode(path === "data.csv" ? `${panel.join("\n")}\n` : files[path]),
    readShipped: readFile,
  };

  it("lets every later step, address and grouping live with fewer", async () => {
    const run = await runStudy(
      study(
        "screen: {available: 0.65}",
        ...measured,
        "couple: {of: [index.E, index.Q]}",
        "gini: {of: index.E, weight: data.w}",
        "theil: {of: index.E, weight: data.w, by: kind}",
        "impute: {id: filled, from: screen, method: group-mean, by: kind}",
      ),
      "study.yaml",
      screened,
    );
    const units = (id: string): unknown[] => {
      const tables = run.steps.flatMap((step) => (step.id === id ? step.result.tables : []));
      return [...new Set(tables.flatMap((table) => table.columns.find((column) => column.id === "unit")?.values ?? []))];
    };
    for (const id of ["derive", "normalise", "index", "couple"]) expect(units(id)).toEqual(["x", "z", "v"]);
    expect(recordRun(run).size).toBeGreaterThan(10);
  });

  it("leaves out of the measure of inequality what was left out of the index", async () => {
    const gini = async (...steps: readonly string[]) => {
      const run = await runStudy(study(...steps, "gini: {of: index.E, weight: data.w}"), "study.yaml", screened);
      return run.steps.at(-1)?.result.value;
    };
    const without = await gini("screen: {available: 0.65}", ...measured);
    expect(without).toEqual(await gini("screen: {drop: [y]}", ...measured));
  });
});
