import { beforeAll, describe, expect, it } from "vitest";
import { countries, onePeriod } from "../../../../proof/study/small-runs.js";
import type { StudyRun } from "../../study/index.js";
import { type Names, names, sentence, small, title } from "./names.js";

let towns: StudyRun;
let states: StudyRun;
let english: Names;
let chinese: Names;
beforeAll(async () => {
  [towns, states] = await Promise.all([onePeriod(), countries()]);
  [english, chinese] = [names(states, "en"), names(states, "zh")];
});

describe("names", () => {
  it("call the units what their codes say they are", () => {
    expect([english.units(3), english.units(1), chinese.units(3)]).toEqual(["3 countries", "1 country", "3 个国家"]);
    expect(names(towns, "en").units(3)).toBe("3 regions");
  });

  it("find a unit by place and by code, and leave a stranger's code as it is", () => {
    expect([english.unit(0), chinese.unitOf("KEN"), english.unitOf("ZZZ")]).toEqual(["China", "肯尼亚", "ZZZ"]);
    expect([english.short(1), chinese.short(1)]).toEqual(["FRA", undefined]);
  });

  it("use the tree's names for systems that are not the wheels, in ink", () => {
    expect([english.system("index"), chinese.system("index"), english.role("index")]).toEqual(["index", "综合指数", "ink"]);
    expect(english.coloured("equity")).toEqual({ text: "equity", role: "equity", strong: true });
  });

  it("fall back to the id where nothing has a name", () => {
    expect([english.of("users"), english.of("nowhere")]).toEqual(["users", "nowhere"]);
  });

  it("join lists and say how many are left out", () => {
    expect([english.list(["a"]), english.list(["a", "b", "c"]), english.list(["a", "b", "c"], 2)]).toEqual([
      "a",
      "a, b and c",
      "a, b and 1 more",
    ]);
    expect([chinese.list(["甲", "乙"]), chinese.list(["甲", "乙", "丙"], 2)]).toEqual(["甲、乙", "甲、乙等 3 个"]);
  });

  it("begin large at the head of a sentence and small inside one, abbreviations excepted", () => {
    expect(sentence([{ text: "equity", role: "equity" }, " leads"])).toEqual([{ text: "Equity", role: "equity" }, " leads"]);
    expect([title("users"), small("Resident population"), small("GRP per head"), small("R&D staff")]).toEqual([
      "Users",
      "resident population",
      "GRP per head",
      "R&D staff",
    ]);
  });
});
