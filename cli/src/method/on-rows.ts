import { isFault } from "@gongfu/engine/ground/fault";
import { type Card, type Result, settle, type Warning } from "@gongfu/engine/method";
import { readSample } from "@gongfu/engine/read";
import { overPeriods } from "@gongfu/engine/study";
import { type Sample, sampleColumn } from "@gongfu/engine/table";
import type { SlotValues } from "./slot-flags.js";

/** Run a card that measures columns on the rows of a file; once a period when a column of periods is named. */
export async function runOnRows(
  card: Card,
  bytes: Uint8Array,
  file: string,
  given: SlotValues,
  options: Record<string, unknown>,
): Promise<Result> {
  const { named, period } = given;
  const numbers = Object.entries(card.inputs).flatMap(([name, slot]) =>
    slot.kind === "column" && named[name] !== undefined ? [named[name]] : [],
  );
  const numeric = [...numbers, ...(period === undefined ? [] : [period])];
  const sample = readSample(bytes, { file, numeric });
  const inputs = Object.fromEntries(
    Object.entries(card.inputs).map(([name, slot]) => [name, columnOf(sample, named[name], slot.kind === "grouping")]),
  );
  const run = await card.load();
  const settled = settle(card, options);
  if (period === undefined) {
    try {
      return run(inputs as never, settled as never);
    } catch (error) {
      throw isFault(error) ? error.at({ file }) : error;
    }
  }

  const at = sampleColumn(sample, period).values as Float64Array;
  const periods = [...new Set(at)].filter((one) => one === one).sort((a, b) => a - b);
  const stacked = overPeriods(periods, (t) => {
    const rows = [...at.keys()].filter((row) => at[row] === periods[t]);
    try {
      return run(Object.fromEntries(Object.entries(inputs).map(([name, column]) => [name, only(column, rows)])) as never, settled as never);
    } catch (error) {
      throw isFault(error) ? error.at({ file, path: `${period} ${periods[t]}` }) : error;
    }
  });
  const without = at.filter((one) => one !== one).length;
  return without ? { ...stacked, warnings: [noPeriod(without), ...stacked.warnings] } : stacked;
}

type Column = Float64Array | readonly string[] | undefined;

function columnOf(sample: Sample, id: string | undefined, asText: boolean): Column {
  if (id === undefined) return undefined;
  const { values } = sampleColumn(sample, id);
  return asText && values instanceof Float64Array ? Array.from(values, (one) => (one === one ? String(one) : "")) : values;
}

function only(column: Column, rows: readonly number[]): Column {
  if (column === undefined) return undefined;
  return column instanceof Float64Array ? Float64Array.from(rows, (row) => column[row]) : rows.map((row) => column[row]);
}

const noPeriod = (rows: number): Warning => ({
  code: "rows-without-period",
  text: { en: `${rows} rows without a period were left out`, zh: `${rows} 行没有时期，未计入` },
});
