/**
 * Constant prices: x = r/P, P the price level relative to the base period: chained from an index with the previous period = 100,
 * or the ratio of an index with a fixed base to its value in the base period.
 * Source: ILO et al., Consumer Price Index Manual (2004), ch. 15 (chained indices); OECD/JRC Handbook (2008), step 2.
 * Fails when the index is missing, zero or negative anywhere it is needed, the base is no period, or years lie between two links.
 */
import { type Cell, panelTable, type Result, result, rowsTable, settle } from "../../method/index.js";
import { flagsOf, type Panel, series, type Variable, withCells } from "../../table/index.js";
import type { Cells, Lost } from "../formula/evaluate-formula.js";
import { chain } from "../formula/functions.js";
import { checkNamed } from "../named-columns.js";
import { baseFault, chainFault, checkIndex, itself } from "../price-faults.js";
import { type DeflateOptions, deflateCard } from "./deflate.method.js";

/**
 * @param data columns at current prices, and the price index where it is a column
 * @param options columns, by, index, base
 * @returns value: the same panel with the named columns at constant prices; table `factors` holds P of every unit and period
 */
export function deflate(data: Panel, options: Partial<DeflateOptions> & Pick<DeflateOptions, "columns" | "by">): Result<Panel> {
  const chosen = settle(deflateCard, options);
  const { columns, by, index: kind } = chosen;
  checkNamed(data, columns, "columns");
  if (typeof by === "string") checkNamed(data, [by], "by");
  if (typeof by === "string" && columns.includes(by)) throw itself(by);
  const base = chosen.base ?? data.periods[0];
  if (!data.periods.includes(base)) throw baseFault(base, data.periods);

  const index = indexOf(data, by);
  checkIndex(index.values, data, kind, base);
  const level = kind === "previous" ? chained(index, base, data) : relative(index, base, data);
  const size = level.values.length;
  const values = Float64Array.from(data.values);
  const flags = Uint8Array.from(data.flags);
  const variables = data.variables.map((one, v): Variable => {
    if (!columns.includes(one.id)) return one;
    for (let c = 0; c < size; c++) {
      values[v * size + c] /= level.values[c];
      flags[v * size + c] |= level.flags[c];
    }
    const { en, zh } = one.unit;
    const unit = { en: `${en ? `${en}, ` : ""}prices of ${base}`, zh: `${zh ? `${zh}，` : ""}${base} 年价` };
    return { ...one, unit, derivedFrom: typeof by === "string" ? [one.id, by] : [one.id] };
  });
  const value = withCells(data, variables, values, flags);
  return result(deflateCard, {
    options: { ...chosen, base },
    value,
    tables: [
      panelTable("deflated", { en: "Columns at constant prices", zh: "可比价各列" }, value),
      factorsTable(data, index, level, typeof by === "string"),
    ],
    trace: { columns, base, index: kind, common: typeof by !== "string" },
  });
}

/** The index of every unit and period. */
function indexOf(data: Panel, by: DeflateOptions["by"]): Cells {
  if (typeof by === "string") return { values: series(data, by), flags: flagsOf(data, by) };
  const width = data.units.length;
  const values = Float64Array.from(
    { length: data.periods.length * width },
    (_, c) => by[data.periods[Math.floor(c / width)]] ?? Number.NaN,
  );
  return { values, flags: new Uint8Array(values.length) };
}

/** Price level from an index whose previous period is 100, by the same chain as the formula `chain`. */
function chained(index: Cells, base: number, data: Panel): Cells {
  const one: Cells = { values: new Float64Array(index.values.length).fill(1), flags: new Uint8Array(index.values.length) };
  const lost: Lost = { zeroDenominator: 0, logarithm: 0, theil: 0, overflow: 0 };
  return chain(one, index, base, data, lost, chainFault);
}

function relative(index: Cells, base: number, { periods, units }: Panel): Cells {
  const start = periods.indexOf(base) * units.length;
  return { values: index.values.map((one, c) => one / index.values[start + (c % units.length)]), flags: index.flags };
}

function factorsTable({ periods, units }: Panel, index: Cells, level: Cells, perUnit: boolean) {
  const rows = (perUnit ? units : units.slice(0, 1)).flatMap(({ code }, i) =>
    periods.map((period, t): Record<string, Cell> => {
      const c = t * units.length + i;
      const raw = index.values[c];
      return { unit: perUnit ? code : null, period, index: raw === raw ? raw : null, factor: level.values[c] };
    }),
  );
  return rowsTable("factors", { en: "Price levels", zh: "价格水平" }, rows, {
    unit: { en: "unit (empty: all)", zh: "单位（空为全部）" },
    period: { en: "period", zh: "时期" },
    index: { en: "index as given", zh: "所给指数" },
    factor: { en: "price level, base period = 1", zh: "价格水平（基期为 1）" },
  });
}
