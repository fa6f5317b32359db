import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../../../proof/capture.js";
import { layOut } from "../../../proof/faults/broken.js";

const laidOut = (): string => {
  const cwd = newFolder();
  layOut(cwd, { name: "sound", exit: 1, found: "" });
  return cwd;
};

describe("gongfu run", () => {
  it("says what came out in a few lines, in the language asked for, and writes reports in it", async () => {
    const cwd = laidOut();
    const { code, out, err } = await call(["run", "study.yaml", "--out", "new/", "--lang", "en"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      "Broken",
      expect.stringMatching(/^3 units, 2020–2021, 3 indicators, 5 steps, \d+ warnings? \(in the report\)$/),
      expect.stringMatching(/^mean scores: .* \d\.\d{3} → \d\.\d{3}$/),
      "new/report.en.html",
      "",
    ]);
    expect(readdirSync(join(cwd, "new")).sort()).toEqual(["figures", "report.en.html", "results.json", "study.lock.json", "tables"]);
  });
  it("writes both languages when none is asked for, and replaces the earlier output whole", async () => {
    const cwd = laidOut();
    const { code, out } = await call(["run", "study.yaml", "--out", "out"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("out/report.en.html\nout/report.zh.html\n");
    expect(readFileSync(join(cwd, "out/results.json"), "utf8")).not.toContain("earlier");
    expect(JSON.parse(readFileSync(join(cwd, "out/study.lock.json"), "utf8"))).toMatchObject({ gongfu: 1, seed: 20260101 });
  });
  it("draws its progress on a terminal only, and wipes it", async () => {
    const cwd = laidOut();
    const { err } = await call(["run", "study.yaml", "--out", "out", "--lang", "en"], { cwd, terminal: true });
    expect(err).toContain("[5/5]");
    expect(err.endsWith("\r\u001b[2K")).toBe(true);
    expect((await call(["run", "study.yaml", "--out", "out"], { cwd })).err).toBe("");
  });
  it("reads outside the study's folder only when allowed", async () => {
    const cwd = laidOut();
    const inner = newFolder();
    layOut(inner, {
      name: "",
      exit: 1,
      found: "",
      files: { "study.yaml": readFileSync(join(cwd, "study.yaml"), "utf8").replace("panel.csv", join(cwd, "panel.csv")) },
    });
    expect((await call(["run", "study.yaml", "--out", "out"], { cwd: inner })).code).toBe(1);
    expect((await call(["run", "study.yaml", "--out", "out", "--allow-outside"], { cwd: inner })).code).toBe(0);
  });
});
