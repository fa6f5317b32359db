import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  base: "./",
  resolve: { conditions: ["gongfu:source", "module", "browser", "development|production"] },
  worker: { format: "es" },
  build: { target: "es2022", chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
});
