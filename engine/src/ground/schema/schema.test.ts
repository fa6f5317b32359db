import { describe, expect, it } from "vitest";
import { type Fault, faultText } from "../fault/index.js";
import { parseYaml } from "../yaml/index.js";
import {
  about,
  aboutOf,
  anyOf,
  byDefault,
  choice,
  constant,
  flag,
  integer,
  jsonSchema,
  list,
  mapping,
  number,
  object,
  optional,
  pair,
  parse,
  pathText,
  type Schema,
  shapeOf,
  text,
} from "./index.js";

const weigh = object({
  method: about(choice(["entropy", "equal", "critic"]), "How weights are found", "赋权方法"),
  range: byDefault(pair(number({ min: 0 }), number()), [0, 1]),
  digits: optional(integer({ min: 0, max: 15 })),
  share: optional(number({ above: 0, below: 1 })),
  names: optional(list(text({ min: 1, max: 5 }), { min: 1, max: 3 })),
  strict: byDefault(flag(), true),
  goal: optional(anyOf([number(), choice(["best", "worst"])])),
  weights: optional(mapping(number())),
});
const good = { method: "entropy" } as const;
const faultsOf = (value: unknown, schema: Schema = weigh): Fault[] => {
  try {
    parse(schema, value);
  } catch (fault) {
    return [fault as Fault, ...(fault as Fault).others];
  }
  return [];
};

describe("parse", () => {
  it("fills in defaults and leaves the rest as written", () => {
    expect(parse(weigh, good)).toEqual({ method: "entropy", range: [0, 1], strict: true });
    expect(parse(weigh, { ...good, range: [1, 100], goal: "best", weights: { a: 0.2 } })).toMatchObject({ range: [1, 100], goal: "best" });
  });
  it.each<[string, object, string, string]>([
    ["a missing key", {}, "missing-key", "method"],
    ["an unknown key", { ...good, metod: 1 }, "unknown-key", "metod"],
    ["an unknown option", { method: "entropie" }, "unknown-option", "method"],
    ["text for a number", { ...good, digits: "3" }, "wrong-type", "digits"],
    ["a fraction for a whole number", { ...good, digits: 1.5 }, "wrong-type", "digits"],
    ["a number too large", { ...good, digits: 16 }, "out-of-range", "digits"],
    ["a bound that is not reached", { ...good, share: 1 }, "out-of-range", "share"],
    ["NaN", { ...good, share: Number.NaN }, "wrong-type", "share"],
    ["too few entries", { ...good, names: [] }, "out-of-range", "names"],
    ["an entry too long", { ...good, names: ["a", "abcdef"] }, "out-of-range", "names[1]"],
    ["half a pair", { ...good, range: [1] }, "out-of-range", "range"],
    ["none of several forms", { ...good, goal: [] }, "wrong-type", "goal"],
    ["a mapping's value", { ...good, weights: { a: "x" } }, "wrong-type", "weights.a"],
  ])("%s is a fault with its code and place", (_, value, code, path) => {
    const found = faultsOf(value).map((fault) => [fault.code, fault.place.path]);
    expect(found).toEqual([[code, path]]);
  });
  it("tells every fault in one pass, misspelt keys first", () => {
    const codes = faultsOf({ methd: "entropy", digits: -1, strict: "yes" }).map((fault) => `${fault.code} ${fault.place.path}`);
    expect(codes[0]).toBe("unknown-key methd");
    expect(codes.slice(1).sort()).toEqual(["missing-key method", "out-of-range digits", "wrong-type strict"]);
  });
  it("offers the nearest key and the nearest option, in both languages", () => {
    const [key] = faultsOf({ ...good, stric: true });
    expect([key.next.en, key.next.zh]).toEqual(['did you mean "strict"? otherwise remove the line', "是否想写“strict”？否则请删去这一行"]);
    const [option] = faultsOf({ method: "entropi" });
    expect(faultText(option, "en")).toBe(
      'method  method is "entropi"\n  expected one of: entropy, equal, critic\n  did you mean "entropy"?',
    );
    expect(faultText(option, "zh")).toBe('method  method 的值是 "entropi"\n  应为以下之一：entropy、equal、critic\n  是否想写“entropy”？');
  });
  it("knows the keys inside lists, pairs and unions", () => {
    const nested = object({ steps: list(anyOf([object({ weigh }), object({ rank: object({ ties: flag() }) })])) });
    const [inside] = faultsOf({ steps: [{ weigh: { ...good, rnge: [0, 1] } }] }, nested);
    expect([inside.code, inside.place.path, inside.next.en]).toEqual([
      "unknown-key",
      "steps[0].weigh.rnge",
      'did you mean "range"? otherwise remove the line',
    ]);
  });
  it("takes an object for the form whose keys it has", () => {
    const forms = object({
      vary: anyOf([object({ together: list(text()) }), object({ noise: text({ pattern: /^w$/ }), share: number() })]),
    });
    const found = faultsOf({ vary: { noise: "v", within: 0.2 } }, forms).map(({ code, place }) => [code, place.path]);
    expect(found).toEqual([
      ["unknown-key", "vary.within"],
      ["invalid-value", "vary.noise"],
      ["missing-key", "vary.share"],
    ]);
  });
  it("gives the line of a file when asked through its places", async () => {
    const { value, locate } = await parseYaml("method: entropy\ndigits: 99\nstric: true\n", "s.yaml");
    try {
      parse(weigh, value, locate);
      expect.fail("no fault");
    } catch (error) {
      const fault = error as Fault;
      expect([fault.place.line, fault.place.column, fault.others[0].place.line, fault.others[0].place.column]).toEqual([3, 1, 2, 9]);
    }
  });
  it("writes paths as people do", () => expect(pathText(["steps", 3, "weigh", "range", 0])).toBe("steps[3].weigh.range[0]"));
});

describe("the JSON Schema", () => {
  it("is what a user may write: closed, defaults optional, described in both languages", () => {
    const schema = jsonSchema(weigh) as { required: string[]; additionalProperties: boolean; properties: Record<string, object> };
    expect(schema).toMatchObject({ type: "object", required: ["method"], additionalProperties: false });
    expect(schema.properties.method).toMatchObject({
      enum: ["entropy", "equal", "critic"],
      description: "How weights are found · 赋权方法",
    });
    expect(schema.properties.range).toMatchObject({ default: [0, 1], type: "array" });
    expect(schema.properties.digits).toMatchObject({ type: "integer", minimum: 0, maximum: 15 });
    expect(schema.properties.share).toMatchObject({ exclusiveMinimum: 0, exclusiveMaximum: 1 });
    expect(schema.properties.names).toMatchObject({ minItems: 1, maxItems: 3, items: { minLength: 1, maxLength: 5 } });
  });
  it("keeps every word of the vocabulary through JSON and back", () => {
    const everything = object({ weigh, version: constant(1), pattern: text({ pattern: /^[a-z]+$/ }) });
    const schema = jsonSchema(everything);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema).toMatchObject({ properties: { version: { const: 1 }, pattern: { pattern: "^[a-z]+$" } } });
  });
  it("has descriptions that can be read back", () => {
    expect(aboutOf(shapeOf(weigh).method)).toEqual({ en: "How weights are found", zh: "赋权方法" });
    expect(aboutOf(number())).toBeUndefined();
  });
});
