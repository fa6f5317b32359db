import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newFolder } from "../capture.js";
import { countriesParquet, countyCsv, joinedWorkbook, messyCsv, noTable } from "./bring-data-files.js";
import { appInBrowser, chromium, settled, violations, widthOf } from "./open-app.js";

const app = appInBrowser();
const at = "#/bring-data";
const idle = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector(".bring:not([data-busy])"));
const title = (page: Page): Promise<string | null> => page.locator("h1").first().textContent();
const step = async (page: Page, name: string): Promise<void> => {
  await page.locator(".way").getByRole("link", { name }).click();
  await page.waitForFunction((to) => document.querySelector('.way [aria-current="step"]')?.textContent === to, name);
  await idle(page);
};
async function bring(page: Page, file: ReturnType<typeof messyCsv> | string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file);
  const called = typeof file === "string" ? basename(file) : file.name;
  await page.waitForFunction((name) => document.querySelector(".brought")?.textContent?.includes(name), called);
  await idle(page);
}
/** The browser keeps the study for the next visit. */
const kept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("study").catch(() => null);
    const file = await folder?.getFileHandle("framework.yaml").catch(() => null);
    return ((await file?.getFile())?.size ?? 0) > 0;
  });
const row = (page: Page, text: string) => page.getByRole("row", { name: text }).getByRole("combobox");

