import { readFileSync } from "node:fs";
import { editYaml } from "@gongfu/engine/ground/yaml";
import { outlineStudy, readStudy } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";
import { cards } from "../../worker/calls/cards.js";
import { methodPage } from "../../worker/calls/method-page.js";
import type { PlainStep } from "../../worker/calls/outline.js";
import type { Session } from "../../worker/session.js";
import { addedStep, keysToWrite, stepsToSwitch, switched } from "./step-for.js";

const text = readFileSync(new URL("../../../../studies/two-wheels/study.yaml", import.meta.url), "utf8");
const names = { en: "", zh: "" };
const session = {} as Session;
const outline = (await outlineStudy(text, "study.yaml")).steps.map((step): PlainStep => ({ ...step, fault: null }));
const known = {
  scores: {
    step: "index",
    systems: ["empowerment", "equity", "outcome"].map((id) => ({ id, names, role: "ink" as const, cells: new Float64Array() })),
    nodes: [],
    imputed: 0,
  },
  variables: [{ id: "income_total", names, unit: names }],
  groupings: [{ id: "region4", names, of: [] }],
  steps: outline.map(({ id, verb, card }) => ({ id, verb, card: card ?? "", names, variant: "", tables: [], warnings: [] })),
};
const all = cards(session);

describe("a method in the study that is open", () => {
  it.each(all.map((card) => [card.id, card] as const))("%s can be added as it is, or says what it needs", async (id, card) => {
    const page = await methodPage(session, id);
    if (!page) throw new Error("no page");
    const after = await editYaml(text, [addedStep(card, known, page, outline)]);
    if (keysToWrite(card, known, page).length === 0) expect((await readStudy(after, "study.yaml")).steps).toHaveLength(outline.length + 1);
    else await expect(readStudy(after, "study.yaml")).rejects.toThrow();
  });

  it("takes the place of another of the same verb, with the keys both know", async () => {
    const card = all.find((one) => one.id === "equal-weights");
    if (!card) throw new Error("no such method");
    const [step] = stepsToSwitch(card, outline).filter((one) => one.id === "entropy");
    const after = await editYaml(text, switched(card, step));
    expect(after).toContain("- weigh: {id: entropy, method: equal, within: wheel}");
    await readStudy(after, "study.yaml");
  });

  it("is written beside a verb that stood alone", async () => {
    const card = all.find((one) => one.id === "critic-weights");
    if (!card) throw new Error("no such method");
    const short = "steps:\n  - weigh\n";
    const [step] = (await outlineStudy(short, "s.yaml")).steps.map((one): PlainStep => ({ ...one, fault: null }));
    expect(await editYaml(short, switched(card, step))).toBe("steps:\n  - weigh: {method: critic}\n");
  });
});
