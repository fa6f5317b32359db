import type { Result } from "../../method/index.js";
import { isIndex, isPanel, isWeights, type Panel, withUnits } from "../../table/index.js";

/** The study's panel with the units that every result a step reads still has: a screening drops units for all that follows. */
export function homeOf(data: Panel, read: readonly Result[]): Panel {
  const fewer = read.map(unitsOf).filter((codes) => codes !== null && !sameUnits(codes, data)) as (readonly string[])[];
  if (fewer.length === 0) return data;
  const kept = fewer.map((codes) => new Set(codes));
  return withUnits(
    data,
    Array.from(data.units.keys()).filter((i) => kept.every((codes) => codes.has(data.units[i].code))),
  );
}

const sameUnits = (codes: readonly string[], { units }: Panel): boolean =>
  codes.length === units.length && codes.every((code, i) => code === units[i].code);

/**
 * Codes of the units a result speaks of: its panel's, its index's, or those of its first table by unit and period; null when it has none,
 * as weights. Tables are made when they are read: only those of a report are looked at.
 */
function unitsOf(result: Result): readonly string[] | null {
  const { value } = result;
  if (isWeights(value)) return null;
  const panel = isPanel(value) ? value : isIndex(value) ? value.nodes : undefined;
  if (panel) return panel.units.map((one) => one.code);
  const keyed = result.tables.find((table) => ["unit", "period"].every((key) => table.columns.some((column) => column.id === key)));
  return keyed ? [...new Set(keyed.columns.find((column) => column.id === "unit")?.values.map(String))] : null;
}
