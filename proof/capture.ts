import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Io } from "../cli/src/io.js";
import { main } from "../cli/src/main.js";

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Call the command in this process and catch what it prints. */
export async function call(argv: readonly string[], io: Partial<Io> = {}): Promise<Called> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    cwd: process.cwd(),
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    columns: 100,
    processors: 1,
    ...io,
  });
  return { code, out, err };
}

/** A new empty folder, removed when the file's tests are done. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gongfu-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
