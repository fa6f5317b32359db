import { listed } from "../../ground/words/index.js";
import type { Panel } from "../../table/index.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { At, Evidence } from "../finding.js";
import { type MissingMap, missingMap } from "../missing-map.js";
import { nameOf, percent, span, spans, unitName, unitNames } from "../say.js";

/** Periods most units lack, scattered holes, and columns and units with too few cells. */
export function gaps(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const map = missingMap(panel);
  const filled = Array.from(panel.variables.keys()).filter((v) => map.ofColumn[v] < map.cells);
  return [
    ...periodGaps(panel, map, filled, rules),
    ...filled.flatMap((v) => [...holesOf(panel, map, v, rules), ...thinColumn(panel, map, v, rules)]),
    ...thinUnits(panel, map, rules),
  ];
}

const isWide = (panel: Panel, map: MissingMap, v: number, t: number, rules: DataAuditOptions): boolean => {
  const missing = map.byPeriod[v * panel.periods.length + t];
  return missing > 0 && missing >= rules.gapShare * panel.units.length;
};

/** Columns that lack the same periods in as many units are one finding. */
function periodGaps(panel: Panel, map: MissingMap, filled: readonly number[], rules: DataAuditOptions): Evidence[] {
  const years = panel.periods.length;
  const groups = new Map<string, { from: number; to: number; missing: number; columns: number[] }>();
  for (const v of filled) {
    const wide = Array.from(panel.periods.keys()).filter((t) => isWide(panel, map, v, t, rules));
    for (const [from, to] of runsOf(wide, (t) => map.byPeriod[v * years + t])) {
      const missing = map.byPeriod[v * years + from];
      const key = `${from} ${to} ${missing}`;
      const group = groups.get(key);
      if (group) group.columns.push(v);
      else groups.set(key, { from, to, missing, columns: [v] });
    }
  }
  return [...groups.values()].map(({ from, to, missing, columns }) => periodGap(panel, columns, from, to, missing));
}

function holesOf(panel: Panel, map: MissingMap, v: number, rules: DataAuditOptions): Evidence[] {
  const { periods, units } = panel;
  const holes: At[] = [];
  periods.forEach((_, t) => {
    if (map.byPeriod[v * periods.length + t] === 0 || isWide(panel, map, v, t, rules)) return;
    units.forEach((_, i) => {
      const cell = panel.values[(v * periods.length + t) * units.length + i];
      if (cell !== cell) holes.push({ v, t, i });
    });
  });
  return holes.length ? [scattered(panel, v, holes)] : [];
}

function thinColumn(panel: Panel, map: MissingMap, v: number, rules: DataAuditOptions): Evidence[] {
  const share = 1 - map.ofColumn[v] / map.cells;
  if (share >= rules.available) return [];
  const name = nameOf(panel, v);
  return [
    {
      kind: "thin",
      severity: "doubt",
      variable: panel.variables[v].id,
      statistic: share,
      threshold: rules.available,
      sentence: {
        en: `${name.en} has only ${percent(share)} of its cells (${percent(rules.available)} wanted).`,
        zh: `“${name.zh}”仅有 ${percent(share)}的单元格有数（要求 ${percent(rules.available)}）。`,
      },
      offer: "drop",
      cells: [],
    },
  ];
}

/** Runs of neighbouring periods with the same count. */
function runsOf(list: readonly number[], count: (t: number) => number): [number, number][] {
  const runs: [number, number][] = [];
  for (const t of list) {
    const last = runs[runs.length - 1];
    if (last && last[1] === t - 1 && count(last[1]) === count(t)) last[1] = t;
    else runs.push([t, t]);
  }
  return runs;
}

function periodGap(panel: Panel, columns: readonly number[], from: number, to: number, missing: number): Evidence {
  const { periods, units, variables } = panel;
  const ids = columns.map((v) => variables[v].id);
  const names = columns.map((v) => nameOf(panel, v));
  const [en, zh] = [listed(names.map((one) => `“${one.en}”`)).en, listed(names.map((one) => `“${one.zh}”`)).zh];
  const when = span(periods[from], periods[to]);
  const who = missing === units.length ? { en: "all", zh: "全部" } : { en: `${missing} of the`, zh: `${missing}/` };
  return {
    kind: "gap",
    severity: "note",
    variable: ids.length === 1 ? ids[0] : null,
    other: ids.length === 1 ? undefined : ids.join(", "),
    from: periods[from],
    to: periods[to],
    statistic: missing / units.length,
    threshold: 0,
    sentence: {
      en: `${en}, ${when.en}: missing in ${who.en} ${units.length} units${from === to ? "" : " each year"}.`,
      zh: `${zh}，${when.zh}：${from === to ? "" : "每年"}${who.zh}${units.length} 个单位缺失。`,
    },
    offer: "keep",
    cells: [],
  };
}

function scattered(panel: Panel, v: number, holes: readonly At[]): Evidence {
  const name = nameOf(panel, v);
  const who = [...new Set(holes.map((one) => one.i))];
  const when = [...new Set(holes.map((one) => panel.periods[one.t]))].sort((p, q) => p - q);
  return {
    kind: "gap",
    severity: "note",
    variable: panel.variables[v].id,
    unit: who.length === 1 ? panel.units[who[0]].code : undefined,
    from: when[0],
    to: when[when.length - 1],
    statistic: holes.length,
    threshold: 0,
    sentence: {
      en: `${name.en}: ${holes.length} missing ${holes.length === 1 ? "cell" : "cells"} (${unitNames(panel, who).en}; ${spans(when, panel.periods).en}).`,
      zh: `${name.zh}：缺失 ${holes.length} 个单元格（${unitNames(panel, who).zh}；${spans(when, panel.periods).zh}）。`,
    },
    offer: "impute",
    cells: holes,
  };
}

function thinUnits(panel: Panel, map: MissingMap, rules: DataAuditOptions): Evidence[] {
  const all = panel.variables.length * panel.periods.length;
  return panel.units.flatMap(({ code }, i): Evidence[] => {
    const share = 1 - map.ofUnit[i] / all;
    if (!(share < rules.available)) return [];
    const unit = unitName(panel, i);
    return [
      {
        kind: "thin",
        severity: "doubt",
        variable: null,
        unit: code,
        statistic: share,
        threshold: rules.available,
        sentence: {
          en: `${unit.en} has only ${percent(share)} of its cells (${percent(rules.available)} wanted).`,
          zh: `${unit.zh}仅有 ${percent(share)}的单元格有数（要求 ${percent(rules.available)}）。`,
        },
        offer: "drop",
        cells: [],
      },
    ];
  });
}
