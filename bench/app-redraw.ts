/**
 * How long the page takes from a change of a weight or a method on the example to the ranking drawn anew, by the page's own measurement
 * `redraw` (performance.measure), in Chromium. Build the app first: `npm run build`. `node bench/dist/app-redraw.js [folder]`
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../app/dist", import.meta.url));
const browserPath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
const changes = 20;

const server = createServer((request, response) => {
  const path = join(folder, new URL(request.url ?? "/", "http://page").pathname.replace(/\/$/, "/index.html"));
  if (!existsSync(path)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = server.address();
const port = typeof address === "object" && address ? address.port : 0;
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
await page.goto(`http://127.0.0.1:${port}/#/build-index`);
await page.waitForSelector(".ranking tbody tr");

const settled = (): Promise<unknown> => page.waitForSelector("main[data-settled]");
const redraws = (of: Page): Promise<number[]> => of.evaluate(() => performance.getEntriesByName("redraw").map((one) => one.duration));
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

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

await browser.close();
server.close();
