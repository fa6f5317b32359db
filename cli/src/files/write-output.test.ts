import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@gongfu/engine/ground/fault";
import { describe, expect, it } from "vitest";
import { newFolder } from "../../../proof/capture.js";
import { writeOutput } from "./write-output.js";

const files = (mark: string): Map<string, string> =>
  new Map([
    ["results.json", mark],
    ["study.lock.json", mark],
    ["tables/a.b.csv", mark],
    ["figures/a.en.svg", mark],
  ]);

describe("writing an output folder", () => {
  it("makes the folder, and replaces an earlier output whole", async () => {
    const root = newFolder();
    const out = join(root, "deep/er/out");
    await writeOutput(out, "out", root, new Map([...files("1"), ["tables/old.csv", "1"]]));
    await writeOutput(out, "out", root, files("2"));
    expect(readdirSync(out, { recursive: true }).sort()).toEqual([
      "figures",
      "figures/a.en.svg",
      "results.json",
      "study.lock.json",
      "tables",
      "tables/a.b.csv",
    ]);
    expect(readFileSync(join(out, "results.json"), "utf8")).toBe("2");
    expect(readdirSync(join(root, "deep/er"))).toEqual(["out"]);
  });

  it("takes an empty folder, and an output behind a link", async () => {
    const root = newFolder();
    mkdirSync(join(root, "out"));
    await writeOutput(join(root, "out"), "out", root, files("1"));
    symlinkSync(join(root, "out"), join(root, "link"));
    await writeOutput(join(root, "link"), "link", root, files("2"));
    expect(readFileSync(join(root, "out/results.json"), "utf8")).toBe("2");
    expect(readdirSync(root).sort()).toEqual(["link", "out"]);
  });

  it.each([
    ["a folder of someone else's", (out: string) => writeFileSync(join(out, "thesis.docx"), "x")],
    [
      "an output with a foreign file in it",
      (out: string) => {
        writeFileSync(join(out, "study.lock.json"), "{}");
        writeFileSync(join(out, "thesis.docx"), "x");
      },
    ],
    [
      "an output with a foreign file among the tables",
      (out: string) => {
        writeFileSync(join(out, "study.lock.json"), "{}");
        mkdirSync(join(out, "tables"));
        writeFileSync(join(out, "tables/notes.txt"), "x");
      },
    ],
  ])("refuses %s and changes nothing", async (_, fill) => {
    const root = newFolder();
    const out = join(root, "out");
    mkdirSync(out);
    fill(out);
    const before = readdirSync(out, { recursive: true }).sort();
    await expect(writeOutput(out, "out", root, files("1"))).rejects.toThrow(Fault);
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(before);
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("refuses a file, a path through a file, and the folder one stands in", async () => {
    const root = newFolder();
    writeFileSync(join(root, "file"), "x");
    await expect(writeOutput(join(root, "file"), "file", root, files("1"))).rejects.toThrow(Fault);
    await expect(writeOutput(join(root, "file/out"), "file/out", root, files("1"))).rejects.toThrow(Fault);
    await expect(writeOutput(root, ".", root, files("1"))).rejects.toThrow(Fault);
    expect(readdirSync(root)).toEqual(["file"]);
  });

  it("leaves the earlier output as it was when a file cannot be written", async () => {
    const root = newFolder();
    const out = join(root, "out");
    await writeOutput(out, "out", root, files("1"));
    const name = `tables/${"x".repeat(300)}.csv`;
    await expect(writeOutput(out, "out", root, new Map([...files("2"), [name, "2"]]))).rejects.toThrow(Fault);
    expect(readFileSync(join(out, "results.json"), "utf8")).toBe("1");
    expect(readdirSync(root)).toEqual(["out"]);
  });
});
