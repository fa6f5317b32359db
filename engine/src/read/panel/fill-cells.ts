import { type Fault, throwAll } from "../../ground/fault/index.js";
import { columnWarnings, scanColumn, textFault } from "../numbers/scan-column.js";
import type { RawTable } from "../raw-table.js";
import type { ReadWarning } from "../warning.js";
import type { Columns } from "./find-columns.js";
import type { Keys } from "./key-rows.js";
import { type DuplicateKey, noNumbers, throwDuplicates, tooLarge } from "./panel-faults.js";
import type { Series } from "./series.js";

const mostCells = 100_000_000;

export interface FilledCells {
  /** variable-major, then period, then unit */
  readonly values: Float64Array;
  readonly warnings: readonly ReadWarning[];
}

/** Put the cells of every series where they belong; combinations the file does not hold stay missing. */
export function fillCells(series: readonly Series[], { units, periods }: Keys, table: RawTable, { layout }: Columns): FilledCells {
  if (!series.length) throw noNumbers(table);
  const size = units.length * periods.length;
  if (size * series.length > mostCells) throw tooLarge(table, series.length, periods.length, units.length);
  const stacked = layout === "wide" || layout === "long-values";
  // columns of one table share their keys, so the first stands for all
  for (const one of stacked ? series : series.slice(0, 1)) {
    throwDuplicates(duplicatesOf(one, units, periods, stacked), layout !== "one-period");
  }

  const values = new Float64Array(size * series.length).fill(Number.NaN);
  const warnings: ReadWarning[] = [];
  const faults: Fault[] = [];
  let numbers = 0;
  series.forEach((one, v) => {
    const scan = scanColumn(one.cells, table.delimiter);
    numbers += scan.numbers;
    if (scan.bad.length) faults.push(textFault(scan, one.cells, one.heading, one.place));
    for (let k = 0; k < one.cells.length; k++) values[v * size + one.periods[k] * units.length + one.units[k]] = scan.values[k];
    warnings.push(...columnWarnings(scan, one.heading));
    if (scan.numbers === 0 && !scan.bad.length) warnings.push(allMissing(one.heading));
  });
  throwAll(faults);
  if (numbers === 0) throw noNumbers(table);
  return { values, warnings };
}

const allMissing = (heading: string): ReadWarning => ({
  code: "all-missing",
  text: { en: `column "${heading}" has no number at all`, zh: `列“${heading}”没有任何数值` },
});

function duplicatesOf(series: Series, units: Keys["units"], periods: Keys["periods"], stacked: boolean): DuplicateKey[] {
  const firstLine = new Int32Array(units.length * periods.length);
  const duplicates: DuplicateKey[] = [];
  for (let k = 0; k < series.cells.length; k++) {
    const cell = series.periods[k] * units.length + series.units[k];
    const place = series.place(k);
    if (firstLine[cell] === 0) firstLine[cell] = place.line;
    else {
      const unit = units[series.units[k]];
      duplicates.push({
        place,
        firstLine: firstLine[cell],
        unit: unit.names.zh === unit.code ? unit.code : `${unit.names.zh} ${unit.code}`,
        period: periods[series.periods[k]],
        variable: stacked ? series.heading : undefined,
      });
    }
  }
  return duplicates;
}
