import { Fault, nearest, type Place } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import type { Result } from "../../method/index.js";
import { cellsPerVariable, type Index, isIndex, isPanel, offset, type Panel, panel, type Variable, variable } from "../../table/index.js";
import type { Address } from "../types.js";

interface Cells {
  readonly variable: Variable;
  readonly values: Float64Array;
  readonly flags: Uint8Array;
}

/** One addressed column as periods × units of the study's panel: a variable of a panel, a score of an index, a column of a region-year table. */
export function columnCells(address: Address, data: Panel, result: Result | undefined, place: Place): Cells {
  const value = result?.value;
  const source = result === undefined ? data : isIndex(value) ? value.nodes : isPanel(value) ? value : undefined;
  if (source) {
    const v = source.variables.findIndex((one) => one.id === address.column);
    if (v < 0)
      throw unknownColumn(
        address,
        source.variables.map((one) => one.id),
        place,
      );
    return { variable: source.variables[v], ...placed(source, v, data) };
  }
  return tableCells(address, data, result as Result, place);
}

/** One variable on the units and periods of the study's panel: a step may have dropped some. */
function placed(source: Panel, v: number, data: Panel): Omit<Cells, "variable"> {
  const size = cellsPerVariable(source);
  if (sameRows(source, data))
    return { values: source.values.slice(v * size, (v + 1) * size), flags: source.flags.slice(v * size, (v + 1) * size) };
  const unitAt = new Map(source.units.map((one, i) => [one.code, i]));
  const values = new Float64Array(cellsPerVariable(data)).fill(Number.NaN);
  const flags = new Uint8Array(values.length);
  data.periods.forEach((period, t) => {
    const from = source.periods.indexOf(period);
    data.units.forEach(({ code }, i) => {
      const k = unitAt.get(code);
      if (from < 0 || k === undefined) return;
      const cell = offset(source, v, from, k);
      values[t * data.units.length + i] = source.values[cell];
      flags[t * data.units.length + i] = source.flags[cell];
    });
  });
  return { values, flags };
}

const sameRows = (a: Panel, b: Panel): boolean =>
  a.units.length === b.units.length &&
  a.periods.length === b.periods.length &&
  a.units.every((one, i) => one.code === b.units[i].code) &&
  a.periods.every((one, t) => one === b.periods[t]);

function tableCells(address: Address, data: Panel, result: Result, place: Place): Cells {
  const keyed = result.tables.filter((table) => ["unit", "period"].every((key) => table.columns.some((column) => column.id === key)));
  for (const table of keyed) {
    const column = table.columns.find((one) => one.id === address.column);
    if (!column) continue;
    const unit = table.columns.find((one) => one.id === "unit")?.values ?? [];
    const period = table.columns.find((one) => one.id === "period")?.values ?? [];
    const unitAt = new Map(data.units.map((one, i) => [one.code, i]));
    const periodAt = new Map(data.periods.map((one, t) => [one, t]));
    const values = new Float64Array(data.periods.length * data.units.length).fill(Number.NaN);
    column.values.forEach((cell, row) => {
      const i = unitAt.get(String(unit[row]));
      const t = periodAt.get(Number(period[row]));
      if (i !== undefined && t !== undefined && typeof cell === "number") values[t * data.units.length + i] = cell;
    });
    return { variable: variable({ id: column.id, names: column.names, unit: column.unit }), values, flags: new Uint8Array(values.length) };
  }
  throw unknownColumn(
    address,
    keyed.flatMap((table) => table.columns.map((column) => column.id)),
    place,
  );
}

/** Several addressed columns as a panel of their own. A column id that occurs twice is named by its whole address. */
export function columnsPanel(addresses: readonly Address[], cells: readonly Cells[], data: Panel): Panel {
  const size = data.periods.length * data.units.length;
  const values = new Float64Array(size * cells.length);
  const flags = new Uint8Array(size * cells.length);
  cells.forEach((one, k) => {
    values.set(one.values, k * size);
    flags.set(one.flags, k * size);
  });
  const ids = addresses.map(({ id, column }, k) =>
    addresses.some((other, j) => j !== k && other.column === column) ? `${id}.${column}` : column,
  );
  return panel({
    variables: cells.map((one, k) => ({ ...one.variable, id: ids[k] })),
    periods: data.periods,
    units: data.units,
    values,
    flags,
    groupings: data.groupings,
  });
}

/** The normalised indicators of some indexes, each once. */
export function partsPanel(indexes: readonly Index[], data: Panel): Panel {
  const seen = new Set<string>();
  const parts = indexes.flatMap(({ normalised }) =>
    normalised.variables.flatMap((one, v) => {
      if (seen.has(one.id)) return [];
      seen.add(one.id);
      return [{ variable: one, ...placed(normalised, v, data) }];
    }),
  );
  return columnsPanel(
    parts.map(({ variable: { id } }) => ({ id, column: id })),
    parts,
    data,
  );
}

function unknownColumn(address: Address, known: readonly string[], place: Place): Fault {
  const near = nearest(address.column, known);
  return new Fault({
    code: "unknown-column",
    place,
    found: { en: `"${address.id}" has no column ${quote(address.column)}`, zh: `“${address.id}”没有列 ${quote(address.column)}` },
    expected: { en: `expected one of: ${listed(known, 30).en}`, zh: `应为以下之一：${listed(known, 30).zh}` },
    next: near
      ? { en: `did you mean "${address.id}.${near}"?`, zh: `是否想写“${address.id}.${near}”？` }
      : { en: "choose one of these columns", zh: "请选择其中一列" },
  });
}
