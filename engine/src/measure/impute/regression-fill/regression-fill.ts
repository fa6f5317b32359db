/**
 * Regression: x̂ = α + Σ βₖ wₖ by least squares on the rows where the indicator and all named columns are there; with unit effects α is
 * the unit's own.
 * Source: Little & Rubin (2019), ch. 4, doi:10.1002/9781119482260; OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en.
 * Fails when the named columns are collinear over the rows. A cell stays missing, with a warning, where one of them is missing, where the
 * rows are too few, or where the unit has no value of its own to place its effect.
 */
import { type Cell, type Result, type ResultTable, result, rowsTable, settle } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { checkNamed } from "../../named-columns.js";
import { type CellRule, fillCells } from "../fill-cells.js";
import { type FittedColumn, fitColumn } from "../fit-column.js";
import { type RegressionFillOptions, regressionFillCard } from "./regression-fill.method.js";

/**
 * @param data indicators in natural units
 * @param options on: columns that explain; fit: pooled, unit-effects or per-period; never: ids left as they are
 * @returns value: the panel with gaps filled and flagged `imputed`; table `regressions` holds rows, R² and coefficients of each
 */
export function regressionFill(data: Panel, options: Partial<RegressionFillOptions> & Pick<RegressionFillOptions, "on">): Result<Panel> {
  const chosen = settle(regressionFillCard, options);
  const { on, fit, never } = chosen;
  checkNamed(data, on, "on");
  const width = data.units.length;
  const columns = on.map((id) => series(data, id));
  const regressions: Record<string, Cell>[] = [];
  const pooled = new Map<number, FittedColumn | null>();

  const fitted = (v: number, t: number): FittedColumn | null => {
    const [from, to] = fit === "per-period" ? [t * width, (t + 1) * width] : [0, data.periods.length * width];
    const y = series(data, v);
    const rows: number[] = [];
    for (let c = from; c < to; c++) if ([y, ...columns].every((one) => one[c] === one[c])) rows.push(c);
    const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (c) => values[c]);
    const groups = rows.map((c) => (fit === "unit-effects" ? c % width : 0));
    const made = fitColumn(pick(y), columns.map(pick), groups);
    regressions.push({
      variable: data.variables[v].id,
      period: fit === "per-period" ? data.periods[t] : null,
      rows: rows.length,
      explained: made?.explained ?? null,
      intercept: (fit === "unit-effects" ? null : made?.intercept(0)) ?? null,
      ...Object.fromEntries(on.map((id, k) => [`slope_${id}`, made?.slopes[k] ?? null])),
    });
    return made;
  };

  const rule: CellRule = (v, t) => {
    const known = fit === "per-period" ? undefined : pooled.get(v);
    const made = known === undefined ? fitted(v, t) : known;
    if (fit !== "per-period") pooled.set(v, made);
    return (i) => {
      const intercept = made?.intercept(fit === "unit-effects" ? i : 0);
      if (!made || intercept === undefined) return null;
      const value = made.slopes.reduce((sum, slope, k) => sum + slope * columns[k][t * width + i], intercept);
      return Number.isFinite(value) ? { value, donors: made.rows, from: on.join(" ") } : null;
    };
  };
  const kept = [...new Set([...never, ...on])];
  const filled = fillCells(data, kept, "regression", rule, () => [regressionsTable(on, regressions)]);
  return result(regressionFillCard, { options: chosen, ...filled });
}

const regressionsTable = (on: readonly string[], rows: readonly Record<string, Cell>[]): ResultTable =>
  rowsTable("regressions", { en: "Regressions", zh: "回归" }, rows, {
    variable: { en: "indicator", zh: "指标" },
    period: { en: "period (empty: all)", zh: "时期（空为全部）" },
    rows: { en: "rows", zh: "行数" },
    explained: { en: "R² (within units, with unit effects)", zh: "R²（含单位效应时为组内 R²）" },
    intercept: { en: "intercept (empty: one a unit)", zh: "截距（空为各单位自有）" },
    ...Object.fromEntries(on.map((id) => [`slope_${id}`, { en: `slope of ${id}`, zh: `${id} 的系数` }])),
  });
