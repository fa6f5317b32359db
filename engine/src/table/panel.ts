import { Fault } from "../ground/fault/index.js";
import { nearest } from "../ground/fault/nearest.js";
import { quote, same, type Text } from "../ground/words/index.js";

/** A known change of definition, source or price base at the start of a period. */
export interface Break {
  readonly period: number;
  readonly note: Text;
  /** code of the only unit concerned; all units when absent */
  readonly unit?: string;
}

export interface Variable {
  readonly id: string;
  readonly names: Text;
  /** unit of measure, e.g. { en: "10,000 persons", zh: "万人" } */
  readonly unit: Text;
  /** +1 more is better, −1 less is better, 0 neither (context) */
  readonly direction: -1 | 0 | 1;
  /** original source: yearbook and table */
  readonly source: Text;
  /** which release of the figures, e.g. "after the fifth economic census" */
  readonly vintage: Text;
  /** ids of the columns it was computed from; empty for a raw column */
  readonly derivedFrom: readonly string[];
  readonly breaks: readonly Break[];
  /** set by a normalisation: the column does not vary, so it has no scale and weighs nothing */
  readonly constant?: boolean;
}

export interface Unit {
  /** stable code: six digits for China's provinces, ISO 3166-1 alpha-3 for countries, the user's own otherwise */
  readonly code: string;
  readonly names: Text;
}

/** A classification of the units, e.g. four regions. */
export interface Grouping {
  readonly id: string;
  readonly names: Text;
  readonly groups: readonly { readonly key: string; readonly names: Text }[];
  /** group key of each unit, in the order of the units; "" = in no group */
  readonly of: readonly string[];
}

/** Bits of a cell's flag; `withheld`: emptied by a decision, so that no imputation fills it. */
export const Flag = { imputed: 1, break: 2, suspect: 4, estimated: 8, treated: 16, withheld: 32 } as const;

/**
 * Variables × periods × units. Values lie in one Float64Array, variable-major, then period, then unit;
 * NaN is a missing cell and nothing else. Treat every array as read-only: methods return new panels.
 */
export interface Panel {
  readonly kind: "panel";
  readonly variables: readonly Variable[];
  /** strictly increasing whole numbers (years) */
  readonly periods: readonly number[];
  readonly units: readonly Unit[];
  readonly values: Float64Array;
  /** one byte a cell: bits of `Flag` */
  readonly flags: Uint8Array;
  readonly groupings: readonly Grouping[];
}

export interface PanelParts {
  variables: readonly (Pick<Variable, "id"> & Partial<Variable>)[];
  periods: readonly number[];
  units: readonly (Pick<Unit, "code"> & Partial<Unit>)[];
  values: Float64Array;
  flags?: Uint8Array;
  groupings?: readonly Grouping[];
}

/** A variable with what is not told left empty; one that is complete is returned as it is. */
export const variable = (parts: Pick<Variable, "id"> & Partial<Variable>): Variable =>
  isComplete(parts)
    ? parts
    : Object.freeze({
        names: same(parts.id),
        unit: same(""),
        direction: 0,
        source: same(""),
        vintage: same(""),
        derivedFrom: [],
        breaks: [],
        ...parts,
      });

const isComplete = (parts: Partial<Variable>): parts is Variable =>
  Object.isFrozen(parts) &&
  parts.names !== undefined &&
  parts.unit !== undefined &&
  parts.direction !== undefined &&
  parts.source !== undefined &&
  parts.vintage !== undefined &&
  parts.derivedFrom !== undefined &&
  parts.breaks !== undefined;

/** Build a panel; throws a Fault when sizes, ids or periods do not fit. The arrays are taken over, not copied. */
export function panel(parts: PanelParts): Panel {
  const units = parts.units.map((unit): Unit => Object.freeze({ names: same(unit.code), ...unit }));
  const periods = Object.freeze([...parts.periods]);
  unique(
    "unit",
    units.map((u) => u.code),
  );
  checkPeriods(periods);
  return filled({ periods, units: Object.freeze(units), groupings: Object.freeze(parts.groupings ?? []) }, parts);
}

