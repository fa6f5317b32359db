import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, enter, settled } from "./open-app.js";

const app = appInBrowser();

const own = `gongfu: 1
title: {en: Kept, zh: 留存}
data: {set: china-provinces}
framework: two-wheels
steps:
  - derive
  - impute: {method: linear-constant, never: [S-P205]}
  - normalise: {method: rank}
  - weigh: {method: equal}
  - aggregate: {id: index, method: arithmetic}
`;

describe.skipIf(!chromium)("the study that is open", () => {
  it("is kept for the next visit, can be undone, and the example forgets it", { timeout: 60_000 }, async () => {
    const { page, context } = await app.open({ at: "#/build-index" });
    await page.getByRole("button", { name: "study.yaml" }).click();
    await page.getByRole("textbox").first().fill(own);
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForFunction(() => document.querySelector(".study-name")?.textContent === "Kept");
    await settled(page);
    await page.waitForTimeout(1500);

    const again = await enter(context, `${app.url()}#/start`);
    expect(await again.page.locator(".study-name").textContent()).toBe("Kept");
    expect(await again.page.locator(".warning[role=status]").textContent()).toContain("Your study of last time is open again");
    await again.page.close();

    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => document.querySelector(".study-name")?.textContent?.startsWith("Two wheels"));
    await settled(page);
    await page.waitForTimeout(1500);
    const last = await enter(context, `${app.url()}#/start`);
    expect(await last.page.locator(".study-name").textContent()).toContain("Two wheels");
    expect(await last.page.locator(".warning[role=status]").count()).toBe(0);
    await context.close();
  });

  it("comes with a link; a link cut short is told, and the example opens", async () => {
    const { page, context } = await app.open({ at: "#s=nonsense" });
    expect(await page.locator(".warning[role=status]").textContent()).toContain("cut short");
    expect(await page.locator(".study-name").textContent()).toContain("Two wheels");
    await context.close();
  });
});
