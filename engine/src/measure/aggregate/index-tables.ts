import { type Cell, keyColumns, panelColumn, panelTable, type ResultTable, rowsTable } from "../../method/index.js";
import { type Index, nodesAt, pathOf, select } from "../../table/index.js";

/** Scores, one table per inner level below the roots, contributions of the indicators, and the framework as papers print it. */
export function indexTables(index: Index, contributions: ReadonlyMap<string, Float64Array> | undefined): ResultTable[] {
  const { tree, scores, nodes, normalised } = index;
  const levels = tree.levels.slice(1, -1).map((level, k) => {
    const ids = nodesAt(tree, k + 1).map((node) => node.id);
    const names = { en: `Scores by ${level.names.en}`, zh: `${level.names.zh}得分` };
    return panelTable(`${level.id}s`, names, select(nodes, ids));
  });
  const contributed: ResultTable[] = contributions
    ? [
        {
          id: "contributions",
          names: { en: "Contribution of each indicator to its system's score", zh: "各指标对所属系统得分的贡献" },
          columns: [
            ...keyColumns(normalised),
            ...tree.leaves
              .filter((leaf) => contributions.has(leaf.id))
              .map((leaf) => ({
                id: leaf.id,
                names: leaf.names,
                values: panelColumn(normalised, contributions.get(leaf.id) as Float64Array),
              })),
          ],
        },
      ]
    : [];
  return [panelTable("scores", { en: "Scores", zh: "综合得分" }, scores), ...levels, ...contributed, frameworkTable(index)];
}

function frameworkTable({ tree, weights }: Index): ResultTable {
  const rows = tree.leaves.map((leaf): Record<string, Cell> => {
    const path = pathOf(tree, leaf.id);
    return {
      ...Object.fromEntries(tree.levels.map((level, k) => [level.id, path[k].id])),
      name_en: leaf.names.en,
      name_zh: leaf.names.zh,
      formula: leaf.formula ?? leaf.id,
      unit_en: leaf.unit.en,
      unit_zh: leaf.unit.zh,
      direction: leaf.direction > 0 ? "+" : "-",
      weight: weights.effective[leaf.id],
    };
  });
  return rowsTable("framework", { en: "Indicator framework", zh: "指标体系" }, rows, {
    ...Object.fromEntries(tree.levels.map((level) => [level.id, level.names])),
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    formula: { en: "formula", zh: "计算公式" },
    unit_en: { en: "unit (English)", zh: "英文单位" },
    unit_zh: { en: "unit (Chinese)", zh: "中文单位" },
    direction: { en: "direction", zh: "方向" },
    weight: { en: "weight in its system", zh: "在所属系统中的权重" },
  });
}
