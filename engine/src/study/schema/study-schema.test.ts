import { describe, expect, it } from "vitest";
import { z } from "zod";
import { studyText } from "../../../../proof/study/shipped.js";
import { cards } from "../../cards.js";
import { parseYaml } from "../../ground/yaml/index.js";
import { cardsOf, stepSchema, studyJsonSchema, verbs } from "./study-schema.js";

const schema = JSON.parse(JSON.stringify(studyJsonSchema()));
const accepts = z.fromJSONSchema(schema);
const study = { gongfu: 1, title: "T", data: { set: "china-provinces" }, steps: ["derive"] };

describe("the verbs of a study", () => {
  it("are those of the cards, each card under one", () => {
    expect(verbs).toEqual([...new Set(cards.map((card) => card.step.verb))].sort());
    expect(verbs.flatMap(cardsOf)).toHaveLength(cards.length);
    for (const verb of verbs) {
      const ways = cardsOf(verb).map((card) => card.step.as);
      expect(new Set(ways).size).toBe(ways.length);
      if (ways.includes(null)) expect(ways).toEqual([null]);
    }
  });

  it.each(cards.map((card) => [card.id, card] as const))("%s keeps its slots, its options and its names apart", (_, card) => {
    const written = Object.values(card.inputs).filter((slot) => slot.kind !== "parts");
    const keys = [...written.map((slot) => slot.key), ...Object.keys(card.options.shape), "id", "method"];
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(stepSchema(card).shape).sort()).toEqual(keys.filter((key) => key !== "method" || card.step.as !== null).sort());
  });
});

describe("the JSON Schema of study.yaml", () => {
  it("accepts the shipped study", async () => {
    const { value } = await parseYaml(await studyText(), "study.yaml");
    expect(accepts.safeParse(value).error).toBeUndefined();
  });

  it("asks for no more than version, title, data and steps", () => {
    expect(accepts.safeParse(study).success).toBe(true);
    expect(schema.required.sort()).toEqual(["data", "gongfu", "steps", "title"]);
  });

  it.each([
    ["an unknown key", { sede: 1 }],
    ["an unknown verb", { steps: ["derrive"] }],
    ["an unknown method", { steps: [{ weigh: { method: "eqaul" } }] }],
    ["an unknown option", { steps: [{ normalise: { method: "min-max", rnage: [0, 1] } }] }],
    ["a verb that needs a method without one", { steps: ["weigh"] }],
    ["data of two kinds", { data: { set: "china-provinces", panel: "a.csv" } }],
    ["no steps", { steps: [] }],
  ])("refuses %s", (_, change) => expect(accepts.safeParse({ ...study, ...change }).success).toBe(false));
});
