import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { findChromium, openChromium } from "../browser/chromium.js";
import { type Served, serve } from "../browser/serve.js";
import { buildApp } from "./build-app.js";

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** addresses the page has asked for */
  readonly requests: string[];
  /** warnings and errors of the console, errors thrown */
  readonly complaints: string[];
}

export interface Options {
  readonly locale?: "en-GB" | "zh-CN";
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  /** the page's address after the folder: `#/compare` */
  readonly at?: string;
}

export const chromium = findChromium();

/** The built app under a sub-path and a browser, for the tests of one file. */
export function appInBrowser() {
  let browser: Browser;
  let served: Served;
  let folder: string;
  beforeAll(async () => {
    folder = await buildApp();
    if (!chromium) return;
    browser = await openChromium(chromium);
    served = await serve(folder, "/some/where/");
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Open the page and wait until the study that is open has run to its end. */
  async function open({ locale = "en-GB", colorScheme = "light", width = 1280, at = "" }: Options = {}, url = served.url): Promise<Opened> {
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 860 } });
    return { context, ...(await enter(context, `${url}${at}`)) };
  }
  return { open, url: () => served.url, folder: () => folder };
}

/** A page of a context, at an address, when its study has run. */
export async function enter(context: BrowserContext, url: string): Promise<Omit<Opened, "context">> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  await settled(page);
  return { page, requests, complaints };
}

/** The last run has come to its end, and the page shows it. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main[data-settled]");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe has against the page as it stands: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

/** How wide the page is: more than the window means that something hangs over the edge. */
export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
