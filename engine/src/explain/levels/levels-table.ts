import type { Text } from "../../ground/words/index.js";
import type { Cell, Column, ResultTable } from "../../method/index.js";
import type { DegreeLevel } from "./level.js";

/** The names and bounds behind the numbers of a class column. */
export function levelsTable(id: string, key: string, names: Text, levels: readonly DegreeLevel[]): ResultTable {
  const column = (of: string, label: Text, cell: (level: DegreeLevel) => Cell): Column => ({
    id: of,
    names: label,
    values: levels.map(cell),
  });
  return {
    id,
    names,
    columns: [
      column(key, { en: "number", zh: "序号" }, (one) => one.level),
      column("from", { en: "from", zh: "下限" }, (one) => one.from),
      column("to", { en: "to", zh: "上限" }, (one) => one.to),
      column("name_en", { en: "name (English)", zh: "英文名称" }, (one) => one.names.en),
      column("name_zh", { en: "name (Chinese)", zh: "中文名称" }, (one) => one.names.zh),
    ],
  };
}
