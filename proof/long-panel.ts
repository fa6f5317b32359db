import { type Panel, panel } from "../engine/src/table/index.js";
import { numberOf, type Row, referenceRows } from "./reference-files.js";

/** A long reference file (uCode, Time, then indicators) as a panel. */
export function longPanel(path: string, skip: readonly string[] = []): Panel {
  const rows = referenceRows(path);
  const ids = Object.keys(rows[0]).filter((name) => !["uCode", "Time", "uName", ...skip].includes(name));
  const units = [...new Set(rows.map((row) => row.uCode))];
  const periods = [...new Set(rows.map((row) => Number(row.Time)))].sort((a, b) => a - b);
  const at = (row: Row): number => periods.indexOf(Number(row.Time)) * units.length + units.indexOf(row.uCode);
  const size = periods.length * units.length;
  const values = new Float64Array(ids.length * size).fill(Number.NaN);
  for (const row of rows) {
    ids.forEach((id, v) => {
      values[v * size + at(row)] = numberOf(row[id]);
    });
  }
  return panel({ variables: ids.map((id) => ({ id })), periods, units: units.map((code) => ({ code })), values });
}
