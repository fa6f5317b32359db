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

/** The worker in a few files: methods and report come when they are first needed, each as a whole rather than in a hundred pieces. */
const workerChunks = [
  { name: "cards", test: /\/engine\/src\/.*(\.method|\/shelf|-options|\/citations\/[^/]+|\/schema\/[^/]+)\.ts$/ },
  { name: "tell", test: /\/engine\/src\/tell\// },
  { name: "methods", test: /\/engine\/src\/(audit|measure|inequality|explain|study\/robustness)\/.*(?<!\.method|\/shelf|\/index)\.ts$/ },
];

export default defineConfig({
  plugins: [react(), withPolicy],
  base: "./",
  resolve: { conditions: ["gongfu:source", "module", "browser", "development|production"] },
  worker: { format: "es", rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: workerChunks } } } },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
