import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** No inline script, nothing from elsewhere; charts set style attributes. The dev server needs inline scripts and goes without. */
const contentPolicy = [
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
].join("; ");

const withPolicy: Plugin = {
  name: "content-policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy }, injectTo: "head-prepend" },
  ],
};

/** Tell the service worker what to keep: every file of the build, under a name that changes when any of them does. */
const withFiles: Plugin = {
  name: "offline-files",
  apply: "build",
  enforce: "post",
  generateBundle(_, bundle) {
    const worker = bundle["service-worker.js"];
    if (worker?.type !== "chunk") return;
    const files = [...Object.keys(bundle), ...readdirSync(new URL("public", import.meta.url))]
      .filter((file) => file !== worker.fileName)
      .sort();
    const name = createHash("sha256")
      .update(
        Object.values(bundle)
          .map((one) => (one.type === "chunk" ? one.code : one.source))
          .join("\n"),
      )
      .digest("hex")
      .slice(0, 16);
    worker.code = `const build=${JSON.stringify({ name, files })};${worker.code}`;
  },
};

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[]; isEntry: boolean } | null;
}

/**
 * The worker in a few files rather than one a method: what it needs to start; the methods and the report, each as a whole when first
 * needed. What the start needs is found by its imports, so that none of it can end up in a file that comes later.
 */
function workerChunks() {
  let first: Set<string> | null = null;
  const entry = fileURLToPath(new URL("src/worker/worker.ts", import.meta.url));
  const firstOf = (modules: Modules): Set<string> => {
    const found = new Set([entry]);
    for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
    return found;
  };
  return (id: string, modules: Modules): string | null => {
    if (!modules.getModuleInfo(entry)) return null;
    first ??= firstOf(modules);
    if (first.has(id)) return id === entry ? null : "start";
    if (!/\/engine\/src\//.test(id)) return null;
    return id.includes("/engine/src/tell/") ? "tell" : "methods";
  };
}

export default defineConfig({
  plugins: [react(), withPolicy, withFiles],
  base: "./",
  resolve: { conditions: ["gongfu:source", "module", "browser", "development|production"] },
  worker: {
    format: "es",
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: "worker", name: workerChunks() }] } },
    },
  },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", "service-worker": "src/offline/service-worker.ts" },
      output: { entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js") },
      checks: { bundlerTimings: false },
    },
  },
});
