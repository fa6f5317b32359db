import { cards } from "@gongfu/engine";
import { studyJsonSchema } from "@gongfu/engine/study";
import { describe, expect, it } from "vitest";
import { call } from "../../../proof/capture.js";
import { width } from "../print/width.js";

describe("gongfu methods", () => {
  it("lists every card by its id, with what it tells", async () => {
    const { code, out } = await call(["methods", "--lang", "zh"]);
    expect(code).toBe(0);
    for (const card of cards) expect(out).toContain(card.summary.zh);
    expect(out.match(/^[a-z][a-z0-9-]*/gm)?.slice(0, cards.length)).toEqual(cards.map((card) => card.id));
  });
  it("gives the same as JSON", async () => {
    const rows = JSON.parse((await call(["methods", "--json"])).out);
    expect(rows.map((row: { id: string }) => row.id)).toEqual(cards.map((card) => card.id));
    expect(Object.keys(rows[0])).toEqual(["id", "step", "names", "summary", "citations"]);
  });
});

describe("gongfu explain", () => {
  it.each(cards.map((card) => card.id))("%s: formula, inputs, options, sources and its page, in one language", async (id) => {
    const card = cards.find((one) => one.id === id) as (typeof cards)[number];
    const english = await call(["explain", id, "--lang", "en"], { columns: 100 });
    expect([english.code, english.err]).toEqual([0, ""]);
    expect(english.out).toContain(card.formula.en);
    expect(english.out).toContain(`- ${card.step.verb}`);
    expect(english.out).toMatch(/@(article|book|techreport|misc)\{/);
    expect(english.out).toMatch(/```js\n/);
    const chinese = await call(["explain", id, "--lang", "zh"], { columns: 100 });
    expect(chinese.out).toContain(card.summary.zh.slice(0, 12));
    expect(chinese.out).not.toContain("What it tells you");
  });
  it("writes a step as a study would, with what cannot be left out", async () => {
    expect((await call(["explain", "gini", "--lang", "en"])).out).toContain("- gini: {of: STEP.COLUMN}");
    expect((await call(["explain", "coupling-coordination", "--lang", "en"])).out).toContain("- couple: {of: [STEP.COLUMN, …]}");
  });
  it("keeps to the width of the terminal above the page", async () => {
    const [head] = (await call(["explain", "gini", "--lang", "zh"], { columns: 60 })).out.split("BibTeX");
    const long = head.split("\n").filter((line) => width(line) > 62 && !line.includes("\\"));
    expect(long).toEqual([]);
  });
});

describe("gongfu schema", () => {
  it("prints the JSON Schema of a study", async () => {
    const { code, out } = await call(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(studyJsonSchema())));
  });
});
