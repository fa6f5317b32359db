import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../", import.meta.url));

const skipped = new Set(["node_modules", "dist", "out", ".git", "coverage"]);

/** Every file of the project below a folder, as paths from the root with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(`${root}${at}`, { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const path = at ? `${at}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  walk(folder);
  return found.sort();
}

export const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith(".d.ts");

export const parsed = (path: string): ts.SourceFile => ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);

export interface Import {
  readonly from: string;
  readonly line: number;
  /** erased when compiled */
  readonly typeOnly: boolean;
}

/** Everything a file imports: statements, re-exports, `import()` of a literal. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: specifier.text, line: source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
