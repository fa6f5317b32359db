import { describe, expect, it } from "vitest";
import { studyText } from "../../../../proof/study/shipped.js";
import { outlineStudy } from "./outline-study.js";

const study = `gongfu: 1
framework: wheels.yaml
steps:
  - derive
  - impute:
  - weigh: {id: w, method: entropy, scope: yearly}
  - {weigh: {method: entorpy}}
  - 3
`;

describe("the outline of a study", () => {
  it("tells each step as it is written, with its card, its path and where its keys begin", async () => {
    const { framework, steps } = await outlineStudy(study, "study.yaml");
    expect(framework).toBe("wheels.yaml");
    expect(steps.map(({ id, verb, card, path }) => [id, verb, card, path.join(".")])).toEqual([
      ["derive", "derive", "derive", "steps.0"],
      ["impute", "impute", null, "steps.1.impute"],
      ["w", "weigh", "entropy-weights", "steps.2.weigh"],
      ["weigh", "weigh", null, "steps.3.weigh"],
      ["3", "3", null, "steps.4"],
    ]);
    expect(steps.map((one) => one.written)).toEqual([
      null,
      null,
      { id: "w", method: "entropy", scope: "yearly" },
      { method: "entorpy" },
      null,
    ]);
    expect([steps[2].at, steps[2].keys.method]).toEqual([
      [6, 5],
      [6, 20],
    ]);
  });

  it("gives a step that cannot be read its own fault and goes on", async () => {
    const { steps } = await outlineStudy(study, "study.yaml");
    expect(steps.map(({ fault }) => fault?.code ?? null)).toEqual([null, "missing-key", "unknown-option", "unknown-option", "bad-step"]);
    expect(steps[2].fault?.place).toMatchObject({ line: 6, column: 44 });
  });

  it("finds no fault in the shipped study, and nothing in a file without steps", async () => {
    const { steps } = await outlineStudy(await studyText(), "study.yaml");
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.filter(({ fault, card }) => fault || !card)).toEqual([]);
    expect(await outlineStudy("", "study.yaml")).toEqual({ framework: null, steps: [] });
  });
});
