import { Fault, isFault } from "@gongfu/engine/ground/fault";
import { quote } from "@gongfu/engine/ground/words";
import { type Card, type Result, settle, type Warning } from "@gongfu/engine/method";
import { parsePeriod, readSample } from "@gongfu/engine/read";
import { overPeriods } from "@gongfu/engine/study";
import { isPanel, type Panel, panel, type Sample, sampleColumn, withUnits } from "@gongfu/engine/table";
import type { SlotValues } from "./slot-flags.js";

/** Run a card that measures columns on the rows of a file; once a period when a column of periods is named. */
export async function runOnRows(
  card: Card,
  bytes: Uint8Array,
  file: string,
  given: SlotValues,
  options: Record<string, unknown>,
): Promise<Result> {
  const { named, several, sheet, period, columns = [] } = given;
  const numbers = Object.entries(card.inputs).flatMap(([name, slot]) =>
    slot.kind === "column" && named[name] !== undefined ? [named[name]] : [],
  );
  const { sample, warnings } = await readSample(bytes, { file, sheet, numeric: [...new Set([...numbers, ...columns])] });
  const inputs = Object.fromEntries(
    Object.entries(card.inputs).map(([name, slot]): [string, Column] => {
      if (slot.kind === "columns") return [name, rowsPanel(sample, columns)];
      if (slot.kind === "groupings") return [name, several[name].map((id) => columnOf(sample, id, true) as readonly string[])];
      return [name, columnOf(sample, named[name], slot.kind === "grouping")];
    }),
  );
  const run = await card.load();
  const settled = settle(card, options);
  if (period === undefined) {
    try {
      return withRead(await run(inputs as never, settled as never), warnings);
    } catch (error) {
      throw isFault(error) ? error.at({ file }) : error;
    }
  }

  const at = periodsOf(sample, period, file);
  const periods = [...new Set(at)].filter((one) => one === one).sort((a, b) => a - b);
  const stacked = await overPeriods(periods, async (t) => {
    const rows = [...at.keys()].filter((row) => at[row] === periods[t]);
    try {
      return await run(
        Object.fromEntries(Object.entries(inputs).map(([name, column]) => [name, only(column, rows)])) as never,
        settled as never,
      );
    } catch (error) {
      throw isFault(error) ? error.at({ file, path: `${period} ${periods[t]}` }) : error;
    }
  });
  const without = at.filter((one) => one !== one).length;
  return withRead(stacked, without ? [noPeriod(without), ...warnings] : warnings);
}

/** The result, with what there is to say of the file before it. */
const withRead = (result: Result, read: readonly Warning[]): Result =>
  read.length ? Object.freeze({ ...result, warnings: [...read, ...result.warnings] }) : result;

type Texts = readonly string[];
type Column = Float64Array | Texts | readonly Texts[] | Panel | undefined;

/** Columns of a file as a panel of one period, every row a unit. */
function rowsPanel(sample: Sample, ids: readonly string[]): Panel {
  const all = ids.map((id) => sampleColumn(sample, id).values as Float64Array);
  const rows = all[0]?.length ?? 0;
  const values = new Float64Array(rows * ids.length);
  all.forEach((one, k) => {
    values.set(one, k * rows);
  });
  const units = Array.from({ length: rows }, (_, row) => ({ code: String(row + 1) }));
  return panel({ variables: ids.map((id) => ({ id })), periods: [0], units, values });
}

function columnOf(sample: Sample, id: string | undefined, asText: boolean): Column {
  if (id === undefined) return undefined;
  const { values } = sampleColumn(sample, id);
  return asText && values instanceof Float64Array ? Array.from(values, (one) => (one === one ? String(one) : "")) : values;
}

function only(column: Column, rows: readonly number[]): Column {
  if (column === undefined) return undefined;
  if (isPanel(column)) return withUnits(column, rows);
  if (column instanceof Float64Array) return Float64Array.from(rows, (row) => column[row]);
  if (isNested(column)) return column.map((each) => rows.map((row) => each[row]));
  return rows.map((row) => column[row]);
}

const isNested = (column: Texts | readonly Texts[]): column is readonly Texts[] => Array.isArray(column[0]);

/** The period of every row; NaN where the cell is empty. */
function periodsOf(sample: Sample, id: string, file: string): Float64Array {
  const { values } = sampleColumn(sample, id);
  if (values instanceof Float64Array) return values;
  return Float64Array.from(values, (cell) => {
    const period = cell.trim() === "" ? Number.NaN : parsePeriod(cell);
    if (period === undefined) throw notAPeriod(id, cell, file);
    return period;
  });
}

const notAPeriod = (id: string, cell: string, file: string): Fault =>
  new Fault({
    code: "bad-period",
    place: { file },
    found: { en: `${quote(cell)} in column ${quote(id)} is not a period`, zh: `列 ${quote(id)} 中的 ${quote(cell)} 不是时期` },
    expected: { en: "expected a year: 2013 or 2013年", zh: "应为年份：2013 或 2013年" },
    next: { en: "write the year, or leave --period out", zh: "请填写年份，或不写 --period" },
  });

const noPeriod = (rows: number): Warning => ({
  code: "rows-without-period",
  text: { en: `${rows} rows without a period were left out`, zh: `${rows} 行没有时期，未计入` },
});
