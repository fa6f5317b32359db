import { describe, expect, it } from "vitest";
import type { Weights } from "../../table/index.js";
import type { StudyHost } from "../types.js";
import { runStudy } from "./run-study.js";

const table = "unit,year,a,b,c\nu1,2020,1,9,3\nu1,2021,2,7,1\nu2,2020,4,3,3\nu2,2021,6,4,8\nu3,2020,9,1,6\nu3,2021,8,2,9\n";
const host: StudyHost = {
  readFile: async () => new TextEncoder().encode(table),
  readShipped: async (path) => {
    throw new Error(path);
  },
};
const steps = (lines: readonly string[]) =>
  runStudy(
    ["gongfu: 1", "title: T", "data: {panel: t.csv}", "steps:", ...lines.map((line) => `  - ${line}`)].join("\n"),
    "study.yaml",
    host,
  );
const made = ["normalise: {method: min-max}", "weigh: {id: equal, method: equal}", "weigh: {id: entropy, method: entropy}"];

describe("weights of several steps in a study", () => {
  it("reach the method by the ids of the steps, and its own weights reach the index", async () => {
    const run = await steps([
      ...made,
      "weigh: {id: mixed, method: multiplicative, of: [entropy, equal], rule: linear, parts: [1, 3]}",
      "weigh: {id: branches, method: branch, of: [equal, mixed], below: {index: mixed}}",
      "aggregate: {method: arithmetic}",
    ]);
    const weights = (id: string): Weights => run.steps.find((one) => one.id === id)?.result.value as Weights;
    expect(weights("mixed").share.a).toBeCloseTo(0.25 * weights("entropy").share.a + 0.75 / 3, 13);
    expect(weights("branches").share).toEqual(weights("mixed").share);
    const index = run.steps.find((one) => one.id === "aggregate")?.result.value as { weights: Weights };
    expect(index.weights.share.b).toBe(weights("branches").share.b);
  });
  it("of raw columns read the data, beside the normalised ones", async () => {
    const run = await steps([...made, "weigh: {id: raw, method: entropy, on: raw}"]);
    const weights = (id: string): Weights => run.steps.find((one) => one.id === id)?.result.value as Weights;
    expect(weights("raw").share.a).not.toBeCloseTo(weights("entropy").share.a, 3);
  });
});
