import type { ResultTable, Text } from "@gongfu/engine";
import { type CompareWords, words } from "./words.js";

type Cell = number | string | null;
type ColumnName = keyof CompareWords["columns"];

/** A column under one of the page's own headings. */
export const column = (id: ColumnName, values: readonly Cell[], names: Text = heading(id)): ResultTable["columns"][number] => ({
  id,
  names,
  values,
});

const heading = (id: ColumnName): Text => ({ en: words.en.columns[id], zh: words.zh.columns[id] });

export const ownTable = (id: string, names: Text, columns: readonly ResultTable["columns"][number][]): ResultTable => ({
  id,
  names,
  columns,
});
