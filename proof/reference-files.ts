import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

/** Where larger agreement sets lie: beside the checkout, or where GONGFU_REFERENCE points. */
const root = process.env.GONGFU_REFERENCE ?? fileURLToPath(new URL("../../shared/reference", import.meta.url));

/** Whether an area (`coinr`, `hdi`, …) is there; says in one line what is skipped when it is not. */
export function hasReference(area: string, rows: string): boolean {
  const there = existsSync(join(root, area));
  if (!there) console.log(`reference files of ${area} not found: ${rows} skipped`);
  return there;
}

/** A suite over the files of an area; its body, which may read them, is entered only when they are there. */
export function describeWith(area: string, rows: string): (name: string, body: () => void) => void {
  const there = hasReference(area, rows);
  return (name, body) => describe.runIf(there)(name, there ? body : () => {});
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a comma-separated reference file, by column name. */
export function referenceRows(path: string): Row[] {
  const [head, ...body] = referenceText(path).trim().split(/\r?\n/).map(fields);
  return body.map((cells) => Object.fromEntries(head.map((name, k) => [name, cells[k] ?? ""])));
}

export const referenceText = (path: string): string => readFileSync(join(root, path), "utf8");
export const referenceJson = (path: string): unknown => JSON.parse(referenceText(path));

/** A cell as a number; empty is missing. */
export const numberOf = (cell: string): number => (cell === "" ? Number.NaN : Number(cell));

function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
