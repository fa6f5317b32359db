import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, violations, widthOf } from "./open-app.js";
import { openCountries } from "./own-countries.js";

const app = appInBrowser();
const guizhou = "520000";

const drawn = (page: Page): Promise<unknown> => page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
const heading = (page: Page): Promise<string | null> => page.locator("h1").textContent();

/** Names written heavy in a figure: those that stand out. */
const heavy = (page: Page, figure: string): Promise<string[]> =>
  page.locator(`#figure-${figure} svg text[font-weight="700"]`).allTextContents();

const square = (x: number, y: number): number[][][] => [
  [
    [x, y],
    [x + 5, y],
    [x + 5, y + 4],
    [x, y + 4],
    [x, y],
  ],
];
const map = JSON.stringify({
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { name: "贵州省" }, geometry: { type: "Polygon", coordinates: square(104, 24) } },
    { type: "Feature", properties: { adcode: 430000 }, geometry: { type: "Polygon", coordinates: square(109, 24) } },
  ],
});

describe.skipIf(!chromium)("compare", () => {
  it("shows what is chosen in one picture in all others and in the tables", async () => {
    const { page, context, complaints, requests } = await app.open({ at: "#/compare" });
    await drawn(page);
    const before = requests.length;
    expect(await heading(page)).toMatch(/^Beijing leads and Tibet trails in coordination D, 2022$/);
    await page.locator(`#figure-map [data-unit="${guizhou}"]`).click();
    expect(await heading(page)).toMatch(/^Guizhou ranks \d+ of 31 in coordination D, 2022$/);
    for (const figure of ["ranking", "rank-paths", "crossing", "radar"]) {
      await expect.poll(async () => (await heavy(page, figure)).some((text) => text.includes("Guizhou"))).toBe(true);
    }
    await page.locator("#figure-ranking summary").click();
    expect(await page.locator("#figure-ranking tr[aria-current=true]").allTextContents()).toEqual([expect.stringContaining("Guizhou")]);
    await page.locator('#figure-rank-paths g[data-unit="540000"] text').last().click();
    expect(await heading(page)).toMatch(/^Tibet ranks 31 of 31/);
    await page.locator("#figure-ranking tbody button", { hasText: "Zhejiang" }).click();
    expect(await heading(page)).toMatch(/^Zhejiang ranks/);
    expect(await page.locator("#figure-map svg rect[stroke-width='1.5']").count()).toBe(1);
    await page.getByLabel("Choose a province").selectOption("");
    expect(await heading(page)).toMatch(/^Beijing leads/);
    expect(requests.slice(before).filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("compares by any column, in any year, in Chinese", async () => {
    const { page, context } = await app.open({ at: "#/compare", locale: "zh-CN" });
    await drawn(page);
    await page.getByLabel("比较什么").selectOption("data.pop");
    await expect.poll(() => heading(page)).toMatch(/^年末常住人口，2022 年：广东居首，西藏居末$/);
    await page.getByRole("slider").fill("0");
    expect(await heading(page)).toMatch(/2013 年/);
    await page.getByLabel("选择省份").selectOption(guizhou);
    expect(await page.locator("#figure-radar h3").textContent()).toMatch(/^9 个维度中，贵州有 \d 个高于比较对象的中位数$/);
    await page.locator(".part select").first().selectOption("all");
    expect(await page.locator(".part .note", { hasText: "比较对象 30 个" }).count()).toBe(1);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV: 2013 年贵州概况" }).click()]);
    const lines = readFileSync(await file.path(), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines[0].split(",").slice(0, 2)).toEqual(["indicator_en", "indicator_zh"]);
    expect(lines).toHaveLength(28);
    await context.close();
  });

  it("draws a map of the reader's own, prints its approval number, and keeps it when the next one cannot be read", async () => {
    const { page, context } = await app.open({ at: "#/compare" });
    await drawn(page);
    await page.getByText("Use a map of your own").click();
    const input = page.locator(".drop input");
    await input.setInputFiles({ name: "south.geojson", mimeType: "application/geo+json", buffer: Buffer.from(map) });
    const note = page.locator("#figure-map figcaption.note");
    await expect.poll(() => note.textContent()).toContain("south.geojson, no approval number given");
    await page.getByLabel("Approval number").fill("GS(2024)0650");
    expect(await note.textContent()).toContain("approval number GS(2024)0650. 2 of 31 provinces found on the map.");
    await page.locator(`#figure-map g[data-unit="${guizhou}"] text`).click();
    expect(await heading(page)).toMatch(/^Guizhou ranks/);
    await input.setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.locator(".own-map [role=alert]").waitFor();
    expect(await note.textContent()).toContain("south.geojson");
    await page.getByRole("button", { name: "Remove the map" }).click();
    await expect.poll(() => page.locator("#figure-map [data-unit]").count()).toBe(31);
    await context.close();
  });

  it("serves a study of one's own: countries, one system, one period", async () => {
    const { page, context, complaints } = await app.open();
    await openCountries(page);
    await page.evaluate(() => (location.hash = "#/compare"));
    await page.waitForSelector("main[data-page=compare] #figure-ranking svg");
    await drawn(page);
    expect(await heading(page)).toMatch(/ leads and .+ trails in .+, 2021$/);
    expect(await page.locator("#figure-map, #figure-rank-paths").count()).toBe(0);
    await page.locator('#figure-ranking g[data-unit="KEN"] text').first().click();
    expect(await heading(page)).toMatch(/^Kenya ranks \d+ of 12/);
    expect(await page.locator("#figure-radar h3").textContent()).toMatch(/^Kenya is above the median of its peers on \d of 4 axes$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    { locale: "en-GB", colorScheme: "light", width: 1280 },
    { locale: "zh-CN", colorScheme: "dark", width: 390 },
  ] as const)("has nothing axe can find with a province chosen and tables open: $locale", async (options) => {
    const { page, context } = await app.open({ ...options, at: "#/compare" });
    await drawn(page);
    await page.locator(".compare-by select").nth(1).selectOption(guizhou);
    for (const summary of await page.locator("main summary").all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBe(options.width);
    await context.close();
  });
});
