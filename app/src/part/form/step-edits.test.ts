import { editYaml } from "@gongfu/engine/ground/yaml";
import { cards, outlineStudy, readStudy } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";
import { cards as summaries } from "../../worker/calls/cards.js";
import { outline } from "../../worker/calls/outline.js";
import { addStep, moveStep, placeOf, removeStep, setFields, setMethod } from "./step-edits.js";

const session = null as never;
const all = summaries(session);
const byId = new Map(all.map((one) => [one.id, one]));
const head = "gongfu: 1\ntitle: T\ndata: {set: china-provinces}\n";
const study = `${head}steps:
  - derive
  # on one scale
  - normalise: {method: min-max, range: [0, 1]}   # 0 to 1
  - weigh:
      method: entropy
      within: wheel
      zero: limit
  - aggregate: {id: index, method: arithmetic}
`;
const steps = async (text = study) => (await outline(session, text)).steps;

describe("edits of a step", () => {
  it("set and take out options of any form of it; remarks stay", async () => {
    const [derive, normalise] = await steps();
    expect(await editYaml(study, setFields(derive, { framework: "elements" }))).toContain("  - derive: {framework: elements}\n");
    expect(setFields(derive, { framework: undefined })).toEqual([]);
    const text = await editYaml(study, setFields(normalise, { range: undefined, scope: "per-period" }));
    expect(text).toContain("  # on one scale\n  - normalise: {method: min-max, scope: per-period} # 0 to 1\n");
  });

  it("choose another method and drop what it does not know, for every two methods of a verb", async () => {
    const [, , weigh] = await steps();
    const text = await editYaml(study, setMethod(weigh, byId.get("critic-weights") as never, []));
    expect((await steps(text))[2].written).toEqual({ method: "critic", within: "wheel" });
    expect(await readStudy(text, "study.yaml")).toMatchObject({ title: { en: "T" } });
    for (const to of all.filter((one) => one.verb === "weigh")) {
      const known = new Set(["id", "method", ...to.options.map((one) => one.key), ...to.slots.map((one) => one.key)]);
      const written = (await steps(await editYaml(study, setMethod(weigh, to, []))))[2].written ?? {};
      expect(Object.keys(written).filter((key) => !known.has(key))).toEqual([]);
      expect(written.method).toBe(to.as);
    }
  });

  it("keep the study among the designs it varies", async () => {
    const vary = "[{path: weigh.method, among: [entropy, equal]}, {together: [{weigh.method: entropy}, {weigh.method: cv}]}]";
    const text = `${study}  - uncertainty: {of: index, vary: ${vary}}\n`;
    const now = await steps(text);
    const varied = async (id: string) =>
      (await steps(await editYaml(text, setMethod(now[2], byId.get(id) as never, now))))[4].written?.vary;
    expect(await varied("manual-weights")).toEqual([
      { path: "weigh.method", among: ["manual", "equal"] },
      { together: [{ "weigh.method": "manual" }, { "weigh.method": "cv" }] },
    ]);
    expect(await varied("equal-weights")).toEqual([
      { path: "weigh.method", among: ["entropy", "equal"] },
      { together: [{ "weigh.method": "equal" }, { "weigh.method": "cv" }] },
    ]);
  });

  it("move and remove it", async () => {
    expect((await steps(await editYaml(study, moveStep(1, 0)))).map((one) => one.id)).toEqual(["normalise", "derive", "weigh", "index"]);
    expect((await steps(await editYaml(study, removeStep(0)))).map((one) => one.id)).toEqual(["normalise", "weigh", "index"]);
  });

  it("add one where those that build on it come after it, under a free name", async () => {
    const now = await steps();
    const place = (id: string) => addStep(byId.get(id) as never, now, byId);
    expect(place("linear-constant").at).toBe(1);
    expect(place("critic-weights").at).toBe(3);
    expect(place("gini").at).toBe(4);
    const text = await editYaml(study, place("critic-weights").edits);
    expect((await steps(text)).map((one) => one.id)).toEqual(["derive", "normalise", "weigh", "critic", "index"]);
    expect(text).toContain("  - weigh: {id: critic, method: critic}\n");
    for (const card of cards) {
      const added = await outlineStudy(await editYaml(study, place(card.id).edits), "study.yaml");
      expect(added.steps[place(card.id).at].card).toBe(card.id);
    }
  });
});

describe("a fault of the study", () => {
  it("belongs to the field it stands in, to its step, or to neither", async () => {
    const now = await steps();
    const at = (line: number, column: number) => placeOf({ place: { file: "study.yaml", line, column } }, now);
    expect(at(7, 40)).toEqual({ step: 1, field: "range" });
    expect(at(7, 5)).toEqual({ step: 1, field: null });
    expect(at(10, 15)).toEqual({ step: 2, field: "within" });
    expect(at(2, 1)).toBeNull();
    expect(placeOf({ place: { file: "framework.yaml", line: 9 } }, now)).toBeNull();
  });
});
