import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, violations, widthOf } from "./open-app.js";

const app = appInBrowser();

const pages = ["start", "bring-data", "build-index", "compare", "explain", "report", "methods", "methods/theil", "audit-paper"];

/** Go to a page by its address and wait until it stands. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/${to}`), address);
  await page.waitForSelector(`main[data-page="${address.split("/")[0]}"][data-settled] h1`);
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}

describe.skipIf(!chromium)("every page", () => {
  it.each(
    (["en-GB", "zh-CN"] as const).flatMap((locale) => [
      { locale, colorScheme: "light" as const, width: 1280 },
      { locale, colorScheme: "dark" as const, width: 390 },
    ]),
  )("has nothing axe can find against it and complains of nothing: $locale, $colorScheme, $width px", async (options) => {
    const { page, context, complaints } = await app.open(options);
    for (const address of pages) {
      await go(page, address);
      expect([address, await violations(page)]).toEqual([address, []]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(["en-GB", "zh-CN"] as const)("fits 320 px, in large type too: %s", async (locale) => {
    const { page, context } = await app.open({ locale, width: 320 });
    for (const large of [false, true]) {
      await page.evaluate((on) => document.documentElement.toggleAttribute("data-large", on), large);
      for (const address of pages) {
        await go(page, address);
        expect([address, large, await widthOf(page)]).toEqual([address, large, 320]);
      }
    }
    await context.close();
  });

  it("has one first heading, a title of its own and the language of its text", async () => {
    const { page, context } = await app.open({ locale: "zh-CN" });
    const titles = new Set<string>();
    for (const address of pages.filter((one) => !one.includes("/"))) {
      await go(page, address);
      expect([address, await page.locator("h1").count()]).toEqual([address, 1]);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
      titles.add(await page.title());
    }
    expect(titles.size).toBe(8);
    await context.close();
  });
});
