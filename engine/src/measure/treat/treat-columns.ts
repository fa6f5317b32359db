import { Fault } from "../../ground/fault/index.js";
import { listed } from "../../ground/words/index.js";
import { type Cell, type Column, panelTable, type ResultParts, type ResultTable, rowsTable, type Warning } from "../../method/index.js";
import { Flag, type Panel, present, series, type Variable, withCells } from "../../table/index.js";
import { checkNamed } from "../named-columns.js";
import type { Shape } from "./shape.js";

/** The column after one step of its treatment. */
export interface Stage {
  readonly name: string;
  /** how many cells differ from the original */
  readonly cells: number;
  readonly shape: Shape | null;
  readonly passes: boolean;
}

export interface Treated {
  /** null: left as it is */
  readonly place: ((x: number) => number) | null;
  /** set when the whole column was put on another scale */
  readonly transform?: string;
  readonly stages: readonly Stage[];
}

export interface Scoped {
  readonly scope: "pooled" | "per-period";
}

/** A column put on another scale, in all periods or in one. */
interface Transformed {
  readonly id: string;
  readonly period: number | null;
  readonly transform: string;
}

/** The stages of a column, in all periods or in one. */
interface Checked {
  readonly id: string;
  readonly period: number | null;
  readonly stages: readonly Stage[];
}

interface Treatment<S extends Scoped> {
  readonly settings: S;
  readonly never: readonly string[];
  readonly overrides: readonly ({ readonly indicators: readonly string[] } & Partial<S>)[];
  /** @param values the column in its scope, without missing cells; not to be kept or changed */
  readonly treat: (id: string, values: Float64Array, settings: S) => Treated;
}

/** Treat every column in its scope, flag what changed, and list each touched cell with its old and new value. */
export function treatColumns<S extends Scoped>(data: Panel, treatment: Treatment<S>): Omit<ResultParts<Panel>, "options"> {
  const { periods, units } = data;
  const width = units.length;
  const settings = settingsOf(data, treatment);
  checkNamed(data, treatment.never, "never");
  const values = data.values.slice();
  const flags = data.flags.slice();
  const size = periods.length * width;
  const room = new Float64Array(size);
  const checked: Checked[] = [];
  const counts: Record<string, number> = {};
  let treated = 0;
  const transformed: Transformed[] = [];
  const failing: string[] = [];

  data.variables.forEach(({ id }, v) => {
    if (treatment.never.includes(id)) return;
    const yearly = settings[v].scope === "per-period";
    for (let block = 0; block < (yearly ? periods.length : 1); block++) {
      const from = v * size + (yearly ? block * width : 0);
      const to = from + (yearly ? width : size);
      const { place, transform, stages } = treatment.treat(id, present(data.values, room, from, to), settings[v]);
      const period = yearly ? periods[block] : null;
      checked.push({ id, period, stages });
      if (stages.at(-1)?.passes === false) failing.push(period === null ? id : `${id} ${period}`);
      if (!place) continue;
      if (transform) transformed.push({ id, period, transform });
      let changed = 0;
      for (let c = from; c < to; c++) {
        const old = values[c];
        if (old !== old) continue;
        const now = place(old);
        if (now === old) continue;
        values[c] = now;
        flags[c] |= Flag.treated;
        changed++;
      }
      if (changed > 0) counts[id] = (counts[id] ?? 0) + changed;
      treated += changed;
    }
  });

  const scales = new Map(transformed.map((one) => [one.id, one.transform]));
  const value = withCells(
    data,
    scales.size > 0 ? data.variables.map((one) => onNewScale(one, scales.get(one.id))) : data.variables,
    values,
    flags,
  );
  const yearly = periods.length > 1 && settings.some((one) => one.scope === "per-period");
  return {
    value,
    tables: () => [
      touchedTable(data, value, transformed),
      rowsTable("checks", { en: "Skewness and kurtosis, step by step", zh: "逐步的偏度与峰度" }, checked.flatMap(checkRows), checkNames),
      panelTable("indicators", { en: "Indicators after treatment", zh: "处理后的指标" }, value),
    ],
    trace: {
      treated,
      byVariable: counts,
      transformed,
      stillFailing: failing,
      protected: treatment.never,
    },
    warnings: [...failingWarning(failing), ...(yearly ? [perPeriod] : []), ...mixedWarnings(scales, transformed, periods.length)],
  };
}

/** Settings of every variable in the panel's order. */
function settingsOf<S extends Scoped>(data: Panel, { settings, overrides }: Treatment<S>): S[] {
  if (overrides.length === 0) return data.variables.map(() => settings);
  for (const [k, { indicators }] of overrides.entries()) checkNamed(data, indicators, `overrides.${k}`);
  return data.variables.map(({ id }) => {
    const own = overrides.filter((one) => one.indicators.includes(id));
    if (own.length > 1) throw twice(id);
    const { indicators: _, ...special } = own[0] ?? { indicators: [] };
    const given = Object.fromEntries(Object.entries(special).filter(([, one]) => one !== undefined));
    return { ...settings, ...given };
  });
}

