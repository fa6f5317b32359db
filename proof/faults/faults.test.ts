import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, newFolder } from "../capture.js";
import { type Broken, layOut, panel, run, study } from "./broken.js";
import { inCalls } from "./in-calls.js";
import { inData } from "./in-data.js";
import { inStudies } from "./in-studies.js";

/** Every file of a folder with its bytes (large ones by their length), links as they are. */
function contents(folder: string): Map<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort();
  return new Map(
    names.map((name) => {
      const about = lstatSync(join(folder, name));
      return [name, about.isFile() && about.size < 1e7 ? readFileSync(join(folder, name)).toString("hex") : String(about.size)];
    }),
  );
}

interface Said {
  readonly where: string;
  readonly expected: string;
  readonly next: string;
}

/** Faults as printed: blocks of three lines with one empty line between them. */
function faultsIn(text: string): Said[] {
  return text
    .trimEnd()
    .split(/\n\n/)
    .map((block) => {
      const lines = block.split("\n");
      expect(lines, text).toHaveLength(3);
      const [where, expected, next] = lines;
      expect(expected.startsWith("  ") && next.startsWith("  "), text).toBe(true);
      return { where, expected: expected.trim(), next: next.trim() };
    });
}

const matches = (text: string, wanted: string | RegExp): void => {
  if (typeof wanted === "string") expect(text).toContain(wanted);
  else expect(text).toMatch(wanted);
};

async function prove(broken: Broken): Promise<void> {
  const folder = newFolder();
  layOut(folder, broken);
  const before = contents(folder);
  const argv = broken.argv ?? run();
  const english = await call([...argv, "--lang", "en"], { cwd: folder });
  const chinese = await call([...argv, "--lang", "zh"], { cwd: folder });
  expect(english.code, english.err).toBe(broken.exit);
  expect(chinese.code).toBe(broken.exit);
  expect(english.out + chinese.out).toBe("");
  expect(english.err + chinese.err).not.toMatch(/\n\s+at |\bundefined\b|\[object |NaN/);

  const [first, ...others] = faultsIn(english.err);
  matches(first.where, broken.found);
  if (broken.place !== undefined) matches(first.where, broken.place);
  if (broken.next !== undefined) matches(first.next, broken.next);
  for (const { expected, next } of [first, ...others]) for (const line of [expected, next]) expect(line).toMatch(/[a-z]{2}/);

  const said = faultsIn(chinese.err);
  expect(said).toHaveLength(1 + others.length);
  for (const { where, expected, next } of said) for (const line of [where, expected, next]) expect(line).toMatch(/\p{Script=Han}/u);
  expect(contents(folder)).toEqual(before);
}

describe.each([
  ["calls", inCalls],
  ["studies", inStudies],
  ["data", inData],
] as const)("broken %s are refused with place, finding and advice, and change nothing", (_, cases) => {
  it.each(cases.map((one): [string, Broken] => [one.name, one]))("%s", async (_name, one) => prove(one));
});

const gaps = `${["unit,year,a,b", ...[1, 2, 3, 4].flatMap((u) => [2020, 2021].map((y) => `u${u},${y},${u + y - 2020},${y === 2021 && u > 1 ? "" : u}`))].join("\n")}\n`;

describe("what is sound", () => {
  it("runs in the same folder, so that each fault above comes from what the case changed", async () => {
    const folder = newFolder();
    layOut(folder, { name: "sound", exit: 1, found: "" });
    const { code, err, out } = await call([...run(), "--lang", "en"], { cwd: folder });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("out/report.en.html");
  });
  it.each([
    [
      "an indicator absent for most units of a year, when that is allowed",
      gaps,
      ["aggregate: {id: index, method: arithmetic, changingComposition: allow}"],
      /\bb\b/,
    ],
    [
      "a column that never changes",
      panel.replaceAll(/^(u\d,\d+,\d),\d/gm, "$1,5"),
      ["aggregate: {id: index, method: arithmetic}"],
      /"?b"?.*(constant|same|varies|change)/,
    ],
  ] as const)("%s is said in a warning, and the study runs", async (_, content, last, says) => {
    const folder = newFolder();
    const text = study({ steps: ["derive", "normalise: {method: min-max}", "weigh: {method: equal}", ...last] });
    layOut(folder, { name: "", exit: 1, found: "", files: { "panel.csv": content, "study.yaml": text } });
    const { code, err } = await call([...run(), "--lang", "en"], { cwd: folder });
    expect([code, err]).toEqual([0, ""]);
    const { steps } = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8")) as Results;
    expect(steps.flatMap((step) => step.warnings.map(({ text: { en } }) => en)).join("\n")).toMatch(says);
  });
});

interface Results {
  readonly steps: readonly { readonly warnings: readonly { readonly text: { readonly en: string } }[] }[];
}
