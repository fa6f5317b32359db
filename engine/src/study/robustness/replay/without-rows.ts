import { type Panel, withPeriods, withUnits } from "../../../table/index.js";

/** Units by code, or periods; none where only one is there. */
export function rowsToLeaveOut({ units, periods }: Panel, rows: "unit" | "period"): string[] {
  const all = rows === "unit" ? units.map((one) => one.code) : periods.map(String);
  return all.length > 1 ? all : [];
}

/** The data as if one unit, or one period, had never been there. */
export function withoutRows(data: Panel, rows: "unit" | "period", gone: string): Panel {
  const others = (all: readonly string[]): number[] => [...all.keys()].filter((k) => all[k] !== gone);
  return rows === "unit" ? withUnits(data, others(data.units.map((one) => one.code))) : withPeriods(data, others(data.periods.map(String)));
}
