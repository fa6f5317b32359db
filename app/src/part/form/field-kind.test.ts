import { jsonSchema, type Schema, shapeOf } from "@gongfu/engine/ground/schema";
import { parseYaml } from "@gongfu/engine/ground/yaml";
import { cards } from "@gongfu/engine/study";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldKind, type JsonSchema, typed } from "./field-kind.js";

const schemaOf = (id: string, key: string): JsonSchema => {
  const card = cards.find((one) => one.id === id);
  return jsonSchema(shapeOf(card?.options as never)[key] as Schema) as JsonSchema;
};

describe("the kind of a field", () => {
  it.each([
    ["equal-weights", "within", "text"],
    ["min-max", "scope", "choice"],
    ["min-max", "range", "pair"],
    ["uncertainty", "vary", "yaml"],
    ["uncertainty", "replications", "number"],
    ["linear-constant", "never", "words"],
    ["manual-weights", "set", "yaml"],
  ])("of %s.%s is %s", (id, key, kind) => expect(fieldKind(schemaOf(id, key)).kind).toBe(kind));

  it("is found for every option of every card, and numbers keep the limits of their schema", () => {
    for (const card of cards)
      for (const [key, schema] of Object.entries(shapeOf(card.options))) {
        const json = jsonSchema(schema as Schema) as JsonSchema;
        const kind = fieldKind(json);
        if (kind.kind === "number" && json.minimum !== undefined && json.minimum > -1e15)
          expect([card.id, key, kind.limits.min]).toEqual([card.id, key, json.minimum]);
        if (json.enum) expect(kind.kind).toBe("choice");
      }
  });
});

describe("a value as it would be typed", () => {
  it("is read back as the same value", async () => {
    const leaf = fc.oneof(fc.string(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
    const value = fc.oneof(fc.array(leaf, { minLength: 1 }), fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9 :#-]+$/), leaf, { minKeys: 1 }));
    await fc.assert(
      fc.asyncProperty(value, async (one) => {
        expect((await parseYaml(typed(one), "value")).value).toEqual(JSON.parse(JSON.stringify(one)));
      }),
      { numRuns: 200 },
    );
  });
});