/** A panel over periods, units and groupings that have been checked; ids that repeat those of known variables are known to differ. */
function filled(
  { periods, units, groupings, variables: like }: Pick<Panel, "periods" | "units" | "groupings"> & Partial<Pick<Panel, "variables">>,
  { variables: given, values, flags: marks }: Pick<PanelParts, "variables" | "values" | "flags">,
): Panel {
  const variables = positions.has(given as Panel["variables"])
    ? (given as Panel["variables"])
    : Object.freeze(given.map((one, v) => (one === like?.[v] ? like[v] : variable(one))));
  placesOf(variables, like);
  const cells = variables.length * periods.length * units.length;
  const flags = marks ?? new Uint8Array(cells);
  if (values.length !== cells || flags.length !== cells) {
    throw shapeFault(`${variables.length} × ${periods.length} × ${units.length} = ${cells}`, `${values.length} / ${flags.length}`);
  }
  for (let c = 0; c < cells; c++) if (Math.abs(values[c]) === Number.POSITIVE_INFINITY) throw infinite();
  return Object.freeze({ kind: "panel", variables, periods, units, values, flags, groupings });
}

function checkPeriods(periods: readonly number[]): void {
  for (let t = 0; t < periods.length; t++) {
    if (!Number.isInteger(periods[t]) || (t > 0 && periods[t] <= periods[t - 1])) {
      throw new Fault({
        code: "periods-order",
        place: { path: `period ${periods[t]}` },
        found: { en: `periods are ${periods.join(", ")}`, zh: `时期为 ${periods.join("、")}` },
        expected: { en: "expected increasing whole numbers", zh: "应为递增的整数" },
        next: { en: "sort the periods and keep each once", zh: "请将时期排序，每期只保留一次" },
      });
    }
  }
}

const infinite = (): Fault =>
  new Fault({
    code: "infinite-value",
    found: { en: "a cell is infinite", zh: "有单元格为无穷大" },
    expected: { en: "expected finite numbers; a missing cell is empty", zh: "应为有限数；缺失单元格留空" },
    next: { en: "look for a division by zero", zh: "请检查是否除以零" },
  });

export const isPanel = (value: unknown): value is Panel => (value as Panel | null)?.kind === "panel";

/** Cells of one variable: periods × units. */
export const cellsPerVariable = (p: Panel): number => p.periods.length * p.units.length;

/** Offset of a cell in `values` and `flags`. */
export const offset = (p: Panel, v: number, t: number, i: number): number => (v * p.periods.length + t) * p.units.length + i;

/** Where the variables of every panel stand, by id. */
const positions = new WeakMap<Panel["variables"], ReadonlyMap<string, number>>();

/** Positions of variables by id, those of `like` when the ids are the same; an id that occurs twice is a fault. */
function placesOf(variables: Panel["variables"], like?: Panel["variables"]): ReadonlyMap<string, number> {
  let places = positions.get(variables);
  if (places) return places;
  if (like?.length === variables.length && like.every((one, v) => one === variables[v] || one.id === variables[v].id))
    places = placesOf(like);
  else {
    const found = new Map<string, number>();
    variables.forEach(({ id }, v) => {
      if (found.has(id)) throw twice("variable", id);
      found.set(id, v);
    });
    places = found;
  }
  positions.set(variables, places);
  return places;
}

export const hasVariable = (p: Panel, id: string): boolean => placesOf(p.variables).has(id);

/** Position of a variable; a Fault names the nearest known id. */
export function variableIndex(p: Panel, id: string): number {
  const v = placesOf(p.variables).get(id);
  if (v !== undefined) return v;
  const near = nearest(
    id,
    p.variables.map((one) => one.id),
  );
  throw new Fault({
    code: "unknown-variable",
    found: { en: `no variable ${quote(id)}`, zh: `没有变量 ${quote(id)}` },
    expected: { en: `expected one of the ${p.variables.length} variables`, zh: `应为 ${p.variables.length} 个变量之一` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "list the columns of the file and choose one", zh: "请查看文件的列名并选择其一" },
  });
}

/** A view (not a copy) of one variable: periods × units. */
export function series(p: Panel, variable: string | number): Float64Array {
  const v = typeof variable === "number" ? variable : variableIndex(p, variable);
  let views = viewsOf.get(p);
  if (!views) viewsOf.set(p, (views = []));
  const size = cellsPerVariable(p);
  return (views[v] ??= p.values.subarray(v * size, (v + 1) * size));
}

