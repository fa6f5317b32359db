import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { argumentsOf, cases, count, digest, digestOf, firstDifference, valuesOf } from "./bits.js";
import { bundle } from "./bundle.js";
import { findChromium, openChromium } from "./chromium.js";

const path = findChromium();

describe.skipIf(!path)("in Chromium and in Node", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium(path as string);
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundle("bits.ts", "bits") });
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(cases))(`%s gives the same bits for ${count} arguments`, async (name) => {
    const here = valuesOf(name);
    const hash = await page.evaluate<string>(`bits.digestOf(${JSON.stringify(name)})`);
    if (hash !== digest(here)) {
      const there = Float64Array.from(await page.evaluate<number[]>(`[...bits.valuesOf(${JSON.stringify(name)})]`));
      const at = firstDifference(here, there);
      expect.fail(`${name}(${argumentsOf(name)[at]}) is ${here[at]} in Node and ${there[at]} in Chromium (argument ${at} of ${count})`);
    }
  });
});

describe("the comparison", () => {
  it("sees a single flipped bit and says where", () => {
    const values = valuesOf("exp");
    const other = values.slice();
    expect(digest(other)).toBe(digestOf("exp"));
    expect(firstDifference(values, other)).toBe(-1);
    new Uint32Array(other.buffer)[2 * 77_777] ^= 1;
    expect(digest(other)).not.toBe(digest(values));
    expect(firstDifference(values, other)).toBe(77_777);
  });
  it("covers finite values of many magnitudes, no two cases alike", () => {
    for (const name of Object.keys(cases)) {
      const values = valuesOf(name);
      const magnitudes = new Set(Array.from(values, (v) => Math.floor(Math.log2(Math.abs(v)))));
      expect(values.some(Number.isNaN), name).toBe(false);
      expect(magnitudes.size, name).toBeGreaterThan(8);
    }
    expect(new Set(Object.keys(cases).map(digestOf)).size).toBe(Object.keys(cases).length);
  });
});
