import { outranks } from "../../../measure/uncertainty/index.js";
import { type Cell, finite, type Plan, type ResultTable, rowsTable } from "../../../method/index.js";

/** How often a unit keeps its place before the next one. */
export function neighboursTable(
  { columns, units, periods }: Plan,
  nominal: readonly Float64Array[],
  ranked: readonly (readonly Float64Array[])[],
): ResultTable {
  const rows = columns.flatMap((column, c) =>
    periods.flatMap((period, t) => {
      const start = t * units.length;
      const order = units.map((_, i) => i).filter((i) => nominal[c][start + i] === nominal[c][start + i]);
      order.sort((a, b) => nominal[c][start + a] - nominal[c][start + b] || a - b);
      return order.slice(1).map((after, k): Record<string, Cell> => {
        const before = order[k];
        const share = finite(outranks(ranked[c], start + before, start + after));
        return { column: column.id, period, rank: nominal[c][start + before], unit: units[before].code, next: units[after].code, share };
      });
    }),
  );
  return rowsTable("neighbours", { en: "How often a unit stands before the next one", zh: "相邻单位先后次序保持的比例" }, rows, {
    column: { en: "of", zh: "对象" },
    period: { en: "period", zh: "时期" },
    rank: { en: "rank", zh: "名次" },
    unit: { en: "unit", zh: "单位" },
    next: { en: "next unit", zh: "下一单位" },
    share: { en: "share of draws in which it stands before the next (ties half)", zh: "位于其前的比例（并列计半）" },
  });
}

/** All pairs in the latest period: share of the draws in which the unit of the row stands before that of the column. */
export function outrankingTable({ columns, units, periods }: Plan, ranked: readonly (readonly Float64Array[])[]): ResultTable {
  const start = (periods.length - 1) * units.length;
  const pairs = columns.flatMap((_, c) =>
    units.map((__, i) => units.map((___, j) => (i === j ? null : finite(outranks(ranked[c], start + i, start + j))))),
  );
  return {
    id: "outranking",
    names: { en: `Which unit stands before which, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年两两先后比例` },
    columns: [
      { id: "column", names: { en: "of", zh: "对象" }, values: columns.flatMap(({ id }) => units.map(() => id)) },
      { id: "unit", names: { en: "unit", zh: "单位" }, values: columns.flatMap(() => units.map(({ code }) => code)) },
      ...units.map(({ code, names }, j) => ({ id: code, names, values: pairs.map((row) => row[j]) })),
    ],
  };
}
