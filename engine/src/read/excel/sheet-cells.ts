import type { Sheet, Unpacked } from "./unpack.js";
import { notAWorkbook } from "./workbook-faults.js";

export type SheetCell = string | number | boolean | Date | null;

/** Cells joined to one, by row and column from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetCells {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly Merge[];
  /** cells whose formula failed, and what they show */
  readonly errors: readonly { readonly address: string; readonly shows: string }[];
}

/** Every cell of a sheet, and which of them are joined. The reader of workbooks is loaded on first use. */
export async function sheetCells({ xml, only }: Unpacked, sheet: Sheet, file: string): Promise<SheetCells> {
  const { readSheet } = await import("read-excel-file/universal");
  const source = xml(sheet);
  try {
    const rows = (await readSheet(only(sheet), sheet.position, { trim: false })) as unknown as SheetCell[][];
    return { rows, merges: mergesOf(source), errors: errorsOf(source) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw notAWorkbook(
      file,
      { en: `sheet "${sheet.name}" is damaged: ${why}`, zh: `工作表“${sheet.name}”已损坏：${why}` },
      { en: "open it in Excel or WPS and save it again", zh: "请用 Excel 或 WPS 打开后重新保存" },
    );
  }
}

function mergesOf(xml: string): Merge[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(([, left, top, right, bottom]) => ({
    top: Number(top) - 1,
    left: columnOf(left),
    bottom: Number(bottom) - 1,
    right: columnOf(right),
  }));
}

function errorsOf(xml: string): { address: string; shows: string }[] {
  return [...xml.matchAll(/<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(.*?)<\/(?:\w+:)?c>/gs)].map(([, attributes, inner]) => ({
    address: /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "?",
    shows: /<(?:\w+:)?v>([^<]*)</.exec(inner)?.[1] ?? "",
  }));
}

/** A → 0, Z → 25, AA → 26 */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0 → A, 26 → AA */
export const columnLetters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
