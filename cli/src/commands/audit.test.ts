import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";

const folder = newFolder();
const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);
file("zhangye.csv", "year,U1,U2,D\n2005,.028,.487,.457\n2006,.070,.583,.619\n2007,.114,.617,.726\n");
file("five.csv", "a,b,c,d,I\n12,30,0.5,9,0.3768\n15,22,0.7,7,0.6539\n9,41,0.2,12,0.0000\n20,18,0.9,4,1.0000\n11,35,0.4,8,0.2919\n");
file("hand.csv", "year,a,b\n2020,1,8\n2021,2,1\n2020,3,7\n2021,5,0\n");
file("incomes.csv", "income,people,group\n10,100,E\n20,150,E\n30,200,C\n40,250,W\n100,300,W\n");

const audit = (words: string, lang = "en") =>
  call(["audit", "formula", ...words.split(" "), "--lang", lang], { columns: 1000, cwd: folder });

describe("gongfu audit formula", () => {
  it.each([
    ["zhangye.csv", "The column headed D is the standard coupling degree", "标题为 D 的列是标准耦合度"],
    [
      "hand.csv --family weights --data a,b --negative b --period year --weights 0.58224,0.41776",
      "The published weights are entropy weights with k = 1/ln T",
      "所公布的权重是 p 按全部地区与年份求和而 k = 1/ln T 的熵权",
    ],
    [
      "five.csv --family index --data a,b,c,d --negative b,d --weights 0.3065,0.2427,0.2387,0.2121 --index I",
      "The published index is TOPSIS closeness, weights times min-max columns",
      "所公布的指数是 TOPSIS 贴近度（权重乘极差标准化列）",
    ],
    [
      "incomes.csv --family inequality --value income --population people --gini 0.225",
      "The published Gini coefficient is the Gini coefficient of values divided by the population",
      "所公布的基尼系数是数值再除以人口后的基尼系数",
    ],
  ])("%s, in both languages", async (words, en, zh) => {
    const [english, chinese] = [await audit(words), await audit(words, "zh")];
    expect([english.code, english.err, chinese.code]).toEqual([0, "", 0]);
    expect(english.out.startsWith(en), english.out).toBe(true);
    expect(chinese.out.startsWith(zh), chinese.out).toBe(true);
  });

  it("shows each column in the reader's language only, and how many rows it leaves out", async () => {
    const [english, chinese] = [await audit("zhangye.csv"), await audit("zhangye.csv", "zh")];
    expect(english.out).toContain("On the verge of disorder");
    expect(english.out).not.toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.out).not.toContain("On the verge");
    expect(english.out).toMatch(/… \d+ more rows \(--json prints all\)/);
    expect(JSON.parse((await audit("zhangye.csv --json")).out).tables[0].columns[0].values.length).toBeGreaterThan(30);
  });

  it.each([
    ["an unknown family", "zhangye.csv --family other", "coupling, weights, index, inequality"],
    ["an unknown column", "zhangye.csv --u U1,U9", 'no column "U9"'],
    ["nothing to audit", "incomes.csv --family inequality --value income", "no published number"],
    ["digits that are no number", "zhangye.csv --digits many", "digits auto or a whole number"],
  ])("refuses %s", async (_, words, said) => {
    const { code, err } = await audit(words);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(said);
  });
});