/** One view a column, so that what is known of a column can be kept with it. */
const viewsOf = new WeakMap<Panel, Float64Array[]>();

/** A view of the flags of one variable. */
export function flagsOf(p: Panel, variable: string | number): Uint8Array {
  const v = typeof variable === "number" ? variable : variableIndex(p, variable);
  const size = cellsPerVariable(p);
  return p.flags.subarray(v * size, (v + 1) * size);
}

/** The same periods, units and groupings with other variables and cells. */
export function withCells(p: Panel, variables: PanelParts["variables"], values: Float64Array, flags?: Uint8Array): Panel {
  return filled(p, { variables, values, flags });
}

/** The named variables only, in the order asked for. */
export function select(p: Panel, ids: readonly string[]): Panel {
  const size = cellsPerVariable(p);
  const values = new Float64Array(ids.length * size);
  const flags = new Uint8Array(ids.length * size);
  const variables = ids.map((id, k) => {
    const v = variableIndex(p, id);
    values.set(p.values.subarray(v * size, (v + 1) * size), k * size);
    flags.set(p.flags.subarray(v * size, (v + 1) * size), k * size);
    return p.variables[v];
  });
  return withCells(p, variables, values, flags);
}

/** The units at these positions only, in this order; groupings go with them. */
export function withUnits(p: Panel, positions: readonly number[]): Panel {
  const rows = p.variables.length * p.periods.length;
  const values = new Float64Array(rows * positions.length);
  const flags = new Uint8Array(rows * positions.length);
  for (let row = 0; row < rows; row++) {
    positions.forEach((i, k) => {
      values[row * positions.length + k] = p.values[row * p.units.length + i];
      flags[row * positions.length + k] = p.flags[row * p.units.length + i];
    });
  }
  const groupings = p.groupings.map((one) => ({ ...one, of: positions.map((i) => one.of[i]) }));
  return panel({ variables: p.variables, periods: p.periods, units: positions.map((i) => p.units[i]), values, flags, groupings });
}

/** The panel with the periods at the given positions, which ascend. */
export function withPeriods(p: Panel, positions: readonly number[]): Panel {
  const width = p.units.length;
  const values = new Float64Array(p.variables.length * positions.length * width);
  const flags = new Uint8Array(values.length);
  p.variables.forEach((_, v) => {
    positions.forEach((t, k) => {
      const from = offset(p, v, t, 0);
      const to = (v * positions.length + k) * width;
      values.set(p.values.subarray(from, from + width), to);
      flags.set(p.flags.subarray(from, from + width), to);
    });
  });
  const periods = positions.map((t) => p.periods[t]);
  return panel({ variables: p.variables, periods, units: p.units, values, flags, groupings: p.groupings });
}

/** How many cells carry a flag. */
export function countFlag({ flags }: Panel, bit: number): number {
  let count = 0;
  for (let c = 0; c < flags.length; c++) if (flags[c] & bit) count++;
  return count;
}

/** How many cells are missing. */
export function countMissing({ values }: Panel): number {
  let count = 0;
  for (let c = 0; c < values.length; c++) if (values[c] !== values[c]) count++;
  return count;
}

function unique(what: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw twice(what, id);
    seen.add(id);
  }
}

const twice = (what: string, id: string): Fault =>
  new Fault({
    code: "duplicate-id",
    place: { path: `${what} ${id}` },
    found: { en: `${what} ${quote(id)} occurs twice`, zh: `${what} ${quote(id)} 重复出现` },
    expected: { en: "expected each id once", zh: "每个标识只应出现一次" },
    next: { en: "rename or drop one of them", zh: "请改名或删去其一" },
  });

const shapeFault = (wanted: string, got: string): Fault =>
  new Fault({
    code: "panel-shape",
    found: { en: `${got} cells`, zh: `单元格数为 ${got}` },
    expected: { en: `expected ${wanted} cells (variables × periods × units)`, zh: `应为 ${wanted} 个单元格（变量 × 时期 × 单位）` },
    next: { en: "give one value and one flag a cell", zh: "每个单元格应有一个值和一个标记" },
  });