const twice = (id: string): Fault =>
  new Fault({
    code: "overridden-twice",
    place: { path: "overrides" },
    found: { en: `${id} stands in two overrides`, zh: `${id} 出现在两项 overrides 中` },
    expected: { en: "expected each indicator once", zh: "每个指标只应出现一次" },
    next: { en: "keep one of them", zh: "请保留其中一项" },
  });

function onNewScale(variable: Variable, transform: string | undefined): Variable {
  if (!transform) return variable;
  const { en, zh } = variable.unit;
  const unit = { en: en ? `${transform} of ${en}` : transform, zh: zh ? `${zh}（${transform}）` : transform };
  return Object.freeze({ ...variable, unit });
}

/** Every cell that differs, old and new, column by column: a panel of counties has hundreds of thousands of them. */
function touchedTable(data: Panel, value: Panel, transformed: readonly Transformed[]): ResultTable {
  const { periods, units, variables } = data;
  const [unit, period, variable, old, now, rule]: Cell[][] = [[], [], [], [], [], []];
  variables.forEach(({ id }, v) => {
    const own = transformed.filter((one) => one.id === id);
    const [x, y] = [series(data, v), series(value, v)];
    for (let t = 0; t < periods.length; t++) {
      const transform = own.find((one) => one.period === null || one.period === periods[t])?.transform;
      for (let i = 0; i < units.length; i++) {
        const c = t * units.length + i;
        if (x[c] !== x[c] || x[c] === y[c]) continue;
        unit.push(units[i].code);
        period.push(periods[t]);
        variable.push(id);
        old.push(x[c]);
        now.push(y[c]);
        rule.push(transform ?? (y[c] < x[c] ? "pulled down" : "pulled up"));
      }
    }
  });
  const column = (id: string, en: string, zh: string, values: readonly Cell[]): Column => ({ id, names: { en, zh }, values });
  return {
    id: "treated",
    names: { en: "Treated cells", zh: "处理过的单元格" },
    columns: [
      column("unit", "unit", "单位", unit),
      column("period", "period", "时期", period),
      column("variable", "indicator", "指标", variable),
      column("old", "old value", "原值", old),
      column("new", "new value", "新值", now),
      column("rule", "rule", "规则", rule),
    ],
  };
}

const checkRows = ({ id, period, stages }: Checked): Record<string, Cell>[] =>
  stages.map(({ name, cells, shape, passes }) => ({
    variable: id,
    period,
    stage: name,
    cells,
    skewness: shape?.skewness ?? null,
    kurtosis: shape?.kurtosis ?? null,
    passes: passes ? "yes" : "no",
  }));

const checkNames = {
  variable: { en: "indicator", zh: "指标" },
  period: { en: "period (empty: all)", zh: "时期（空为全部）" },
  stage: { en: "stage", zh: "步骤" },
  cells: { en: "cells changed", zh: "改动的单元格数" },
  skewness: { en: "skewness G1", zh: "偏度 G1" },
  kurtosis: { en: "excess kurtosis G2", zh: "超额峰度 G2" },
  passes: { en: "passes", zh: "是否通过" },
};

function failingWarning(failing: readonly string[]): Warning[] {
  if (failing.length === 0) return [];
  const which = listed(failing);
  return [
    {
      code: "still-skewed",
      text: {
        en: `${which.en}: outliers remain after treatment`,
        zh: `${which.zh}：处理后仍有离群值`,
      },
    },
  ];
}

/** A column on its own scale in some years and on a logarithm in others has no levels to compare. */
const mixedWarnings = (scales: ReadonlyMap<string, string>, transformed: readonly Transformed[], periods: number): Warning[] =>
  [...scales].flatMap(([id, transform]) => {
    const years = transformed.flatMap((one) => (one.id === id && one.period !== null ? [one.period] : []));
    if (years.length === 0 || years.length === periods) return [];
    return [
      {
        code: "mixed-scale",
        text: {
          en: `${id} is on the scale of ${transform} in ${years.join(", ")} only: normalise it per period or treat it pooled`,
          zh: `${id} 仅在 ${years.join("、")} 年采用 ${transform} 尺度：请逐期标准化，或改为合并处理`,
        },
      },
    ];
  });

const perPeriod: Warning = {
  code: "per-period",
  text: {
    en: "outliers are judged anew in each period: a value may be treated in one year and not in the next",
    zh: "离群值逐期判断：同一数值可能某年处理而次年不处理",
  },
};
