import { type Card, cards } from "@gongfu/engine";
import { aboutOf, jsonSchema, parse, type Schema, shapeOf } from "@gongfu/engine/ground/schema";
import { stepSchema, studyJsonSchema } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";

const each = cards.map((card): [string, Card] => [card.id, card]);

describe("the options of every method", () => {
  it.each(each)("%s: each is described in both languages, and the defaults are valid", (_, card) => {
    for (const [name, schema] of Object.entries(shapeOf(card.options))) {
      const text = aboutOf(schema as Schema);
      expect(text, name).toBeDefined();
      expect(text?.en.trim(), name).not.toBe("");
      expect(text?.zh, name).toMatch(/\p{Script=Han}/u);
    }
    const { required } = jsonSchema(card.options) as { required?: readonly string[] };
    if (!required?.length) expect(() => parse(card.options, {})).not.toThrow();
  });

  it.each(each)("%s: its schema survives JSON Schema", (_, card) => {
    const schema = jsonSchema(stepSchema(card));
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema.additionalProperties).toBe(false);
    const described = Object.values(schema.properties as Record<string, { description?: string }>);
    expect(described.every(({ description }) => description?.includes(" · "))).toBe(true);
  });

  it("stand in the study's schema under their verbs", () => {
    const text = JSON.stringify(studyJsonSchema());
    for (const card of cards) expect(text).toContain(`"${card.step.verb}"`);
  });
});
