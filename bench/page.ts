/** The built app in Chromium: what the benches of the page share. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

export interface OpenApp {
  readonly url: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Serve the built app (or another folder of it, given as first argument) and start a browser. */
export async function openApp(): Promise<OpenApp> {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../../app/dist", import.meta.url));
  const executablePath =
    process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? "/", "http://page").pathname.replace(/\/$/, "/index.html"));
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const close = async (): Promise<void> => {
    await browser.close();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, browser, close };
}

export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
