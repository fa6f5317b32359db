import { Fault } from "../../ground/fault/index.js";
import { flatTree, type Panel, panel, type Tree } from "../../table/index.js";
import { type Digits, type Published, publishedColumn } from "./published.js";
import { complete } from "./table-candidates.js";

/** Indicators as printed, column by column, and what is known of them. */
export interface IndicatorColumns {
  readonly data: Readonly<Record<string, readonly string[]>>;
  /** indicators of which less is better */
  readonly negative?: readonly string[];
  /** period of every row; all rows are of one when absent */
  readonly periods?: readonly string[];
}

export interface IndicatorTable {
  readonly ids: readonly string[];
  /** column by column, in the order of the file */
  readonly inputs: readonly Published[];
  readonly rows: number;
  /** number of periods; 1 when the rows are no full grid of units and periods */
  readonly periods: number;
  readonly tree: Tree;
  /** the table as a panel; `directed: false` forgets which indicators are negative */
  readonly panelOf: (inputs: Float64Array, directed?: boolean) => Panel;
  /** position in the file of every cell of a panel's variable */
  readonly order: readonly number[];
}

/** A Fault when columns differ in length or a cell is empty. */
export function indicatorTable({ data, negative = [], periods }: IndicatorColumns, digits: Digits): IndicatorTable {
  const ids = Object.keys(data);
  const rows = data[ids[0]]?.length ?? 0;
  if (ids.length < 2 || rows < 2) throw tooSmall(ids.length, rows);
  const inputs = ids.flatMap((id) => complete(publishedColumn(data[id], id, digits), id));
  if (inputs.length !== ids.length * rows) throw tooSmall(ids.length, rows);
  const { order, count } = grid(periods, rows);
  const width = rows / count;
  const units = Array.from({ length: width }, (_, i) => ({ code: `row ${i + 1}` }));
  const names = ids.map((id) => ({ id, names: { en: id, zh: id }, unit: { en: "", zh: "" } }));
  return {
    ids,
    inputs,
    rows,
    periods: count,
    order,
    tree: flatTree({ id: "index", names: { en: "index", zh: "指数" } }, names, negative),
    panelOf: (values, directed = true) =>
      panel({
        variables: ids.map((id) => ({ id, direction: directed && negative.includes(id) ? (-1 as const) : (1 as const) })),
        periods: Array.from({ length: count }, (_, t) => t + 1),
        units,
        values: Float64Array.from(ids.flatMap((_, j) => order.map((row) => values[j * rows + row]))),
      }),
  };
}

/** Rows sorted by period, and the number of periods; one period when they differ in size. */
function grid(periods: readonly string[] | undefined, rows: number): { readonly order: number[]; readonly count: number } {
  const all = Array.from({ length: rows }, (_, row) => row);
  const labels = [...new Set(periods ?? [])];
  const parts = labels.map((label) => all.filter((row) => periods?.[row] === label));
  const full = labels.length > 1 && parts.every((part) => part.length === rows / labels.length);
  return full ? { order: parts.flat(), count: labels.length } : { order: all, count: 1 };
}

const tooSmall = (columns: number, rows: number): Fault =>
  new Fault({
    code: "small-table",
    place: { path: "data" },
    found: { en: `${columns} columns of ${rows} rows`, zh: `${columns} 列 ${rows} 行` },
    expected: { en: "expected at least two columns of equal length, of two rows or more", zh: "至少应有两列、两行，且各列等长" },
    next: { en: "name the indicators, e.g. --data a,b,c", zh: "请指明指标列，例如 --data a,b,c" },
  });
