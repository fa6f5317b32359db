import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { readStudy } from "./read-study.js";

const good = `gongfu: 1
title: {en: Mine, zh: 我的}
data: {panel: data.csv, unit: province}
framework: mine.yaml
steps:
  - derive
  - normalise: {method: min-max}
  - weigh: {method: equal}
  - aggregate: {id: index, method: arithmetic}
  - couple: {of: [index.a, index.b]}
`;

const faultOf = async (text: string): Promise<Fault> => {
  try {
    await readStudy(text, "study.yaml");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
  throw new Error("the study was read");
};

/** Line and column of the bar in `mark`, which is the last of its kind in the text. */
function placeOf(mark: string, text: string): string {
  const at = text.lastIndexOf(mark.replace("|", ""));
  if (at < 0) throw new Error(`${mark} is not in the text`);
  const before = text.slice(0, at + mark.indexOf("|")).split("\n");
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}

describe("a study file", () => {
  it("is read with its defaults", async () => {
    const study = await readStudy(good, "study.yaml");
    expect([study.title, study.data, study.framework, study.seed]).toEqual([
      { en: "Mine", zh: "我的" },
      { panel: "data.csv", unit: "province" },
      "mine.yaml",
      20260101,
    ]);
    expect(study.report).toEqual({ languages: ["en", "zh"], formats: ["html"] });
    expect(study.steps.map(({ id, verb, card }) => [id, verb, card.id])).toEqual([
      ["derive", "derive", "derive"],
      ["normalise", "normalise", "min-max"],
      ["weigh", "weigh", "equal-weights"],
      ["index", "aggregate", "arithmetic-mean"],
      ["couple", "couple", "coupling-coordination"],
    ]);
    expect(study.steps[1].options).toMatchObject({ scope: "pooled", range: [0, 1] });
    const { line, column } = study.locate(["steps", 3, "aggregate", "id"], "value");
    expect(`${line}:${column}`).toBe(placeOf("id: |index", good));
  });

  it("may carry one title for both languages", async () => {
    expect((await readStudy(good.replace("{en: Mine, zh: 我的}", "Mine"), "study.yaml")).title).toEqual({ en: "Mine", zh: "Mine" });
  });

  it("has the hash of its text", async () => {
    const [one, other] = await Promise.all([readStudy(good, "a.yaml"), readStudy(`${good}seed: 7\n`, "a.yaml")]);
    expect([other.seed, one.hash === other.hash, one.hash.length]).toEqual([7, false, 64]);
  });
});

describe("a broken study", () => {
  it.each<[string, (text: string) => string, string, string, RegExp]>([
    ["a list instead of a mapping", () => "- derive\n", "|- derive", "not-a-study", /gongfu new/],
    ["a misspelt key at the top", (t) => t.replace("title:", "titel:"), "|titel", "unknown-key", /did you mean "title"/],
    ["another version", (t) => t.replace("gongfu: 1", "gongfu: 2"), "gongfu: |2", "unknown-option", /choose/],
    ["no data", (t) => t.replace(/data:.*\n/, ""), "|gongfu", "missing-key", /add "data"/],
    ["a seed below 0", (t) => `${t}seed: -1\n`, "seed: |-1", "out-of-range", /range/],
    ["no steps", (t) => t.slice(0, t.indexOf("steps:")), "|gongfu", "missing-key", /steps:/],
    ["steps that are a word", (t) => `${t.slice(0, t.indexOf("steps:"))}steps: derive\n`, "steps: |derive", "wrong-type", /steps:/],
    ["an unknown verb", (t) => t.replace("- derive", "- derrive"), "|derrive", "unknown-step", /did you mean "derive"/],
    ["an unknown verb with options", (t) => t.replace("- weigh:", "- wiegh:"), "|wiegh", "unknown-step", /did you mean "weigh"/],
    ["two verbs in one step", (t) => t.replace("- derive", "- {derive: {}, weigh: {}}"), "|{derive", "bad-step", /indent/],
    ["options that are a word", (t) => t.replace("weigh: {method: equal}", "weigh: equal"), "weigh: |equal", "wrong-type", /weigh: \{key/],
    ["no method", (t) => t.replace("weigh: {method: equal}", "weigh: {}"), "weigh: |{}", "missing-key", /write weigh: \{method/],
    ["an unknown method", (t) => t.replace("method: equal", "method: eqaul"), "|eqaul", "unknown-option", /did you mean "equal"/],
    [
      "an unknown option",
      (t) => t.replace("{method: min-max}", "{method: min-max, rnage: [0, 1]}"),
      "|rnage",
      "unknown-key",
      /did you mean "range"/,
    ],
    [
      "an option of another type",
      (t) => t.replace("{method: min-max}", "{method: min-max, range: wide}"),
      "range: |wide",
      "wrong-type",
      /rewrite/,
    ],
    ["an id in capitals", (t) => t.replace("id: index", "id: Index"), "id: |Index", "invalid-value", /rewrite/],
    [
      "a repeated verb without id",
      (t) => t.replace("- couple", "- weigh: {method: entropy}\n  - couple"),
      "|weigh: {method: entropy",
      "duplicate-id",
      /weigh-2/,
    ],
    ["a repeated id", (t) => t.replace("id: index", "id: weigh"), "id: |weigh", "duplicate-id", /weigh-2/],
    ["the id of the data", (t) => t.replace("id: index", "id: data"), "id: |data", "duplicate-id", /data-2/],
    ["an address without a dot", (t) => t.replace("index.a", "index"), "|index, index.b", "invalid-value", /rewrite/],
    ["an address of an unknown step", (t) => t.replace("index.a", "indx.a"), "|indx.a", "unknown-id", /did you mean "index"/],
    ["one system to couple", (t) => t.replace("[index.a, index.b]", "[index.a]"), "of: |[index.a]", "out-of-range", /range/],
    ["a reference forward", (t) => t.replace("{method: min-max}", "{method: min-max, from: index}"), "from: |index", "unknown-id", /above/],
    ["a source of the wrong kind", (t) => t.replace("id: index,", "id: index, from: weigh,"), "from: |weigh", "wrong-kind", /normalise/],
    ["nothing to read", (t) => t.replace(/ {2}- normalise.*\n/, ""), "aggregate: |{", "nothing-to-read", /add the step "normalise"/],
    ["a tab for an indent", (t) => t.replace("  - derive", "\t- derive"), "|\t- derive", "yaml-syntax", /indentation/],
  ])("with %s is refused at its line", async (_, edit, mark, code, next) => {
    const text = edit(good);
    expect(text).not.toBe(good);
    const fault = await faultOf(text);
    expect([`${fault.place.line}:${fault.place.column}`, fault.code, fault.place.file]).toEqual([placeOf(mark, text), code, "study.yaml"]);
    expect(fault.next.en).toMatch(next);
    expect(/\p{Script=Han}/u.test(fault.found.zh + fault.next.zh)).toBe(true);
  });
});
