import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { Fault } from "@gongfu/engine/ground/fault";
import type { Command } from "commander";
import { packageFolder } from "../files/package-folder.js";
import { inside } from "../files/study-host.js";
import type { Session } from "../io.js";
import { wholeNumber } from "../usage.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** The page's own policy, said again by the server for the worker's sake, and no framing. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `gongfu app`: the built page on this computer only. */
export function define(command: Command, session: Session): void {
  command
    .option(
      "--port <n>",
      session.help({ en: "port, 0 = any free one (default 8420)", zh: "端口，0 为任一空闲端口（默认 8420）" }),
      wholeNumber("--port", 0, 65535),
      8420,
    )
    .action((options: { port: number }) => serveApp(builtApp(), options.port, session));
}

function builtApp(): string {
  try {
    return join(packageFolder("@gongfu/app"), "dist");
  } catch {
    throw notBuilt();
  }
}

/** Serve the built page from a folder on the loopback address until the session's signal or the process ends it. */
export async function serveApp(folder: string, port: number, session: Session): Promise<void> {
  await stat(join(folder, "index.html")).catch(() => {
    throw notBuilt();
  });
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  const chosen = await listen(server, port);
  session.out(`${session.say({ en: "Gongfu is open at", zh: "Gongfu 已打开：" })} http://127.0.0.1:${chosen}/\n`);
  session.out(`${session.say({ en: "nothing leaves this computer; Ctrl+C ends it", zh: "数据不会离开本机；按 Ctrl+C 结束" })}\n`);
  await new Promise<void>((done) => {
    server.on("close", done);
    session.signal?.addEventListener("abort", () => {
      server.closeAllConnections();
      server.close();
    });
  });
}

async function answer(folder: string, { method, url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
  const end = (status: number): void => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status}\n`);
  };
  if (method !== "GET" && method !== "HEAD") return end(405);
  const path = pathOf(url);
  const file = path === undefined ? undefined : join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (file === undefined || !inside(folder, file)) return end(404);
  const body = await readFile(file).catch(() => undefined);
  if (!body) return end(404);
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": body.length,
    "content-security-policy": contentPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": path?.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(method === "HEAD" ? undefined : body);
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(portFault(port, error)));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
  });
}

const portFault = (port: number, { code = "" }: NodeJS.ErrnoException): Fault =>
  new Fault({
    code: "port-in-use",
    place: { path: "--port" },
    found: { en: `port ${port} cannot be opened (${code})`, zh: `无法打开端口 ${port}（${code}）` },
    expected: { en: "expected a free port", zh: "应为空闲端口" },
    next: { en: "write --port 0 to take any free one", zh: "可写 --port 0 使用任一空闲端口" },
  });

const notBuilt = (): Fault =>
  new Fault({
    code: "app-not-built",
    found: { en: "the app is not built yet", zh: "应用尚未构建" },
    expected: { en: "expected its pages in app/dist", zh: "app/dist 中应有页面" },
    next: { en: "run `npm run build` once", zh: "请先运行一次 `npm run build`" },
  });
