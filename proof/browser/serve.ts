import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export interface Served {
  /** address of the folder, ending in a slash */
  readonly url: string;
  close(): Promise<void>;
}

/** Serve a folder read-only on a free loopback port, under a sub-path such as `/gongfu/`; `/` by default. */
export async function serve(folder: string, base = "/"): Promise<Served> {
  const server = createServer(async (request, response) => {
    const refuse = (): void => {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    };
    try {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      const file = join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
      if (!path.startsWith(base) || !file.startsWith(join(folder, sep)) || path.includes("\0")) return refuse();
      const content = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
      response.end(content);
    } catch {
      refuse();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
