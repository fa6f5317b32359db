import { Fault } from "../../ground/fault/index.js";
import { quote, same } from "../../ground/words/index.js";
import { type Sample, type SampleColumn, sample } from "../../table/index.js";
import { splitHeading } from "../csv/heading-unit.js";
import type { Encoding } from "../csv/index.js";
import { scanColumn, textFault } from "../numbers/scan-column.js";
import { cellsOf, columnInFile, namedColumn, type RawTable } from "../raw-table.js";
import { readTable } from "../table/index.js";
import type { ReadWarning } from "../warning.js";

export interface ReadSampleOptions {
  /** the file's name, for faults */
  readonly file: string;
  /** sheet of a workbook; the first visible one with a table of numbers when absent */
  readonly sheet?: string;
  /** column of the weights; all rows weigh 1 when absent */
  readonly weight?: string;
  /** columns that must hold numbers; the others are numbers when every cell that is not missing is one, else text */
  readonly numeric?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: Encoding;
}

export interface SampleReading {
  readonly sample: Sample;
  readonly warnings: readonly ReadWarning[];
}

/** Read rows of persons, households or firms from the bytes of a CSV, TSV, XLSX or Parquet file. Throws a Fault with file, line and field for whatever is wrong. */
export async function readSample(bytes: Uint8Array, options: ReadSampleOptions): Promise<SampleReading> {
  const table = await readTable(bytes, options);
  const numeric = new Set((options.numeric ?? []).map((name) => namedColumn(table, name)));
  const weight = options.weight === undefined ? undefined : namedColumn(table, options.weight);
  if (weight !== undefined) numeric.add(weight);
  const columns = table.header.map((id, column): SampleColumn => {
    const cells = cellsOf(table, column);
    const scan = scanColumn(cells, table.delimiter);
    if (scan.bad.length && numeric.has(column)) {
      throw textFault(scan, cells, id, (at) => ({ file: table.file, line: table.lines[at], column: columnInFile(table, column) }));
    }
    const { name, unit } = splitHeading(id);
    return { id, names: same(name), unit: same(unit), values: scan.bad.length ? cells.map((cell) => cell.trim()) : scan.values };
  });
  const weights = weight === undefined ? undefined : weightsOf(table, weight, columns[weight].values as Float64Array);
  return { sample: sample(columns, weights), warnings: table.warnings };
}

function weightsOf(table: RawTable, column: number, weights: Float64Array): Float64Array {
  const bad = weights.findIndex((weight) => !(weight >= 0));
  if (bad < 0) return weights;
  const name = quote(table.header[column]);
  const cell = quote(table.rows[bad][column]);
  throw new Fault({
    code: "bad-weight",
    place: { file: table.file, line: table.lines[bad], column: columnInFile(table, column) },
    found: { en: `weight ${cell} in column ${name}`, zh: `列 ${name} 中的权重为 ${cell}` },
    expected: { en: "expected a number of at least 0 in every row", zh: "每行权重应为不小于 0 的数" },
    next: { en: "mend or drop the row", zh: "请更正或删去该行" },
  });
}
