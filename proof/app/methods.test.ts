import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, settled, violations, widthOf } from "./open-app.js";

const app = appInBrowser();
const search = (page: Page, words: string) => page.getByRole("searchbox").fill(words);

describe.skipIf(!chromium)("methods", () => {
  it("are found in both languages; a page has its formula, example, sources, and puts the method into the study", async () => {
    const { page, context, complaints } = await app.open({ at: "#/methods" });
    await search(page, "泰尔");
    await page.getByRole("link", { name: "Theil index", exact: true }).click();
    expect(await page.evaluate(() => location.hash)).toBe("#/methods/theil");
    await page.waitForSelector(".formula math");
    expect(await page.locator(".prose pre").textContent()).toContain("theil([1, 3]).value; // ~> 0.1308");
    expect(await page.locator('.method a[href="https://doi.org/10.2307/1913126"]').count()).toBe(1);
    expect(await page.locator(".method details pre").textContent()).toMatch(/^@book\{theil1967,/);

    const uses = page.locator(".margin > .note").first();
    expect(await uses.textContent()).not.toContain("theil,");
    await page.getByRole("button", { name: "Add as a step" }).click();
    await page.getByText("It is in your study and has been run.").waitFor();
    expect(await uses.textContent()).toMatch(/theil-income, theil$/);
    await page.getByRole("button", { name: "Undo" }).click();
    await settled(page);

    await page.getByRole("button", { name: "中文" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("泰尔指数");
    expect(await page.getByRole("heading", { name: "算例" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("lets a step of the study use another method, and takes an unknown address for the list", async () => {
    const { page, context } = await app.open({ at: "#/methods/critic-weights" });
    await page.getByRole("button", { name: /^Use it in step entropy instead of Entropy weights/ }).click();
    await page.getByText("It is in your study and has been run.").waitFor();
    await page.goto(`${app.url()}#/methods/no-such-method`);
    await page.getByText("There is no method “no-such-method”").waitFor();
    expect(await page.getByRole("searchbox").count()).toBe(1);
    await context.close();
  });

  it.each(["en-GB", "zh-CN"] as const)("have nothing that axe objects to, and no edge hangs over, %s", async (locale) => {
    const { page, context } = await app.open({ at: "#/methods", locale, width: 320, colorScheme: locale === "en-GB" ? "dark" : "light" });
    await page.waitForSelector(".room");
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await page.goto(`${app.url()}#/methods/entropy-weights`);
    await page.waitForSelector(".formula math");
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await context.close();
  });
});
