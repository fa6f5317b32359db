/**
 * Quadrants of two scores: 1 both high, 2 only the second high, 3 both low, 4 only the first high; on the line counts as high.
 * Source of the names affluence × sharing: 孙豪、曹肖烨 (2022), 浙江社会科学 2022(6).
 * Fails on other than two columns and on missing or needless lines. Units near a line change sides with the choice of line: read the distances.
 */
import { Fault } from "../../../ground/fault/index.js";
import type { Text } from "../../../ground/words/index.js";
import { type Cell, keyColumns, panelColumn, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { type Panel, series, withCells } from "../../../table/index.js";
import { type Lines, linesOf, quadrantOf } from "../quadrant-lines.js";
import { type QuadrantOptions, quadrantCard } from "./quadrant.method.js";

const presets: Readonly<Record<"plain" | "affluence-sharing", readonly Text[]>> = {
  plain: [
    { en: "both high", zh: "双高型" },
    { en: "only the second high", zh: "仅后者高" },
    { en: "both low", zh: "双低型" },
    { en: "only the first high", zh: "仅前者高" },
  ],
  "affluence-sharing": [
    { en: "Common prosperity", zh: "共同富裕型" },
    { en: "Sharing first", zh: "优先共享型" },
    { en: "Lagging", zh: "相对滞后型" },
    { en: "Affluence first", zh: "率先富裕型" },
  ],
};

/**
 * @param scores exactly two variables; a cell missing in one has no quadrant
 * @param options threshold, lines, nation, scope, names
 * @returns value: a panel of the quadrant (1–4), the distances to both lines (`above_x`, `above_y`) and the quadrant under the other threshold
 *   (`other`: mean beside median, median otherwise); tables `quadrants`, `names`, `counts` by period, `lines`
 */
export function quadrant(scores: Panel, options: Partial<QuadrantOptions> = {}): Result<Panel> {
  const chosen = settle(quadrantCard, options);
  if (scores.variables.length !== 2) throw notTwo(scores.variables.length);
  const [x, y] = [series(scores, 0), series(scores, 1)];
  const lines = linesOf(scores, chosen);
  const otherThreshold = chosen.threshold === "median" ? "mean" : "median";
  const others = linesOf(scores, { ...chosen, threshold: otherThreshold, lines: undefined });
  const width = scores.units.length;
  const nation = scores.units.findIndex((one) => one.code === chosen.nation);
  const over = (make: (cell: number, t: number) => number): Float64Array =>
    Float64Array.from(x, (_, c) => (x[c] !== x[c] || y[c] !== y[c] || c % width === nation ? Number.NaN : make(c, Math.floor(c / width))));
  const at = (of: readonly Lines[]) => over((c, t) => quadrantOf(x[c], y[c], of[t]));
  const names = typeof chosen.names === "string" ? presets[chosen.names] : chosen.names.map(textOf);
  const measures = [
    { id: "quadrant", names: quadrantCard.names, values: at(lines) },
    { id: "above_x", names: said("above the line", "高出分界线", scores, 0), values: over((c, t) => x[c] - lines[t].x) },
    { id: "above_y", names: said("above the line", "高出分界线", scores, 1), values: over((c, t) => y[c] - lines[t].y) },
    {
      id: "other",
      names: { en: `quadrant by the ${otherThreshold}`, zh: `按${otherThreshold === "mean" ? "均值" : "中位数"}划分的象限` },
      values: at(others),
    },
  ];
  const [own, , , other] = measures.map((one) => one.values);
  const value = withCells(
    scores,
    measures.map(({ id, names: label }) => ({ id, names: label, derivedFrom: scores.variables.map((one) => one.id) })),
    Float64Array.from(measures.flatMap(({ values }) => Array.from(values))),
  );
  const classed = own.reduce((count, one) => count + (one === one ? 1 : 0), 0);
  const changed = own.reduce((count, one, c) => count + (one === one && one !== other[c] ? 1 : 0), 0);
  const counts = scores.periods.map((period, t): Record<string, Cell> => {
    const block = own.subarray(t * width, (t + 1) * width);
    const count = (q: number): number => block.filter((one) => one === q).length;
    return { period, q1: count(1), q2: count(2), q3: count(3), q4: count(4) };
  });
  const quadrants = Object.fromEntries(names.map((label, k) => [`q${k + 1}`, label]));
  return result(quadrantCard, {
    options: chosen,
    value,
    tables: [
      {
        id: "quadrants",
        names: quadrantCard.names,
        columns: [
          ...keyColumns(scores),
          ...scores.variables.map((one, k) => ({ id: one.id, names: one.names, values: panelColumn(scores, series(scores, k)) })),
          ...measures.map(({ id, names: label, values }) => ({ id, names: label, values: panelColumn(scores, values) })),
        ],
      },
      rowsTable(
        "names",
        { en: "Names of the quadrants", zh: "象限名称" },
        names.map(({ en, zh }, k) => ({ quadrant: k + 1, name_en: en, name_zh: zh })),
        {
          quadrant: { en: "quadrant", zh: "象限" },
          name_en: { en: "name (English)", zh: "英文名称" },
          name_zh: { en: "name (Chinese)", zh: "中文名称" },
        },
      ),
      rowsTable("counts", { en: "Units in each quadrant", zh: "各象限单位数" }, counts, {
        period: { en: "period", zh: "时期" },
        ...quadrants,
      }),
      rowsTable(
        "lines",
        { en: "The two lines", zh: "分界线" },
        scores.periods.map((period, t) => ({ period, x: lines[t].x, y: lines[t].y })),
        { period: { en: "period", zh: "时期" }, x: scores.variables[0].names, y: scores.variables[1].names },
      ),
    ],
    trace: { otherThreshold: { threshold: otherThreshold, changed, of: classed } },
    warnings: unclassed(own.length - classed - (nation < 0 ? 0 : scores.periods.length)),
  });
}

const textOf = (one: string | Text): Text => (typeof one === "string" ? { en: one, zh: one } : one);

const said = (en: string, zh: string, { variables }: Panel, k: number): Text => ({
  en: `${variables[k].names.en}: ${en}`,
  zh: `${variables[k].names.zh}：${zh}`,
});

const unclassed = (cells: number) =>
  cells > 0
    ? [{ code: "missing-score", text: { en: `${cells} cells lack a score and have no quadrant`, zh: `${cells} 个单元格缺少得分，未分类` } }]
    : [];

const notTwo = (found: number): Fault =>
  new Fault({
    code: "not-two-columns",
    place: { path: "of" },
    found: { en: `${found} columns`, zh: `${found} 列` },
    expected: { en: "expected exactly two scores, the horizontal one first", zh: "应恰为两项得分，横轴在前" },
    next: { en: "write e.g. of: [index.P1, index.P2]", zh: "例如写 of: [index.P1, index.P2]" },
  });
