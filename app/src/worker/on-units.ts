import type { StudyRun } from "@gongfu/engine/study";
import { type Panel, series } from "@gongfu/engine/table";

/** A variable's cells on the units and periods of the data: a screening may have dropped some. */
export function onUnits(run: StudyRun, panel: Panel, variable: number): Float64Array {
  const { units, periods } = run.data.panel;
  const own = series(panel, variable);
  if (units.length === panel.units.length && periods.length === panel.periods.length) return own.slice();
  const unitAt = new Map(panel.units.map((one, i) => [one.code, i]));
  const periodAt = new Map(panel.periods.map((one, t) => [one, t]));
  return Float64Array.from({ length: units.length * periods.length }, (_, c) => {
    const i = unitAt.get(units[c % units.length].code);
    const t = periodAt.get(periods[Math.floor(c / units.length)]);
    return i === undefined || t === undefined ? Number.NaN : own[t * panel.units.length + i];
  });
}
