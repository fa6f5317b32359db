import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { build } from "vite";
import { newFolder } from "../capture.js";
import { root } from "../source-files.js";

/** Build the app as `npm run build` does, into a folder of the test's own. */
export async function buildApp(): Promise<string> {
  const folder = newFolder();
  process.env.NODE_ENV = "production"; // the test runner says "test", and Vite would build for development
  await build({
    root: join(root, "app"),
    configFile: join(root, "app/vite.config.ts"),
    logLevel: "error",
    mode: "production",
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
}

/** A script and everything it imports before it can run: its size on the wire. Imports by `import()` come later and do not count. */
export function entryFiles(folder: string, entry: string): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const source = ts.createSourceFile(name, readFileSync(join(folder, "assets", name), "utf8"), ts.ScriptTarget.ES2022);
    for (const statement of source.statements) {
      const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
      if (from && ts.isStringLiteral(from)) visit(from.text.replace(/^\.\//, ""));
    }
  };
  visit(entry);
  return [...seen];
}

export const gzipSize = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;
