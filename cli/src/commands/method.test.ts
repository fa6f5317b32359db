import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Card, cards } from "@gongfu/engine";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";

const cwd = newFolder();
const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};
const incomes = file(
  "incomes.csv",
  "region,year,income,persons\n华东,2020,10,100\n华东,2020,20,150\n华西,2020,30,200\n华西,2021,40,250\n华西,2021,100,300\n",
);
const panel = file(
  "panel.csv",
  `unit,year,a,b,c\n${["u1", "u2", "u3"].flatMap((unit, i) => [2020, 2021].map((year, t) => `${unit},${year},${i + t},${10 - i * 2 - t},${i * i + 2 * t}`)).join("\n")}\n`,
);
const gongfu = (...argv: string[]) => call(argv, { cwd });
const json = async (...argv: string[]) => {
  const { code, out, err } = await gongfu(...argv, "--json");
  expect(err.includes("expected"), err).toBe(false);
  expect(code).toBe(0);
  return { result: JSON.parse(out), err };
};

describe("a method that measures columns", () => {
  it("prints the one result shape", async () => {
    const { result } = await json("gini", incomes, "--value", "income", "--weight", "persons", "--form", "population");
    expect(Object.keys(result)).toEqual(["method", "value", "tables", "trace", "warnings"]);
    expect(result.value).toBeCloseTo(0.357, 12);
    expect(result.method).toMatchObject({ id: "gini", options: { form: "population", allowNegative: false } });
  });
  it("goes through the periods when one is named", async () => {
    const { result } = await json("gini", incomes, "--value", "income", "--weight", "persons", "--period", "year");
    expect(result.value.periods).toEqual([2020, 2021]);
    const alone = file("2021.csv", "income,persons\n40,250\n100,300\n");
    expect(result.value.values[1]).toBe((await json("gini", alone, "--value", "income", "--weight", "persons")).result.value);
    expect(result.tables[0].columns[0]).toMatchObject({ id: "period", values: [2020, 2021] });
  });
  it("leaves out rows without a period, and says so", async () => {
    const gaps = file("gaps.csv", "income,year\n1,2020\n2,\n3,2020\n");
    const { result } = await json("gini", gaps, "--value", "income", "--period", "year");
    expect(result.value).toEqual({ periods: [2020], values: [0.25] });
    expect(result.warnings[0].text.en).toContain("1 rows without a period");
  });
  it("prints aligned tables for a reader, in the language asked for", async () => {
    const { out, code } = await gongfu("gini", incomes, "--value", "income", "--weight", "persons", "--lang", "zh");
    expect(code).toBe(0);
    expect(out).toContain("基尼系数 (gini) · population form\n0.357");
    expect(out).toMatch(/基尼系数 +行数 +均值/);
  });
  it("takes an option from its flag: choice, boolean", async () => {
    expect((await json("gini", incomes, "--value", "income", "--form", "sample")).result.method.options.form).toBe("sample");
    expect((await json("gini", incomes, "--value", "income", "--allow-negative")).result.method.options.allowNegative).toBe(true);
  });
  it.each([
    [["gini", incomes, "--value", "incom"], 1, 'did you mean "income"?'],
    [["gini", incomes, "--value", "region"], 1, "incomes.csv:2:1"],
    [["gini", incomes, "--value", "income", "--form", "smaple"], 2, 'did you mean "sample"?'],
    [["gini", "none.csv", "--value", "income"], 1, "the file does not exist"],
    [["gini", ".", "--value", "income"], 1, "this is a folder"],
  ])("%j ends with %i", async (argv, code, says) => {
    const called = await call([...argv, "--lang", "en"], { cwd });
    expect(called.err).toContain(says);
    expect(called.code).toBe(code);
    expect(called.out).toBe("");
  });
});

