import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { call, newFolder } from "../capture.js";
import { root } from "../source-files.js";
import { appInBrowser, chromium, enter, settled, violations, widthOf } from "./open-app.js";

const app = appInBrowser();

const countries = "France,Germany,Italy,Japan,Korea,China,India,Brazil,Chile,Kenya,Ghana,Morocco".split(",");
const data = `country,year,schooling,internet\n${countries.map((name, k) => `${name},2021,${4 + ((k * 7) % 11)}.${k % 10},${20 + ((k * 13) % 70)}`).join("\n")}\n`;
const study = `gongfu: 1
title: {en: Twelve countries, zh: 十二国}
data: {panel: own.csv, unit: country, period: year}
steps:
  - normalise: {method: min-max}
  - weigh: {method: entropy}
  - aggregate: {id: index, method: arithmetic}
  - rank: {of: index}
  - gini: {of: data.schooling}
`;
const files = [
  { name: "study.yaml", mimeType: "application/yaml", buffer: Buffer.from(study) },
  { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(data) },
];

/** What a button hands out. */
async function taken(page: Page, name: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("button", { name }).click()]);
  return readFileSync(await file.path());
}
async function openOwn(page: Page): Promise<void> {
  await page.locator("#open-study").setInputFiles(files);
  await page.waitForFunction(() => document.querySelector(".study-name")?.textContent === "Twelve countries");
  await settled(page);
  await page.waitForSelector(".paper");
}
const paper = (page: Page) => page.locator(".paper");

describe.skipIf(!chromium)("the report", () => {
  let results: string;
  let own: string;
  beforeAll(async () => {
    const folder = newFolder();
    results = join(folder, "two-wheels");
    own = join(folder, "own");
    for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
    // called from the study's folder: the report repeats the command as it was written
    const run = (cwd: string, out: string) => call(["run", "study.yaml", "--out", out, "--format", "html,xlsx"], { cwd });
    expect((await run(join(root, "studies/two-wheels"), results)).code).toBe(0);
    expect((await run(folder, own)).code).toBe(0);
  }, 240_000);

  it("is shown as it is downloaded, and downloaded as the command line writes it, byte for byte", { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await app.open({ at: "#/report" });
    await paper(page).locator("#section-data").waitFor({ timeout: 60_000 });
    const wanted = readFileSync(join(results, "report.en.html"), "utf8");
    expect((await taken(page, "Report in English (HTML)")).toString()).toBe(wanted);
    expect((await taken(page, "Report in Chinese (HTML)")).equals(readFileSync(join(results, "report.zh.html")))).toBe(true);
    expect(await paper(page).locator("svg").count()).toBe(wanted.match(/<svg/g)?.length);
    expect(await paper(page).locator("h1").textContent()).toBe(/<h1>(.*?)<\/h1>/.exec(wanted)?.[1]);
    await paper(page).locator("nav a").nth(2).click();
    expect(await page.evaluate(() => location.hash)).toBe("#/report");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("comes with every other file of the command line", { timeout: 120_000 }, async () => {
    const { page, context } = await app.open({ at: "#/report" });
    await openOwn(page);
    const everything = unzipSync(await taken(page, "Everything (zip)"));
    const wanted = readdirSync(own, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const paths = wanted.map(({ parentPath, name }) => join(parentPath, name).slice(own.length + 1));
    expect(Object.keys(everything).sort()).toEqual(paths.sort());
    for (const path of paths) expect(Buffer.from(everything[path]).equals(readFileSync(join(own, path))), path).toBe(true);
    expect((await taken(page, "All tables (Excel)")).equals(readFileSync(join(own, "tables.xlsx")))).toBe(true);
    expect(Object.keys(unzipSync(await taken(page, /^All tables \(CSV\)/)))).toContain("results.json");
    expect((await taken(page, "Methods used (BibTeX)")).toString()).toContain("@article{");
    expect((await taken(page, "Save study.yaml")).toString()).toBe(study);
    expect(Object.keys(unzipSync(await taken(page, /^Save the study with its data/))).sort()).toEqual(["own.csv", "study.yaml"]);
    await context.close();
  });

  it("loses sections and gets headings, on the page and in the file; the study stays as it is", { timeout: 60_000 }, async () => {
    const { page, context } = await app.open({ at: "#/report" });
    await openOwn(page);
    await page.getByText("Sections and headings").click();
    await page.getByRole("checkbox", { name: "Include “Weights”" }).uncheck();
    await page.getByRole("textbox", { name: "Title of the report" }).fill("Ours < theirs");
    await paper(page).getByRole("heading", { level: 1, name: "Ours < theirs" }).waitFor();
    expect(await paper(page).locator("#section-weights").count()).toBe(0);
    const html = (await taken(page, "Report in English (HTML)")).toString();
    expect(html).toContain("<h1>Ours &lt; theirs</h1>");
    expect(html).not.toContain('id="section-weights"');
    expect((await taken(page, "Save study.yaml")).toString()).toBe(study);
    await context.close();
  });

  it("is handed on as link, command and program, which give the same", { timeout: 120_000 }, async () => {
    const { page, context } = await app.open({ at: "#/report" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = async (name: string): Promise<string> => {
      await page.getByRole("button", { name }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe("");
      const text = await page.evaluate(() => navigator.clipboard.readText());
      await page.evaluate(() => navigator.clipboard.writeText(""));
      return text;
    };
    await openOwn(page);
    expect(await copied("Copy as command")).toBe("npx gongfu run study.yaml --out results --format html,xlsx");
    const folder = newFolder();
    for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    const { outputText } = ts.transpileModule(await copied("Copy as TypeScript"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(join(folder, "program.mjs"), outputText);
    const { status, stderr } = spawnSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    for (const path of ["results.json", "report.en.html", "report.zh.html", "study.lock.json"])
      expect(readFileSync(join(folder, "results", path), "utf8"), path).toBe(readFileSync(join(own, path), "utf8"));

    const link = await copied("Copy a link");
    const other = await enter(context, link);
    expect(await other.page.locator(".fault").textContent()).toContain("own.csv");
    await other.page.close();
    await page.getByRole("button", { name: "Start over with the example" }).click();
    await page.waitForFunction(() => document.querySelector(".study-name")?.textContent?.startsWith("Two wheels"));
    await context.close();
  });

  it("refuses files without a study and keeps what is open", async () => {
    const { page, context } = await app.open({ at: "#/report" });
    await page.locator("#open-study").setInputFiles(files.slice(1));
    await page.getByText("None of these files is a study").waitFor();
    expect(await page.locator(".study-name").textContent()).toContain("Two wheels");
    await context.close();
  });

  it.each(["en-GB", "zh-CN"] as const)(
    "has nothing that axe objects to, and no edge hangs over, %s",
    { timeout: 120_000 },
    async (locale) => {
      const { page, context } = await app.open({ at: "#/report", locale, width: 320, colorScheme: locale === "en-GB" ? "light" : "dark" });
      await paper(page).locator("#section-data").waitFor({ timeout: 60_000 });
      expect(await violations(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(320);
      await context.close();
    },
  );
});
