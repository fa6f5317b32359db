import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderReport } from "@gongfu/render";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDocument } from "../../render/fixtures/sample-document.js";
import { newFolder } from "../capture.js";
import { findChromium, openChromium } from "./chromium.js";

const path = findChromium();

describe.skipIf(!path)("a report in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium(path as string);
  });
  afterAll(() => browser?.close());
  const folder = newFolder();

  it.each([
    ["en", 1280, "screen"],
    ["zh", 1280, "screen"],
    ["en", 390, "screen"],
    ["zh", 390, "screen"],
    ["en", 794, "print"],
  ] as const)(
    "%s, %i pixels, %s: every figure and table is there, drawn once, and nothing makes the page scroll sideways",
    async (language, width, media) => {
      const file = join(folder, `report.${language}.html`);
      writeFileSync(file, renderReport(sampleDocument(language)));
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.emulateMedia({ media });
      await page.goto(pathToFileURL(file).href);
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        figures: [...document.querySelectorAll("figure")].map((one) => ({ id: one.id, height: one.getBoundingClientRect().height })),
        pictures: [...document.querySelectorAll("figure.figure")].map(
          (one) => [...one.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().height > 0).length,
        ),
      }));
      await page.close();
      expect(seen.width).toBe(width);
      expect(seen.figures.length).toBeGreaterThan(5);
      expect(seen.figures.filter((one) => one.height < 40)).toEqual([]);
      expect(seen.pictures.every((count) => count === 1)).toBe(true);
    },
  );
});
