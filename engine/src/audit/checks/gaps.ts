import type { Panel } from "../../table/index.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { At, Evidence } from "../finding.js";
import { type MissingMap, missingMap } from "../missing-map.js";
import { nameOf, percent, span, unitName, unitNames, years } from "../say.js";

/** Periods most units lack, scattered holes, and columns and units with too few cells. */
export function gaps(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const map = missingMap(panel);
  return [
    ...panel.variables.flatMap((_, v) => (map.ofColumn[v] === map.cells ? [] : columnGaps(panel, map, v, rules))),
    ...thinUnits(panel, map, rules),
  ];
}

function columnGaps(panel: Panel, map: MissingMap, v: number, rules: DataAuditOptions): Evidence[] {
  const { periods, units } = panel;
  const count = (t: number): number => map.byPeriod[v * periods.length + t];
  const wide = Array.from(periods.keys()).filter((t) => count(t) > 0 && count(t) >= rules.gapShare * units.length);
  const found = runsOf(wide, (t) => count(t)).map(([from, to]) => periodGap(panel, v, from, to, count(from)));
  const holes: At[] = [];
  periods.forEach((_, t) => {
    if (count(t) === 0 || wide.includes(t)) return;
    units.forEach((_, i) => {
      const cell = panel.values[(v * periods.length + t) * units.length + i];
      if (cell !== cell) holes.push({ v, t, i });
    });
  });
  if (holes.length) found.push(scattered(panel, v, holes));
  const share = 1 - map.ofColumn[v] / map.cells;
  if (share < rules.available) {
    const name = nameOf(panel, v);
    found.push({
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
    });
  }
  return found;
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

function periodGap(panel: Panel, v: number, from: number, to: number, missing: number): Evidence {
  const { periods, units } = panel;
  const name = nameOf(panel, v);
  const when = span(periods[from], periods[to]);
  const all = missing === units.length;
  const each = from === to ? "" : " a year";
  return {
    kind: "gap",
    severity: "note",
    variable: panel.variables[v].id,
    from: periods[from],
    to: periods[to],
    statistic: missing / units.length,
    threshold: 0,
    sentence: {
      en: `${name.en}, ${when.en}: missing in ${all ? "all" : `${missing} of`} ${units.length} units${all ? "" : each}.`,
      zh: `${name.zh}，${when.zh}：${all ? `全部 ${units.length} 个单位` : `${units.length} 个单位中有 ${missing} 个`}缺失。`,
    },
    offer: "keep",
    cells: [],
  };
}

function scattered(panel: Panel, v: number, holes: readonly At[]): Evidence {
  const name = nameOf(panel, v);
  const who = [...new Set(holes.map((one) => one.i))];
  const when = [...new Set(holes.map((one) => panel.periods[one.t]))];
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
      en: `${name.en}: ${holes.length} missing ${holes.length === 1 ? "cell" : "cells"} (${unitNames(panel, who).en}; ${years(when).en}).`,
      zh: `${name.zh}：缺失 ${holes.length} 个单元格（${unitNames(panel, who).zh}；${years(when).zh}）。`,
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
