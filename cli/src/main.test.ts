import { describe, expect, it } from "vitest";
import { call } from "../../proof/capture.js";

describe("gongfu", () => {
  it("alone prints its help", async () => {
    const alone = await call([]);
    expect(alone.code).toBe(0);
    for (const word of ["run STUDY --out DIR", "new FILE", "methods", "explain METHOD", "schema", "app", "METHOD FILE"])
      expect(alone.out).toContain(word);
    expect(await call(["--help"])).toEqual(alone);
    expect(await call(["help"])).toEqual(alone);
  });
  it("prints its version", async () => {
    expect(await call(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
    expect((await call(["-V"])).out).toBe("0.1.0\n");
  });
  it("speaks the language asked for, wherever --lang stands", async () => {
    const before = await call(["--lang", "zh", "run", "--help"]);
    expect(await call(["run", "--help", "--lang=zh"])).toEqual(before);
    expect(before.out).toContain("用法：");
    expect(before.out).not.toContain("folder for the output");
    expect((await call(["run", "--help"])).out).toMatch(/folder for the output[\s\S]*输出文件夹/);
  });
  it("`help COMMAND` is `COMMAND --help`", async () => {
    expect(await call(["help", "run"])).toEqual(await call(["run", "--help"]));
  });
});

describe("wrong usage ends with 2 and the nearest word", () => {
  it.each([
    [["rnu"], 'did you mean "gongfu run"?'],
    [["ginni", "f.csv"], 'did you mean "gongfu gini"?'],
    [["--versoin"], 'did you mean "--version"?'],
    [["run", "study.yaml", "--ot", "x"], 'did you mean "--out"?'],
    [["gini", "f.csv", "--valeu", "x"], 'did you mean "--value"?'],
    [["run", "--out", "x"], "STUDY is missing"],
    [["run", "study.yaml"], "--out is missing"],
    [["run", "study.yaml", "--out"], "--out has no value"],
    [["run", "a", "b", "--out", "x"], "there are 2 arguments"],
    [["run", "study.yaml", "--out", "x", "--workers", "0"], "expected a whole number from 1 to 64"],
    [["gini"], "FILE is missing"],
    [["gini", "f.csv"], "--value is missing"],
    [["gini", "f.csv", "--value", "--weight"], "--value has no value"],
    [["explain", "gimi"], 'did you mean "gongfu gini"?'],
    [["--lang", "fr", "run"], "expected en or zh"],
    [["--lang"], "--lang has no value"],
  ])("%j", async (argv, says) => {
    const { code, out, err } = await call([...argv, ...(argv.includes("--lang") ? [] : ["--lang", "en"])]);
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(3);
  });
  it("is said in both languages without --lang", async () => {
    expect((await call(["rnu"])).err).toContain('did you mean "gongfu run"? · 是否想写“gongfu run”？');
  });
});

describe("our own errors", () => {
  const broken = { cwd: undefined as unknown as string };
  it("end with 3 and show no stack", async () => {
    const { code, err } = await call(["gini", "f.csv", "--value", "x"], broken);
    expect(code).toBe(3);
    expect(err).toContain("this is an error of Gongfu, not of your data");
    expect(err).not.toMatch(/\n\s+at /);
  });
  it("show the stack with GONGFU_DEBUG", async () => {
    expect((await call(["gini", "f.csv", "--value", "x"], { ...broken, env: { GONGFU_DEBUG: "1" } })).err).toMatch(/\n\s+at /);
  });
});
