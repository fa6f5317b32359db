import { listed } from "../../ground/words/index.js";
import type { Cell, ResultParts, ResultTable, Warning } from "../../method/index.js";
import { countMissing, Flag, offset, type Panel, withCells } from "../../table/index.js";
import { checkNamed } from "../named-columns.js";
import { imputedTables, protectedWarnings } from "./imputed.js";

/** A value for one missing cell from other units or indicators. */
export interface CellFill {
  readonly value: number;
  /** how many cells it comes from */
  readonly donors: number;
  /** which they are: a group, units, indicators */
  readonly from: string;
  /** flags of the donors, when they are few enough for their doubt to matter */
  readonly flags?: number;
}

/** Fills one indicator in one period: called once, then for every unit whose cell is missing; null leaves it missing. */
export type CellRule = (v: number, t: number) => (i: number) => CellFill | null;

/**
 * Fill missing cells from the same period, flag them, and say where each value comes from.
 * @param more tables of the rule's own
 */
export function fillCells(
  data: Panel,
  never: readonly string[],
  rule: string,
  fill: CellRule,
  more: () => readonly ResultTable[] = () => [],
): Omit<ResultParts<Panel>, "options"> {
  const { periods, units, variables } = data;
  checkNamed(data, never, "never");
  const values = data.values.slice();
  const flags = data.flags.slice();
  const cells: FilledCell[] = [];
  const counts: Record<string, number> = {};
  const kept: Record<string, number> = {};
  const left: Record<string, string[]> = {};

  variables.forEach(({ id }, v) => {
    periods.forEach((period, t) => {
      const start = offset(data, v, t, 0);
      const missing = missingIn(values, start, start + units.length);
      if (!missing) return;
      if (never.includes(id)) {
        kept[id] = (kept[id] ?? 0) + missing.length;
        return;
      }
      const filled = fill(v, t);
      const before = cells.length;
      for (const i of missing) {
        if (flags[start + i] & Flag.withheld) continue;
        const found = filled(i);
        if (!found) {
          left[id] ??= [];
          left[id].push(periods.length > 1 ? `${units[i].code} ${period}` : units[i].code);
          continue;
        }
        values[start + i] = found.value;
        flags[start + i] |= Flag.imputed | ((found.flags ?? 0) & (Flag.suspect | Flag.estimated));
        cells.push({ v, t, i, found });
      }
      if (cells.length > before) counts[id] = (counts[id] ?? 0) + cells.length - before;
    });
  });

  const value = withCells(data, variables, values, flags);
  return {
    value,
    tables: () => {
      const rows = cells.map((cell) => filledRow(data, rule, cell));
      return [...imputedTables(rows, donorNames, value), ...more()];
    },
    trace: { imputed: cells.length, byVariable: counts, protected: kept, left, stillMissing: countMissing(value) },
    warnings: [...protectedWarnings(kept), ...leftWarnings(left)],
  };
}

/** Positions of the missing cells of a stretch, counted from its start. */
function missingIn(values: Float64Array, start: number, end: number): readonly number[] | undefined {
  let found: number[] | undefined;
  for (let c = start; c < end; c++) {
    if (values[c] === values[c]) continue;
    found ??= [];
    found.push(c - start);
  }
  return found;
}

interface FilledCell {
  readonly v: number;
  readonly t: number;
  readonly i: number;
  readonly found: CellFill;
}

const filledRow = ({ variables, periods, units }: Panel, rule: string, { v, t, i, found }: FilledCell): Record<string, Cell> => ({
  unit: units[i].code,
  period: periods[t],
  variable: variables[v].id,
  value: found.value,
  rule,
  donors: found.donors,
  from: found.from,
});

const donorNames = { donors: { en: "donor cells", zh: "来源单元格数" }, from: { en: "from", zh: "来源" } };

const leftWarnings = (left: Readonly<Record<string, readonly string[]>>): Warning[] =>
  Object.entries(left).map(([id, cells]) => {
    const which = listed(cells);
    return {
      code: "still-missing",
      text: {
        en: `${id}: ${cells.length} cells have no donor and stay missing: ${which.en}`,
        zh: `${id}：${cells.length} 个单元格没有可用的来源，保持缺失：${which.zh}`,
      },
    };
  });
