import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote, same, type Text } from "../../ground/words/index.js";
import type { Cell, ResultParts, Warning } from "../../method/index.js";
import { type Panel, present, type Variable } from "../../table/index.js";
import { checkRange, type Measured, type Range, rangeText, scaledParts, signOf } from "./scaled.js";

type Scope = "pooled" | "per-period" | "base-period";

interface Settings {
  readonly scope: Scope;
  readonly base?: number;
  readonly range?: Range;
}

/** Scope and range of all indicators, and of those that differ. */
export interface Scaling extends Settings {
  readonly overrides: readonly (Partial<Settings> & { readonly indicators: readonly string[] })[];
}

/** What a column is measured against: the values there are, turned so that larger is better, of one period or of all; not to be kept. */
export interface Against {
  readonly id: string;
  readonly values: Float64Array;
  readonly sign: -1 | 1;
  readonly range?: Range;
}

/** How to place a value (larger is better) once the column has been measured; null when the column does not vary. */
export interface Fitted {
  readonly place: (y: number) => number;
  /** the measures, for the table of bounds */
  readonly row: Readonly<Record<string, Cell>>;
}
export type Fit = (against: Against) => Fitted | null;

interface Flat {
  readonly id: string;
  readonly period: number | null;
}

/**
 * Normalise every column by what `fit` makes of the values in its scope; missing stays missing, a column that does not vary becomes so.
 * @param columns names of the measures in the table of bounds
 * @param scale of the result where no range is given
 */
export function scaleColumns(
  data: Panel,
  scaling: Scaling,
  fit: Fit,
  columns: Readonly<Record<string, Text>>,
  scale: Text = same(""),
): Omit<ResultParts<Panel>, "options"> {
  const settings = settingsOf(data, scaling);
  const width = data.units.length;
  const given = data.values;
  const values = new Float64Array(given.length).fill(Number.NaN);
  const size = data.periods.length * width;
  const room = new Float64Array(size);
  const measured: Measured[] = [];
  const constant: Flat[] = [];
  let blocks: ReturnType<typeof blocksOf> = [];
  const variables = data.variables.map((variable, v): Variable => {
    const sign = signOf(variable);
    const first = v * size;
    let filled = 0;
    let flats = 0;
    if (v === 0 || settings[v] !== settings[v - 1]) blocks = blocksOf(data, settings[v]);
    for (const { period, from, to, start, end } of blocks) {
      const against = present(given, room, first + start, first + end);
      if (against.length === 0) continue;
      if (sign < 0) for (let k = 0; k < against.length; k++) against[k] = -against[k];
      filled++;
      const fitted = fit({ id: variable.id, values: against, sign, range: settings[v].range });
      if (fitted) {
        measured.push({ variable, period, row: fitted.row });
        const { place } = fitted;
        for (let c = first + from; c < first + to; c++) if (given[c] === given[c]) values[c] = place(sign * given[c]);
      } else {
        flats++;
        constant.push({ id: variable.id, period });
      }
    }
    return filled > 0 && flats === filled ? { ...variable, constant: true } : variable;
  });
  const scales = new Map<Settings, Text>();
  for (const one of settings) if (one.range && !scales.has(one)) scales.set(one, rangeText(one.range));
  const differs = scaling.overrides.length > 0;
  const yearly = data.periods.length > 1 && settings.some((one) => one.scope === "per-period");
  return scaledParts(data, {
    values,
    variables,
    scaleOf: (v) => scales.get(settings[v]) ?? scale,
    measured,
    columns,
    trace: {
      scope: scaling.scope,
      ...(differs ? { scopes: Object.fromEntries(data.variables.map(({ id }, v) => [id, settings[v].scope])) } : {}),
      rows: scaling.scope === "pooled" ? data.periods.length * width : width,
      constant,
    },
    warnings: [...constantWarnings(constant), ...(yearly ? [perPeriod] : [])],
  });
}

/** Stretches of one column: the cells placed and the cells they are measured against. */
function blocksOf({ periods, units }: Panel, { scope, base }: Settings) {
  const width = units.length;
  const all = periods.length * width;
  if (scope === "per-period") {
    return periods.map((period, t) => ({ period, from: t * width, to: (t + 1) * width, start: t * width, end: (t + 1) * width }));
  }
  if (scope === "pooled") return [{ period: null, from: 0, to: all, start: 0, end: all }];
  const t = base === undefined ? 0 : periods.indexOf(base);
  return [{ period: periods[t], from: 0, to: all, start: t * width, end: (t + 1) * width }];
}

/** The settings of every variable in the panel's order. */
function settingsOf(data: Panel, { overrides, ...general }: Scaling): Settings[] {
  const known = data.variables.map((one) => one.id);
  const found = known.map((): Settings => general);
  check(general, data, "");
  overrides.forEach(({ indicators, ...special }, k) => {
    const settings: Settings = {
      scope: special.scope ?? general.scope,
      base: special.base ?? (special.scope === undefined ? general.base : undefined),
      range: special.range ?? general.range,
    };
    check(settings, data, `overrides.${k}.`);
    for (const id of indicators) {
      const v = known.indexOf(id);
      if (v < 0) throw stranger(id, known, `overrides.${k}`);
      found[v] = settings;
    }
  });
  return found;
}

function check({ scope, base, range }: Settings, { periods }: Panel, place: string): void {
  if (range) checkRange(range);
  if (base === undefined) return;
  if (scope !== "base-period" || !periods.includes(base)) {
    throw new Fault({
      code: "base-period",
      place: { path: `${place}base` },
      found: { en: `base is ${base} and scope is ${scope}`, zh: `base 为 ${base}，scope 为 ${scope}` },
      expected: {
        en: `expected scope base-period and a base among ${periods.join(", ")}`,
        zh: `应为 scope: base-period，且 base 为 ${periods.join("、")} 之一`,
      },
      next: { en: "mend the period, or remove base", zh: "请更正时期，或删去 base" },
    });
  }
}

function stranger(id: string, known: readonly string[], path: string): Fault {
  const near = nearest(id, known);
  return new Fault({
    code: "unknown-variable",
    place: { path },
    found: { en: `overrides name ${quote(id)}, which is no indicator`, zh: `overrides 中的 ${quote(id)} 不是指标` },
    expected: { en: `expected one of: ${listed(known, 12).en}`, zh: `应为以下之一：${listed(known, 12).zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove it from the list", zh: "请从列表中删去" },
  });
}

const constantWarnings = (flat: readonly Flat[]): Warning[] =>
  [...new Set(flat.map((one) => one.id))].map((id) => {
    const periods = flat.flatMap((one) => (one.id === id && one.period !== null ? [one.period] : []));
    return {
      code: "constant",
      text: {
        en: `${id} is constant${periods.length ? ` in ${periods.join(", ")}` : ""}: it has no scale, its cells become missing and it weighs nothing`,
        zh: `${id} ${periods.length ? `在 ${periods.join("、")} 年` : ""}为常数：无法标准化，相应单元格记为缺失，权重为 0`,
      },
    };
  });

const perPeriod: Warning = {
  code: "per-period",
  text: {
    en: "each period is scaled by its own values: levels cannot be compared over time",
    zh: "各期按当期数值标准化：不同时期的水平不可比",
  },
};
