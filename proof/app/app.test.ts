import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emblemIcon } from "@gongfu/render/wheels";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contentPolicy, serveApp } from "../../cli/src/commands/app.js";
import { session } from "../../cli/src/io.js";
import { read } from "../source-files.js";
import { entryFiles, gzipSize } from "./build-app.js";
import { appInBrowser, chromium, settled, violations, widthOf } from "./open-app.js";

const kB = 1000;
const app = appInBrowser();

describe("the built page", () => {
  const assets = (): string[] => readdirSync(join(app.folder(), "assets"));
  const sizeOf = (entry: string): number =>
    entryFiles(app.folder(), entry).reduce((sum, name) => sum + gzipSize(join(app.folder(), "assets", name)), 0);
  const html = (): string => readFileSync(join(app.folder(), "index.html"), "utf8").replaceAll("&#39;", "'");

  it("is at most 300 kB gzip before the charts", () => {
    const entry = /src="\.\/assets\/([^"]+\.js)"/.exec(html())?.[1] as string;
    const styles = assets().filter((name) => name.endsWith(".css"));
    const size =
      sizeOf(entry) +
      gzipSize(join(app.folder(), "index.html")) +
      styles.reduce((sum, name) => sum + gzipSize(join(app.folder(), "assets", name)), 0);
    console.log(`page: ${(size / kB).toFixed(1)} kB gzip`);
    expect(size).toBeGreaterThan(20 * kB);
    expect(size).toBeLessThanOrEqual(300 * kB);
  });

  it("has a worker of at most 200 kB gzip, with YAML, the methods and the data behind import()", () => {
    const entry = assets().find((name) => /^worker-.*\.js$/.test(name)) as string;
    const size = sizeOf(entry);
    console.log(`worker: ${(size / kB).toFixed(1)} kB gzip`);
    expect(size).toBeGreaterThan(20 * kB);
    expect(size).toBeLessThanOrEqual(200 * kB);
    const text = entryFiles(app.folder(), entry)
      .map((name) => readFileSync(join(app.folder(), "assets", name), "utf8"))
      .join("\n");
    for (const late of ["YAMLParseError", "broadband_ports", "zrender"]) expect(text).not.toContain(late);
  });

  it("names every file relative to itself, and carries its policy", () => {
    expect(html()).not.toMatch(/(src|href)="(\/|https?:)/);
    expect(html()).toContain(`http-equiv="Content-Security-Policy" content="${contentPolicy.replace("; frame-ancestors 'none'", "")}"`);
    expect(html()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  it("has the emblem as its icon", () => {
    expect(read("app/public/icon.svg").trim()).toBe(emblemIcon());
  });
});

describe.skipIf(!chromium)("the page in a browser", () => {
  const year = (page: Page): Promise<string | null> => page.locator(".years output").textContent();
  const headline = (page: Page): Promise<string | null> => page.locator("h1").textContent();

  it("computes the example under a sub-path, and asks for nothing more whatever one does", async () => {
    const { page, requests, complaints } = await app.open();
    expect(await headline(page)).toBe("In 2022, equity ran ahead of empowerment in 30 of 31 provinces");
    expect(requests.every((url) => url.startsWith(app.url()) || url.startsWith("data:"))).toBe(true);
    const before = requests.length;
    await page
      .getByRole("button", { name: /^Beijing/ })
      .first()
      .click();
    expect(await headline(page)).toContain("Beijing in 2022");
    await page.getByRole("slider").fill("0");
    expect(await year(page)).toBe("2013");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "查看全部省份" }).click();
    expect(await headline(page)).toContain("2013 年");
    await page.getByRole("button", { name: "按年播放" }).click();
    await page.waitForFunction(() => document.querySelector(".years output")?.textContent === "2015");
    expect(requests.slice(before)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("changes language without a reload, and remembers it", async () => {
    const { page, complaints } = await app.open({ locale: "zh-CN" });
    expect(await headline(page)).toBe("2022 年，31 个省份中有 30 个“分蛋糕”跑在“做蛋糕”前面");
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(["zh-CN", "开始 · Gongfu 共富"]);
    await page.evaluate(() => Object.assign(window, { untouched: true }));
    await page.getByRole("button", { name: "English" }).click();
    expect(await headline(page)).toContain("In 2022");
    expect(await page.evaluate(() => [document.documentElement.lang, "untouched" in window])).toEqual(["en", true]);
    await page.reload();
    await settled(page);
    expect(await headline(page)).toContain("In 2022");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("can be used by keyboard alone", async () => {
    const { page } = await app.open();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Play the years");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    expect(await year(page)).toBe("2021");
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.querySelector(".whole")?.textContent);
    await page.keyboard.press("Enter");
    expect(await headline(page)).toContain(`${name} in 2021`);
    await page.context().close();
  });

  it.each(
    (["en-GB", "zh-CN"] as const).flatMap((locale) =>
      (["light", "dark"] as const).flatMap((colorScheme) => [1280, 390, 320].map((width) => ({ locale, colorScheme, width }))),
    ),
  )("has no fault axe can find, and nothing hangs over the edge: $locale, $colorScheme, $width px", async (options) => {
    const { page } = await app.open(options);
    await page.locator(".tile").nth(3).click();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(options.width);
    await page.context().close();
  });

  it("is what `gongfu app` serves, under the policy of its server", async () => {
    const stop = new AbortController();
    let said = "";
    const io = {
      cwd: ".",
      env: {},
      out: (text: string) => void (said += text),
      err: () => {},
      terminal: false,
      columns: 80,
      processors: 1,
      signal: stop.signal,
    };
    const ended = serveApp(app.folder(), 0, session(io, "en"));
    await expect.poll(() => said).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    const url = /http:\S+/.exec(said)?.[0] as string;
    expect((await fetch(url)).headers.get("content-security-policy")).toBe(contentPolicy);
    expect((await fetch(`${url}../package.json`)).status).toBe(404);
    const { page, complaints } = await app.open({}, url);
    expect(await headline(page)).toContain("30 of 31");
    expect(complaints).toEqual([]);
    await page.context().close();
    stop.abort();
    await ended;
  });
});
