/**
 * Amend: flag marks a cell as suspect, drop empties it for good, impute empties it for the imputation that follows; keep changes nothing.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en: what is edited is documented cell by cell.
 * A column or unit that is dropped as a whole leaves the panel. Fails when nothing is left.
 */
import { Fault } from "../../ground/fault/index.js";
import { type Cell, finite, type Result, type ResultTable, result, rowsTable, type Warning } from "../../method/index.js";
import { Flag, offset, type Panel, select, withCells, withUnits } from "../../table/index.js";
import type { Decided } from "../decided.js";
import { actions } from "../finding.js";
import { amendCard } from "./amend.method.js";

/**
 * @param panel raw columns in natural units
 * @param decided table `decided` of an audit; without one nothing is changed
 * @returns value: the panel with every decision carried out; table `amended` names each cell with the value it had
 */
export function amend(panel: Panel, decided?: ResultTable): Result<Panel> {
  const values = panel.values.slice();
  const flags = panel.flags.slice();
  const rows: Record<string, Cell>[] = [];
  const columns = new Set<string>();
  const units = new Set<string>();
  const whole: Decided[] = [];
  const touch = (one: Decided, v: number, t: number, i: number): void => {
    const at = offset(panel, v, t, i);
    const before = values[at];
    if (before !== before) return;
    if (one.action === "flag") flags[at] |= Flag.suspect;
    else {
      values[at] = Number.NaN;
      if (one.action === "drop") flags[at] |= Flag.withheld;
    }
    const { finding, action, reason } = one;
    rows.push({
      finding,
      variable: panel.variables[v].id,
      unit: panel.units[i].code,
      period: panel.periods[t],
      action,
      before: finite(before),
      reason,
    });
  };
  for (const one of rowsOf(decided)) {
    if (one.period === null && one.action === "drop" && (one.unit === null) !== (one.variable === null)) {
      if (one.variable !== null) columns.add(one.variable);
      else units.add(one.unit as string);
      whole.push(one);
    } else if (one.action !== "impute" || one.period !== null) everyCell(panel, one, (v, t, i) => touch(one, v, t, i));
  }
  const value = without(withCells(panel, panel.variables, values, flags), columns, units);
  const counts = Object.fromEntries(actions.map((action) => [action, rows.filter((row) => row.action === action).length]));
  return result(amendCard, {
    options: {},
    value,
    tables: () => [amendedTable(rows, whole)],
    trace: {
      cells: rows.length,
      flagged: counts.flag,
      dropped: counts.drop,
      emptied: counts.impute,
      columns: [...columns],
      units: [...units],
    },
    warnings: gone(columns, units),
  });
}

function rowsOf(decided: ResultTable | undefined): Decided[] {
  if (!decided) return [];
  const column = (id: string): readonly Cell[] => decided.columns.find((one) => one.id === id)?.values ?? [];
  const [finding, action, variable, unit, period, reason] = ["finding", "action", "variable", "unit", "period", "reason"].map(column);
  return finding.map(
    (_, k) =>
      ({
        finding: finding[k],
        action: action[k],
        variable: variable[k],
        unit: unit[k],
        period: period[k],
        reason: reason[k],
      }) as Decided,
  );
}

function everyCell(panel: Panel, { variable, unit, period }: Decided, cell: (v: number, t: number, i: number) => void): void {
  panel.variables.forEach((one, v) => {
    if (variable !== null && one.id !== variable) return;
    panel.periods.forEach((year, t) => {
      if (period !== null && year !== period) return;
      panel.units.forEach(({ code }, i) => {
        if (unit === null || code === unit) cell(v, t, i);
      });
    });
  });
}

function without(panel: Panel, columns: ReadonlySet<string>, units: ReadonlySet<string>): Panel {
  const kept = panel.variables.map(({ id }) => id).filter((id) => !columns.has(id));
  const rows = [...panel.units.keys()].filter((i) => !units.has(panel.units[i].code));
  if (!kept.length || !rows.length) throw nothingLeft();
  const narrower = columns.size ? select(panel, kept) : panel;
  return units.size ? withUnits(narrower, rows) : narrower;
}

function amendedTable(rows: readonly Record<string, Cell>[], whole: readonly Decided[]): ResultTable {
  const gone = whole.map(({ finding, variable, unit, action, reason }) => ({
    finding,
    variable,
    unit,
    period: null,
    action,
    before: null,
    reason,
  }));
  return rowsTable("amended", { en: "Amended cells", zh: "修订的单元格" }, [...rows, ...gone], {
    finding: { en: "finding", zh: "发现编号" },
    variable: { en: "column", zh: "列" },
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    action: { en: "decided", zh: "处理决定" },
    before: { en: "value before", zh: "原值" },
    reason: { en: "reason", zh: "理由" },
  });
}

function gone(columns: ReadonlySet<string>, units: ReadonlySet<string>): Warning[] {
  const warn = (code: string, ids: ReadonlySet<string>, en: string, zh: string): Warning[] =>
    ids.size ? [{ code, text: { en: `${en}: ${[...ids].join(", ")}`, zh: `${zh}：${[...ids].join("、")}` } }] : [];
  return [
    ...warn("columns-dropped", columns, "columns taken out by a decision", "按处理决定剔除的列"),
    ...warn("units-dropped", units, "units taken out by a decision", "按处理决定剔除的单位"),
  ];
}

const nothingLeft = (): Fault =>
  new Fault({
    code: "nothing-left",
    place: { path: "amend" },
    found: { en: "the decisions take every column or every unit out", zh: "处理决定剔除了全部列或全部单位" },
    expected: { en: "expected at least one column and one unit to stay", zh: "至少应保留一列和一个单位" },
    next: { en: "keep one of them: change a decision of the audit", zh: "请更改审核中的某项决定，至少保留其一" },
  });
