import { describe, expect, it } from "vitest";
import { z } from "zod";
import { host } from "../../../proof/study/shipped.js";
import { parseYaml } from "../ground/yaml/index.js";
import { frameworkJsonSchema } from "./framework-schema.js";

const schema = JSON.parse(JSON.stringify(frameworkJsonSchema()));
const accepts = z.fromJSONSchema(schema);
const shipped = async (name: string) => {
  const text = new TextDecoder().decode(await host.readShipped(`frameworks/${name}.yaml`));
  return (await parseYaml(text, name)).value as Record<string, unknown>;
};

describe("the JSON Schema of a framework file", () => {
  it.each(["two-wheels", "two-wheels-world"])("accepts %s", async (name) => {
    expect(accepts.safeParse(await shipped(name)).error).toBeUndefined();
  });

  it("asks for no more than a tree", () => {
    expect(schema.required.sort()).toEqual(["gongfu", "id", "levels", "names", "tree"]);
  });

  it.each([
    ["an unknown key", { tre: [] }],
    ["a tree without children", { tree: [{ id: "a", names: "a" }] }],
    ["an indicator without direction", { tree: [{ id: "a", names: "a", children: [{ id: "b", names: "b", unit: "u" }] }] }],
    ["a negative weight", { tree: [{ id: "a", names: "a", weight: -1, children: [{ id: "b", names: "b", unit: "u", direction: "+" }] }] }],
    ["one level", { levels: [{ id: "a", names: "a" }] }],
  ])("refuses %s", async (_, change) => {
    expect(accepts.safeParse({ ...(await shipped("two-wheels")), ...change }).success).toBe(false);
  });
});
