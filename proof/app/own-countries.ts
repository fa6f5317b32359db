import type { Page } from "playwright-core";
import { settled } from "./open-app.js";

const countries = "France,Germany,Italy,Japan,Korea,China,India,Brazil,Chile,Kenya,Ghana,Morocco".split(",");
const columns = ["schooling", "internet", "income", "health"];
const cell = (k: number, c: number): number => 5 + ((k * (7 + 2 * c) + 3 * c) % 23);
const data = `country,year,${columns.join(",")}\n${countries.map((name, k) => `${name},2021,${columns.map((_, c) => cell(k, c)).join(",")}`).join("\n")}\n`;
const study = `gongfu: 1
title: {en: Twelve countries, zh: 十二国}
data: {panel: own.csv, unit: country, period: year}
steps:
  - normalise: {method: min-max}
  - weigh: {method: equal}
  - aggregate: {id: index, method: arithmetic}
`;

/** Open a study of one's own with one system, one period and countries for units, in place of the example. */
export async function openCountries(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = "#/report"));
  await page.locator("#open-study").setInputFiles([
    { name: "study.yaml", mimeType: "application/yaml", buffer: Buffer.from(study) },
    { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(data) },
  ]);
  await page.waitForFunction(() => document.querySelector(".study-name")?.textContent === "Twelve countries");
  await settled(page);
}