describe("a method that works on a panel", () => {
  it("reads the file and says what it took it for", async () => {
    const { result } = await json("min-max", panel, "--range", "1,100", "--negative", "b");
    expect(result.value).toEqual({ panel: { variables: ["a", "b", "c"], periods: [2020, 2021], units: ["u1", "u2", "u3"] } });
    expect(result.method.options.range).toEqual([1, 100]);
    const table = result.tables.find((one: { id: string }) => one.id === "normalised");
    expect(table.columns.map((one: { id: string }) => one.id)).toEqual(["unit", "period", "a", "b", "c"]);
    expect(table.columns[3].values.slice(0, 2)).toEqual([1, 1 + 99 / 5]);
  });
  it("makes what it needs the plainest way, and says so on stderr and in the trace", async () => {
    const { result, err } = await json("rank", panel, "--negative", "b", "--columns", "a,b");
    expect(err).toContain("made first, by default: normalise (min-max: pooled");
    expect(result.trace.chain.map((one: { method: string }) => one.method)).toEqual(["min-max", "equal-weights", "arithmetic-mean"]);
    expect(result.warnings[0].code).toBe("default-chain");
    expect(result.warnings.some((one: { code: string }) => one.code === "directions-assumed")).toBe(false);
    const plain = await json("rank", panel);
    expect(plain.result.warnings.some((one: { code: string }) => one.code === "directions-assumed")).toBe(true);
  });
  it("shows the first rows only, unless told otherwise", async () => {
    const short = await gongfu("min-max", panel, "--rows", "2", "--lang", "en");
    expect(short.out).toContain("… 4 more rows");
    expect((await gongfu("min-max", panel, "--rows", "0", "--lang", "en")).out).not.toContain("more rows");
  });
  it.each([
    [["min-max", panel, "--columns", "a,z"], 1, 'no variable "z"'],
    [["min-max", panel, "--columns", "a,,b"], 2, "empty name"],
    [["min-max", panel, "--regions", "moon"], 2, "china-provinces"],
    [["min-max", panel, "--range", "a,b"], 2, "--range"],
    [["min-max", panel, "--range", "1"], 2, "--range"],
    [["manual-weights", panel, "--set", "{a: [}"], 2, "YAML"],
    [["min-max", panel, "--unit", "unti"], 1, 'did you mean "unit"?'],
  ])("%j ends with %i", async (argv, code, says) => {
    const called = await call([...argv, "--lang", "en"], { cwd });
    expect(called.err).toContain(says);
    expect(called.code).toBe(code);
  });
});

describe("every method as a command", () => {
  it.each(cards.map((card): [string, Card] => [card.id, card]))(
    "%s: help names each input and option once, in both languages",
    async (id, card) => {
      const { code, out } = await call([id, "--help"], { columns: 400 });
      expect(code).toBe(0);
      const flags = [...out.matchAll(/^ +(?:-\w, )?(--[a-z0-9-]+)/gm)].map((match) => match[1]);
      expect(new Set(flags).size).toBe(flags.length);
      const again = Object.values(card.inputs).some((slot) => slot.kind === "plan");
      for (const name of again ? [] : Object.keys(card.options.shape)) {
        const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        expect(
          flags.some((one) => one === `--${flag}` || one === `--no-${flag}`),
          flag,
        ).toBe(true);
      }
      expect(out).toContain(card.summary.en);
      expect(out).toContain(card.summary.zh);
    },
  );
});

describe("a method that runs the steps of a study again", () => {
  const again = cards.filter((card) => Object.values(card.inputs).some((slot) => slot.kind === "plan")).map((card) => card.id);
  it("is one of three", () => expect(again).toEqual(["remove-one", "sensitivity", "uncertainty"]));
  it.each(again)("%s: says that it is a step of a study, however it is called", async (id) => {
    for (const argv of [[id], [id, panel], [id, "none.csv", "--vary", "x", "--unit", "unit"]]) {
      const { code, out, err } = await gongfu(...argv, "--lang", "en");
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("runs the steps of a study again");
      expect(err).toContain(`add the step as \`gongfu explain ${id}\` shows`);
    }
    expect((await gongfu(id, panel, "--lang", "zh")).err).toMatch(/重新运行研究的步骤[\s\S]*应写作研究中的一个步骤[\s\S]*gongfu new FILE/);
  });
  it.each(again)("%s: its help shows no file and no flags, in both languages, and its page how the step is written", async (id) => {
    const english = (await gongfu(id, "--help", "--lang", "en")).out;
    expect(english).toMatch(new RegExp(`Usage: gongfu ${id} --help\\n`));
    expect(english).toContain("a step of a study, not a command on a data file");
    expect(english).not.toMatch(/--columns|--json|\[file\]|data\.csv --/);
    const chinese = (await gongfu(id, "--help", "--lang", "zh")).out;
    expect(chinese).toContain("写作研究中的一个步骤");
    expect((await gongfu("explain", id, "--lang", "en")).out).toMatch(/```yaml\n- (uncertainty|sensitivity|remove)/);
  });
});