describe.skipIf(!chromium)("bringing data", () => {
  it.each([
    {
      locale: "zh-CN" as const,
      steps: ["数据", "地区", "审核", "指标树"],
      out: "略去",
      found: "12 个单位、5 期、4 列数值",
      settledNames: "13 个名称均已确定",
      use: "使用这份数据",
      put: /^放入（/,
      first: /2022 年综合指数居首/,
    },
    {
      locale: "en-GB" as const,
      steps: ["Data", "Regions", "Audit", "Tree"],
      out: "leave out",
      found: "12 units, 5 periods, 4 columns of numbers",
      settledNames: "All 13 names are settled",
      use: "Use this data",
      put: /^Put in \(/,
      first: /stands first in index, 2022/i,
    },
  ])("leads from a messy GB18030 table to an index: $locale", async ({ locale, steps, out, found, settledNames, use, put, first }) => {
    const { page, context, requests, complaints } = await app.open({ locale, at });
    const before = requests.length;
    await bring(page, messyCsv());
    expect(await page.locator(".facts").textContent()).toContain("GB18030");
    await step(page, steps[1]);
    await row(page, "内蒙古自冶区").selectOption("150000");
    await idle(page);
    await row(page, "全国").selectOption({ label: out });
    await idle(page);
    expect(await title(page)).toBe(settledNames);
    await step(page, steps[0]);
    expect(await title(page)).toContain(found);

    await step(page, steps[2]);
    const spike = page.locator(".audit-list > li", { hasText: "2020" }).first();
    await spike.getByRole("combobox").selectOption("impute");
    expect(await spike.getByRole("textbox").inputValue()).not.toBe("");

    await step(page, steps[3]);
    const grip = page.locator(".column-list .grip").first();
    const [from, to] = [await grip.boundingBox(), await page.locator(".mechanism").first().boundingBox()];
    if (!from || !to) throw new Error("nothing to drag");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 40, to.y + 60, { steps: 5 });
    await page.mouse.up();
    expect(await page.locator(".mechanism li").count()).toBe(1);
    await page.locator(".put button").first().click();
    await page.getByRole("button", { name: put }).click();
    expect(await page.locator(".mechanism .direction").allInnerTexts()).toEqual(["+", "+", "−", "+"]);
    await page.getByRole("button", { name: use }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/build-index"));
    await settled(page);
    await expect.poll(() => title(page)).toMatch(first);
    expect(requests.slice(before).filter((url) => !url.startsWith(app.url()) && !url.startsWith("data:"))).toEqual([]);
    expect(complaints).toEqual([]);

    await page.evaluate(() => (location.hash = "#/report"));
    const [report] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /HTML/ }).first().click()]);
    expect(readFileSync((await report.path()) as string, "utf8")).toContain("<!doctype html>");

    await expect.poll(() => kept(page), { timeout: 10_000 }).toBe(true);
    await page.goto(`${app.url()}${at}`);
    await page.reload();
    await page.waitForSelector(".facts");
    expect(await title(page)).toContain(found);
    await step(page, steps[3]);
    expect(await page.locator(".mechanism li").count()).toBe(4);
    await context.close();
  });

  it("tells what is no table, and loses nothing", async () => {
    const { page, context } = await app.open({ at });
    await bring(page, messyCsv());
    const before = await title(page);
    await page.locator('input[type="file"]').setInputFiles(noTable());
    await page.waitForSelector(".fault");
    const fault = await page.locator(".fault").textContent();
    expect(fault).toContain("map.csv");
    expect(fault).toContain("→");
    expect(await title(page)).toBe(before);
    expect(await page.locator(".brought").textContent()).not.toContain("map.csv");
    expect(await page.locator(".study-name").textContent()).toContain("Two wheels");

    await step(page, "Regions");
    await row(page, "内蒙古自冶区").selectOption({ label: "another name or code …" });
    await page.locator(".meaning form input").fill("北京");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".fault");
    expect(await page.locator(".fault").textContent()).toMatch(/stands on line \d+ and on line \d+/);
    expect(await row(page, "内蒙古自冶区").count()).toBeGreaterThan(0);
    await context.close();
  });

  it("reads a workbook with joined headings and notes, another of its sheets, and a Parquet file; keeps them side by side", async () => {
    const { page, context } = await app.open({ at });
    await bring(page, joinedWorkbook());
    expect(await title(page)).toContain("11 units, 2 periods, 2 columns of numbers");
    expect(await page.getByRole("combobox", { name: "Sheet" }).inputValue()).toBe("表1");
    await bring(page, countriesParquet());
    expect(await title(page)).toContain("5 units, 5 periods, 1 column of numbers");
    await step(page, "Regions");
    expect(await title(page)).toBe("All 5 names are settled");
    await step(page, "Data");
    await page.getByRole("button", { name: "年鉴.xlsx" }).click();
    expect(await title(page)).toContain("年鉴.xlsx");
    await context.close();
  });

  it("takes a pasted table, and can be led to the end by keyboard alone", async () => {
    const { page, context } = await app.open({ at });
    await page.waitForSelector(".paste textarea");
    await page.locator(".paste textarea").evaluate((area) => {
      const data = new DataTransfer();
      data.setData("text/plain", "town\tyear\twater\tdebt\nAsh\t2020\t10\t5\nBirch\t2020\t20\t9\nCedar\t2020\t40\t1\n");
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector(".facts");
    await idle(page);
    const press = async (reach: () => boolean): Promise<void> => {
      for (let k = 0; k < 80; k++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(reach)) return;
      }
      throw new Error(`not reached by Tab: ${reach}`);
    };
    for (const to of ["Regions", "Audit", "Tree"]) {
      await page.locator("#content").focus();
      await press(() => document.activeElement?.matches("a.go") === true);
      await page.keyboard.press("Enter");
      await page.waitForFunction((name) => document.querySelector('.way [aria-current="step"]')?.textContent === name, to);
      await idle(page);
    }
    await page.locator("#content").focus();
    await press(() => document.activeElement?.matches(".column-list input") === true);
    await page.keyboard.press("Space");
    await press(() => document.activeElement?.matches(".column-list input") === true);
    await page.keyboard.press("Space");
    for (let k = 0; k < 2; k++) await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Put in (2)");
    await page.keyboard.press("Enter");
    await press(() => document.activeElement?.matches(".direction") === true);
    await page.keyboard.press("Enter");
    expect(await page.locator(".mechanism .direction").first().textContent()).toBe("−");
    await press(() => document.activeElement?.matches("button.go") === true);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#/build-index"));
    await settled(page);
    await expect.poll(() => title(page)).toMatch(/stands first/);
    await context.close();
  });

  it("stays responsive with 3,000 units, 12 years and 10 columns", async () => {
    const { page, context } = await app.open({ at });
    await page.waitForSelector(".shipped button");
    await page.evaluate(() => {
      const long: number[] = [];
      Object.assign(window, { long });
      new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({
        type: "longtask",
      });
    });
    const { name: file, buffer } = countyCsv(3000, 12, 10);
    const path = join(newFolder(), file);
    writeFileSync(path, buffer);
    await bring(page, path);
    expect(await title(page)).toContain("3000 units, 12 periods, 10 columns of numbers");
    for (const name of ["Regions", "Audit", "Tree"]) await step(page, name);
    expect(await page.locator(".column-list li").count()).toBe(10);
    console.log(`long tasks of the page: ${JSON.stringify(await page.evaluate(() => (window as unknown as { long: number[] }).long))}`);
    await context.close();
  });

  it.each((["en-GB", "zh-CN"] as const).flatMap((locale) => [1280, 320].map((width) => ({ locale, width }))))(
    "has no fault axe can find at any step, and nothing hangs over the edge: $locale, $width px",
    async ({ locale, width }) => {
      const { page, context } = await app.open({ locale, width, at, colorScheme: width === 320 ? "dark" : "light" });
      await page.waitForSelector(".shipped button");
      expect(await violations(page)).toEqual([]);
      await bring(page, messyCsv());
      for (const name of ["data", "regions", "audit", "tree"]) {
        await page.evaluate((to) => (location.hash = `#/bring-data/${to}`), name);
        await page.waitForFunction((to) => document.querySelector('.way [aria-current="step"]')?.getAttribute("href")?.endsWith(to), name);
        await idle(page);
        if (name === "tree") {
          await page.locator(".shapes input").last().click();
          await page.waitForSelector(".root-equity");
          await page.locator(".column-list input").first().check();
          await page.locator(".put button").last().click();
        }
        expect(await violations(page), name).toEqual([]);
        expect(await widthOf(page), name).toBeLessThanOrEqual(width);
      }
      await context.close();
    },
  );
});
