#!/usr/bin/env node
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";

const entry = new URL("../dist/program/main.js", import.meta.url);
if (existsSync(entry)) {
  const { main } = await import(entry.href);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    columns: Math.min(process.stdout.columns ?? 100, 120),
    processors: availableParallelism(),
  });
} else {
  process.stderr.write("Gongfu is not built yet: run `npm run build` · 尚未构建：请运行 `npm run build`\n");
  process.exitCode = 3;
}
