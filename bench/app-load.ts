/**
 * How long the page takes to open on the example, in a browser that has seen nothing of it, and how long its longest task holds it up:
 * at the start and on the way through every page. Build the app first: `npm run build`. `node bench/dist/app-load.js [folder]`
 */
import type { Page } from "playwright-core";
import { median, openApp } from "./page.js";

const rounds = 5;
const pages = ["bring-data", "build-index", "compare", "explain", "report", "methods", "audit-paper", "start"];
const { url, browser, close } = await openApp();

/** Milliseconds of the tasks over 50 ms since the last time this was asked. */
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
const held = (tasks: readonly number[]): string =>
  `longest task ${tasks.length ? `${Math.max(...tasks).toFixed(0)} ms` : "below 50 ms"}, held up for ${tasks.reduce((sum, one) => sum + one - 50, 0).toFixed(0)} ms`;

const [painted, usable, whole, shifts]: number[][] = [[], [], [], []];
const atStart: number[] = [];
let last = "";
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { longTasks: [] as number[], shift: 0 };
    Object.assign(window, seen);
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) (window as unknown as typeof seen).longTasks.push(one.duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) (window as unknown as typeof seen).shift += (one as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const began = performance.now();
  await page.goto(url);
  await page.waitForSelector(".opening");
  usable.push(performance.now() - began);
  await page.waitForSelector("main[data-settled]");
  whole.push(performance.now() - began);
  painted.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
  shifts.push(await page.evaluate(() => (window as unknown as { shift: number }).shift));
  atStart.push(...(await longTasks(page)));
  if (round === rounds - 1) {
    const through: number[] = [];
    for (const name of pages) {
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, name);
      await page.waitForSelector(`main[data-page="${name}"][data-settled] h1`);
      await page.waitForTimeout(1200);
      through.push(...(await longTasks(page)));
    }
    last = held(through);
  }
  await context.close();
}
const ms = (list: readonly number[]): string => `${median(list).toFixed(0)} ms`;
console.log(`first paint ${ms(painted)}, results of the example ${ms(usable)}, the whole study ${ms(whole)} (medians of ${rounds} visits)`);
console.log(`opening: ${held(atStart)} in ${rounds} visits; layout shift ${median(shifts).toFixed(3)}`);
console.log(`a walk through all ${pages.length} pages: ${last}`);
await close();
