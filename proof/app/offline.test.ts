import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appInBrowser, chromium, enter, settled } from "./open-app.js";

const app = appInBrowser();

/** The service worker has kept every file and answers for the page. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
  });

const pages = ["bring-data", "build-index", "compare", "explain", "report", "methods", "audit-paper", "start"];

async function visitAll(page: Page): Promise<void> {
  for (const name of pages) {
    await page.evaluate((to) => (location.hash = `#/${to}`), name);
    await page.waitForSelector(`main[data-page="${name}"][data-settled] h1`);
  }
}

/** What the server was asked for while something is done. */
async function asked(context: BrowserContext, work: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  context.on("response", (response) => response.fromServiceWorker() || response.url().startsWith("data:") || found.push(response.url()));
  await work();
  return found;
}

describe("the service worker", () => {
  it("knows every file of the build", () => {
    const text = readFileSync(join(app.folder(), "service-worker.js"), "utf8");
    const build = JSON.parse(/^const build=(\{.*?\});/.exec(text)?.[1] ?? "null") as { files: string[] };
    const files = readdirSync(app.folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
      .map((entry) => relative(app.folder(), join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    expect([...build.files].sort()).toEqual(files.sort());
  });
});

describe.skipIf(!chromium)("once it has loaded, the page", () => {
  it("asks the network for nothing, whatever page is opened", async () => {
    const { page, context } = await app.open();
    await kept(page);
    expect(await asked(context, () => visitAll(page))).toEqual([]);
    await context.close();
  });

  it("opens without a network, and computes", async () => {
    const { page, context } = await app.open();
    await kept(page);
    await page.close();
    await context.setOffline(true);
    const again = await enter(context, `${app.url()}#/compare`);
    await settled(again.page);
    await visitAll(again.page);
    expect(await again.page.locator("h1").textContent()).toContain("30 of 31");
    await context.close();
  });
});
