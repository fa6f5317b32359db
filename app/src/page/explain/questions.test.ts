import { describe, expect, it } from "vitest";
import type { StepSummary } from "../../worker/ran.js";
import { questions, stepsFor, suggestions } from "./questions.js";

const step = (verb: string): StepSummary => ({
  id: verb,
  verb,
  card: verb,
  names: { en: verb, zh: verb },
  variant: "",
  tables: [],
  warnings: [],
});
const system = (id: string) => ({ id, names: { en: id, zh: id }, role: "ink" as const, cells: new Float64Array() });

describe("questions", () => {
  it("find every step of a study once", () => {
    const steps = ["audit", "weigh", "couple", "gini", "diagnose", "matthew", "something-new"].map(step);
    const found = questions.flatMap((question) => stepsFor(question, steps));
    expect([...found].map(({ id }) => id).sort()).toEqual(steps.map(({ id }) => id).sort());
  });

  it("show a step no question knows of under the last one", () => {
    expect(stepsFor("more", [step("something-new"), step("couple")]).map(({ verb }) => verb)).toEqual(["something-new"]);
  });

  it("suggest only what the study can answer", () => {
    const ran = {
      scores: { step: "index", systems: [system("a"), system("b")], nodes: [], imputed: 0 },
      groupings: [{ id: "east", names: { en: "east", zh: "东" }, of: ["x", "y"] }],
      periods: [2020, 2021, 2022],
    };
    expect(suggestions("together", ran)).toEqual([{ verb: "couple", fields: { of: ["index.a", "index.b"] } }]);
    expect(suggestions("behind", ran)[1]).toEqual({ verb: "theil", fields: { of: "index.a", by: "east" } });
    const one = { ...ran, scores: { ...ran.scores, systems: [system("a")] }, groupings: [], periods: [2021] };
    expect(suggestions("together", one)).toEqual([]);
    expect(suggestions("closing", one)).toEqual([]);
    expect(suggestions("blocked", one)[1]).toEqual({ verb: "diagnose", fields: { of: "index" } });
    const four = Array.from({ length: 4 }, () => ({ system: "a" }));
    expect(suggestions("blocked", one, four)[1]).toEqual({ verb: "diagnose", fields: { of: "index", k: 4 } });
    expect(suggestions("behind", { ...ran, scores: null })).toEqual([]);
  });
});
