import { Fault } from "../../ground/fault/index.js";
import { same, type Text } from "../../ground/words/index.js";
import { type Cell, panelTable, type ResultParts, rowsTable, type Warning } from "../../method/index.js";
import { type Panel, type Variable, withCells } from "../../table/index.js";

export type Range = readonly [number, number];

/** The sign with which an indicator enters; one that declares none counts as "more is better" and is named in a warning. */
export const signOf = (variable: Variable): -1 | 1 => (variable.direction < 0 ? -1 : 1);

/** Share of the way from `low` to `high`; safe for bounds whose difference would overflow. */
export function shareOfWay(x: number, low: number, high: number): number {
  const span = high - low;
  return Number.isFinite(span) ? (x - low) / span : (x / 2 - low / 2) / (high / 2 - low / 2);
}

export function checkRange([from, to]: Range): void {
  if (from < to) return;
  throw new Fault({
    code: "empty-range",
    place: { path: "range" },
    found: { en: `range is [${from}, ${to}]`, zh: `range 为 [${from}, ${to}]` },
    expected: { en: "expected the lower end first, below the upper", zh: "应先写下限，且小于上限" },
    next: { en: "write e.g. [0, 1] or [1, 100]", zh: "例如 [0, 1] 或 [1, 100]" },
  });
}

export const boundNames = { lower: { en: "lower bound", zh: "下限" }, upper: { en: "upper bound", zh: "上限" } };

/** The measures of a column, in all periods or in one. */
export interface Measured {
  readonly variable: Variable;
  readonly period: number | null;
  readonly row: Readonly<Record<string, Cell>>;
}

interface Scaled {
  readonly values: Float64Array;
  readonly variables?: readonly Variable[];
  /** the scale of the variable at a position, as its unit shows it */
  readonly scaleOf: (v: number) => Text;
  readonly measured: readonly Measured[];
  /** names of the measures */
  readonly columns: Readonly<Record<string, Text>>;
  readonly trace: Record<string, unknown>;
  readonly warnings: readonly Warning[];
}

/** The parts every normalisation returns: the panel on its new scale, the bounds used, the direction beside each column. */
export function scaledParts(
  data: Panel,
  { values, variables, scaleOf, measured, columns, trace, warnings }: Scaled,
): Omit<ResultParts<Panel>, "options"> {
  const unitText = unitTexts();
  const direction: Record<string, -1 | 1> = {};
  for (const one of data.variables) direction[one.id] = signOf(one);
  const value = withCells(
    data,
    (variables ?? data.variables).map((one, v) => Object.freeze({ ...one, unit: unitText(scaleOf(v), signOf(one)) })),
    values,
    data.flags,
  );
  return {
    value,
    tables: () => [
      panelTable("normalised", { en: "Normalised indicators", zh: "标准化指标" }, value),
      rowsTable("bounds", { en: "Bounds and directions", zh: "上下限与方向" }, measured.map(boundsRow), {
        variable: { en: "indicator", zh: "指标" },
        period: { en: "period (empty: all)", zh: "时期（空为全部）" },
        direction: { en: "direction", zh: "方向" },
        ...columns,
      }),
    ],
    trace: { direction, ...trace },
    warnings: [...undirected(data), ...warnings],
  };
}

const boundsRow = ({ variable, period, row }: Measured): Record<string, Cell> => ({
  variable: variable.id,
  period,
  direction: signOf(variable) > 0 ? "+" : "-",
  ...row,
});

export const rangeText = ([from, to]: Range): Text => same(`${from}–${to}`);

/** Units of scaled columns; those of one scale and direction share one text. */
function unitTexts(): (scale: Text, sign: -1 | 1) => Text {
  const made = { "1": new Map<Text, Text>(), "-1": new Map<Text, Text>() };
  return (scale, sign) => {
    const known = made[sign].get(scale);
    if (known) return known;
    const { en, zh } = scale;
    const unit =
      sign > 0 ? { en: `${en}, direction +`, zh: `${zh}，正向` } : { en: `${en}, direction − (reversed)`, zh: `${zh}，逆向（已反转）` };
    made[sign].set(scale, unit);
    return unit;
  };
}

function undirected(data: Panel): Warning[] {
  const ids = data.variables.filter((one) => one.direction === 0).map((one) => one.id);
  if (ids.length === 0) return [];
  return [
    {
      code: "no-direction",
      text: {
        en: `${ids.join(", ")}: no direction is declared, more is taken as better`,
        zh: `${ids.join("、")}：未声明方向，按越大越好处理`,
      },
    },
  ];
}
