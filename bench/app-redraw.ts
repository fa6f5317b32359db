/**
 * How long the page takes from a change of a weight or a method on the example to the ranking drawn anew, by the page's own measurement
 * `redraw` (performance.measure), in Chromium. Build the app first: `npm run build`. `node bench/dist/app-redraw.js [folder]`
 */
import type { Page } from "playwright-core";
import { median, openApp } from "./page.js";

const changes = 20;
const { url, browser, close } = await openApp();
const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
await page.goto(`${url}#/build-index`);
await page.waitForSelector(".ranking tbody tr");

const settled = (): Promise<unknown> => page.waitForSelector("main[data-settled]");
const redraws = (of: Page): Promise<number[]> => of.evaluate(() => performance.getEntriesByName("redraw").map((one) => one.duration));

async function times(name: string, change: (k: number) => Promise<void>): Promise<void> {
  const before = (await redraws(page)).length;
  for (let k = 0; k < changes; k++) {
    await settled();
    const known = (await redraws(page)).length;
    await change(k);
    await page.waitForFunction((count) => performance.getEntriesByName("redraw").length > count, known);
  }
  await settled();
  const found = (await redraws(page)).slice(before);
  const [low, high] = [Math.min(...found), Math.max(...found)].map((one) => one.toFixed(0));
  console.log(`${name}: median ${median(found).toFixed(0)} ms of ${found.length} changes (${low}–${high} ms)`);
}

await settled();
await times("weight of an indicator", async (k) => {
  const weight = page.locator(".tree-weight input").nth(1 + (k % 5));
  await weight.fill(String(10 + 3 * k));
  await weight.press("Enter");
});
await page.getByRole("button", { name: "Steps" }).click();
await page.locator(".step-head", { hasText: "aggregate" }).first().click();
await times("method of aggregation", async (k) => {
  await page.getByLabel("Method").selectOption(k % 2 ? "arithmetic-mean" : "minimum");
});
await page.locator(".step-head", { hasText: "normalise" }).nth(1).click();
await times("method of normalisation", async (k) => {
  await page.getByLabel("Method").selectOption(k % 2 ? "min-max" : "percentile-rank");
});

await close();
