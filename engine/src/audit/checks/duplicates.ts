import { cellsPerVariable, type Panel, series } from "../../table/index.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import { equalRows } from "../equal-rows.js";
import type { Evidence } from "../finding.js";
import { significant } from "../resolution.js";
import { nameOf, unitNames } from "../say.js";

/** Two columns with the same cells, two units with the same cells in all columns, two units with the same series in one column. */
export function duplicates(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const { variables, units } = panel;
  const width = units.length;
  const size = cellsPerVariable(panel);
  const telling = (values: Iterable<number>): boolean => tells(values, rules.digits);

  const columns = equalRows(variables.length, size, (v, k) => panel.values[v * size + k])
    .filter(([v]) => telling(series(panel, v)))
    .map((group) => sameColumns(panel, group));

  const rows = variables.length * panel.periods.length;
  const twins = equalRows(width, rows, (i, k) => panel.values[k * width + i]).filter(([i]) =>
    telling(Array.from({ length: rows }, (_, k) => panel.values[k * width + i])),
  );
  const twin = new Set(twins.flat());

  const inColumn = variables.flatMap((_, v) => {
    const cells = series(panel, v);
    return equalRows(width, panel.periods.length, (i, t) => cells[t * width + i])
      .filter((group) => !group.every((i) => twin.has(i)))
      .filter(([i]) => telling(panel.periods.map((_, t) => cells[t * width + i])))
      .map((group) => sameUnits(panel, group, v));
  });
  return [...columns, ...twins.map((group) => sameUnits(panel, group, null)), ...inColumn];
}

/** Whether equality of these cells cannot be chance: two or more different figures, each with enough digits. */
function tells(values: Iterable<number>, digits: number): boolean {
  const seen = new Set<number>();
  for (const value of values) {
    if (value === value && significant(value) >= digits) seen.add(value);
    if (seen.size > 1) return true;
  }
  return false;
}

function sameColumns(panel: Panel, group: readonly number[]): Evidence {
  const [first, second] = group.map((v) => nameOf(panel, v));
  const ids = group.map((v) => panel.variables[v].id);
  const more = group.length > 2 ? { en: ` (and ${group.length - 2} more)`, zh: `（另有 ${group.length - 2} 列）` } : { en: "", zh: "" };
  return {
    kind: "duplicate",
    severity: "stop",
    variable: ids[1],
    other: ids[0],
    statistic: cellsPerVariable(panel),
    threshold: cellsPerVariable(panel),
    sentence: {
      en: `${second.en}${more.en} equals ${first.en} in every cell: one column under two names?`,
      zh: `“${second.zh}”${more.zh}与“${first.zh}”的每个单元格都相同，疑为同一列使用了两个名称。`,
    },
    offer: "drop",
    cells: [],
  };
}

function sameUnits(panel: Panel, group: readonly number[], v: number | null): Evidence {
  const names = unitNames(panel, group);
  const codes = group.map((i) => panel.units[i].code);
  const what = v === null ? { en: "every column", zh: "每一列" } : nameOf(panel, v);
  return {
    kind: "duplicate",
    severity: "stop",
    variable: v === null ? null : panel.variables[v].id,
    unit: codes[1],
    other: codes[0],
    from: panel.periods[0],
    to: panel.periods[panel.periods.length - 1],
    statistic: group.length,
    threshold: 2,
    sentence: {
      en: `${names.en} have the same figures in ${what.en}: one unit's rows copied to another?`,
      zh: `${names.zh}在“${what.zh}”中的数字完全相同，疑为一个单位的数据被复制到另一单位。`,
    },
    offer: "drop",
    cells: v === null ? [] : group.slice(1).flatMap((i) => panel.periods.map((_, t) => ({ v, t, i }))),
  };
}
