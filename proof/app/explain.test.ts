import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, settled, violations, widthOf } from "./open-app.js";
import { openCountries } from "./own-countries.js";

const app = appInBrowser();
const guizhou = "520000";
const questions = ["together", "behind", "blocked", "closing", "evidence", "more"];

async function ask(page: Page, question: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/explain/${to}`), question);
  await page.waitForSelector(`.tabs a[href="#/explain/${question}"][aria-current]`);
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}

describe.skipIf(!chromium)("explain", () => {
  it("answers one question a tab, and what is chosen in one answer stands out in the next", async () => {
    const { page, context, complaints, requests } = await app.open({ at: "#/explain" });
    await page.waitForSelector("#figure-classes-standard svg");
    const before = requests.length;
    expect(await page.locator("h1").textContent()).toBe("Do the wheels turn together?");
    expect(await page.locator(".tabs a").count()).toBe(6);
    await page.locator(`#figure-classes-standard [data-unit="${guizhou}"]`).click();
    for (const form of ["standard", "wang-2021"]) {
      await expect.poll(() => page.locator(`#figure-classes-${form} h2`).textContent()).toMatch(/^Guizhou: /);
    }
    await page.getByRole("slider").fill("0");
    expect(await page.locator("#figure-classes-standard .note").first().textContent()).toContain("2013");

    await page.getByRole("link", { name: "Where is it blocked?" }).click();
    await expect.poll(() => page.locator(".patient h2").textContent()).toMatch(/^Guizhou, 2022: \d+ findings$/);
    expect(await page.locator(".patient p").first().textContent()).toMatch(/^Guizhou/);
    await page.waitForSelector("#figure-diagnosis-empowerment-row svg");
    expect(await page.locator("#figure-diagnosis-empowerment-row svg text").allTextContents()).toContain("Guizhou");
    await page.waitForSelector("#figure-diagnosis-empowerment svg");
    expect(await page.locator("#figure-diagnosis-empowerment svg text[font-weight='700']").allTextContents()).toContain("Guizhou");
    await page.locator('#figure-diagnosis-equity g[data-unit="330000"] text').first().click();
    expect(await page.locator(".patient h2").textContent()).toMatch(/^Zhejiang/);

    await ask(page, "closing");
    await page.waitForSelector("#figure-spread-matthew svg");
    expect(await page.locator("main > ul li").first().textContent()).toMatch(/^Empowerment: No Matthew effect/);
    await ask(page, "more");
    await page.locator(".step h3", { hasText: "Ranks" }).waitFor();
    expect(requests.slice(before).filter((url) => !url.startsWith(app.url()))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("says which step a study lacks and adds it, and takes it back", async () => {
    const { page, context, complaints } = await app.open();
    await openCountries(page);
    await ask(page, "together");
    expect(await page.locator("h1").textContent()).toBe("Do the systems move together?");
    expect(await page.getByRole("button", { name: /^Add the step/ }).count()).toBe(0);
    await ask(page, "blocked");
    await page.getByRole("button", { name: "Add the step: Four-point diagnosis" }).click();
    await page.waitForSelector(".choosers select");
    await settled(page);
    await page.locator(".choosers select").selectOption("KEN");
    await expect.poll(() => page.locator(".patient h2").textContent()).toMatch(/^Kenya, 2021/);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForSelector(".lead");
    expect(await page.locator(".patient").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    { locale: "en-GB", colorScheme: "light", width: 1280 },
    { locale: "zh-CN", colorScheme: "dark", width: 390 },
  ] as const)("has nothing axe can find on any tab, with a province chosen: $locale", async (options) => {
    const { page, context } = await app.open({ ...options, at: "#/explain/blocked" });
    await page.locator(".choosers select").selectOption(guizhou);
    for (const question of questions) {
      await ask(page, question);
      expect([question, await violations(page)]).toEqual([question, []]);
      expect([question, await widthOf(page)]).toEqual([question, options.width]);
    }
    await context.close();
  });
});
