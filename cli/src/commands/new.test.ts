import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";

/** 省份,年份,收入,备注 in GB18030 (of which these bytes are a part), with CRLF, thousands separators, a dash for missing. */
const gb = (hex: string): number[] => hex.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
const [province, year, income, note] = ["CAA1B7DD", "C4EAB7DD", "CAD5C8EB", "B1B8D7A2"].map(gb);
const [beijing, shanghai, tibet, ofYear] = ["B1B1BEA9CAD0", "C9CFBAA3", "CEF7B2D8", "C4EA"].map(gb);
const row = (...cells: (readonly number[])[]): number[] => [...cells.flatMap((cell, k) => (k ? [0x2c, ...cell] : [...cell])), 13, 10];
const messy = Uint8Array.from([
  ...row(province, year, income, ascii("doctors"), note),
  ...[beijing, shanghai, tibet].flatMap((unit, i) =>
    [2019, 2020].flatMap((at, t) =>
      row(
        unit,
        [...ascii(String(at)), ...ofYear],
        ascii(`"${4 + i},${100 + 7 * t}"`),
        ascii(i === 2 && t === 0 ? "-" : `${3 - i}.${t}`),
        ascii("x"),
      ),
    ),
  ),
]);

describe("gongfu new", () => {
  const cwd = newFolder();
  beforeAll(() => writeFileSync(join(cwd, "panel.csv"), messy));

  it("drafts a study from a messy file of a statistics office, and says what to check", async () => {
    const { code, out, err } = await call(["new", "panel.csv", "--lang", "en"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    for (const said of [
      "wrote study.yaml and framework.yaml",
      "3 units",
      "2019–2020",
      "收入, doctors",
      "GB18030",
      "thousands separators",
      "“missing”",
      "备注",
    ])
      expect(out).toContain(said);
    expect(out).toContain("gongfu run study.yaml --out out");
  });
  it("drafts what then runs as it stands", async () => {
    const { code, out, err } = await call(["run", "study.yaml", "--out", "out", "--lang", "zh"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("3 个单位，2019–2020 年，2 项指标");
    // income (4100 − 4100)/2007 = 0, doctors (3.0 − 1.1)/2 = 0.95
    const scores = readFileSync(join(cwd, "out/tables/index.scores.csv"), "utf8").split("\n");
    expect(scores.slice(0, 2)).toEqual(["unit,period,index", "110000,2019,0.475"]);
  });
  it("asks before it replaces anything, and does so when told", async () => {
    const before = readFileSync(join(cwd, "study.yaml"), "utf8");
    writeFileSync(join(cwd, "study.yaml"), `${before}# mine\n`);
    expect((await call(["new", "panel.csv"], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, "study.yaml"), "utf8")).toBe(`${before}# mine\n`);
    expect((await call(["new", "panel.csv", "--force"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "study.yaml"), "utf8")).toBe(before);
  });
});
