import { defineConfig } from "vitest/config";

const conditions = ["gongfu:source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["{engine,render,cli,app}/src/**/*.test.{ts,tsx}", "proof/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
