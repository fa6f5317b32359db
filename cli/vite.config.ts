import { defineConfig } from "vite";

/** The program in a few files: a thousand modules read one by one take longer than what most commands compute. */
export default defineConfig({
  ssr: { noExternal: true, resolve: { conditions: ["gongfu:source", "module", "node", "development|production"] } },
  build: {
    ssr: true,
    outDir: "dist/program",
    target: "node20",
    minify: false,
    rolldownOptions: {
      input: { main: "src/main.ts", worker: "src/workers/worker.ts" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        codeSplitting: {
          groups: [
            { name: "engine", test: /\/engine\/src\// },
            { name: "pictures", test: /\/(render\/src|echarts|zrender|temml)\// },
          ],
        },
      },
      checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
    },
  },
});
