/**
 * Derived indicators: x = f(raw columns) in every unit and period, f as the framework writes it; chain(level, index, base) for
 * constant prices, theil2(a, b; wa, wb) for the inequality of two groups (Theil 1967, natural logarithm).
 * Source: OECD/JRC Handbook (2008), step 2, doi:10.1787/9789264043466-en.
 * Fails when a formula cannot be read, names a column the data do not have, or divides by a negative number (unless allowed).
 */

import { columnsOf, type Formula, parseFormula } from "../../ground/formula/index.js";
import { both, listed, type Text } from "../../ground/words/index.js";
import { type Cell, panelTable, type Result, result, rowsTable, settle, type Warning } from "../../method/index.js";
import { type Panel, type Tree, type Variable, variable, withCells } from "../../table/index.js";
import { type Evaluation, evaluateFormula, type Lost } from "../formula/evaluate-formula.js";
import { type DeriveOptions, deriveCard } from "./derive.method.js";

interface Derived extends Evaluation {
  readonly id: string;
  readonly root: string;
  readonly formula: string;
  readonly columns: readonly string[];
  readonly variable: Variable;
}

/**
 * @param raw the columns as read, natural units
 * @param tree its leaves name the indicators; a leaf without formula takes the raw column of its own id
 * @returns value: one variable per leaf, in the leaves' order; a cell is missing when an input is; flags are those of the inputs
 */
export function derive(raw: Panel, tree: Tree, options: Partial<DeriveOptions> = {}): Result<Panel> {
  const chosen = settle(deriveCard, options);
  const roots = rootOf(tree);
  const derived = tree.leaves.map((leaf): Derived => {
    const formula = leaf.formula === undefined ? ({ op: "column", name: leaf.id, at: 1 } as Formula) : parseFormula(leaf.formula, leaf.id);
    const columns = columnsOf(formula);
    return {
      ...evaluateFormula(formula, raw, leaf.id, chosen.negativeDenominator),
      id: leaf.id,
      root: roots.get(leaf.parent) as string,
      formula: leaf.formula ?? leaf.id,
      columns,
      variable: variable({
        id: leaf.id,
        names: leaf.names,
        unit: leaf.unit,
        direction: leaf.direction,
        derivedFrom: columns,
        ...inherited(raw, columns),
      }),
    };
  });

  const size = raw.periods.length * raw.units.length;
  const values = new Float64Array(size * derived.length);
  const flags = new Uint8Array(size * derived.length);
  derived.forEach((one, k) => {
    values.set(one.values, k * size);
    flags.set(one.flags, k * size);
  });
  const value = withCells(
    raw,
    derived.map((one) => one.variable),
    values,
    flags,
  );
  const missing = derived.map((one) => one.values.reduce((count, cell) => count + (cell !== cell ? 1 : 0), 0));
  return result(deriveCard, {
    options: chosen,
    value,
    tables: [panelTable("derived", deriveCard.names, value), formulasTable(derived, missing)],
    trace: {
      indicators: derived.length,
      cells: values.length,
      missing: Object.fromEntries(derived.flatMap((one, k) => (missing[k] ? [[one.id, missing[k]]] : []))),
      columns: Object.fromEntries(derived.map((one) => [one.id, one.columns])),
    },
    warnings: [...lostWarnings(derived), ...sharedColumns(derived)],
  });
}

function rootOf(tree: Tree): Map<string, string> {
  const roots = new Map<string, string>();
  for (const node of tree.nodes) roots.set(node.id, node.parent === null ? node.id : (roots.get(node.parent) as string));
  return roots;
}

/** Source, vintage and breaks of a derived indicator: those of its columns, each once. */
function inherited(raw: Panel, columns: readonly string[]): Pick<Variable, "source" | "vintage" | "breaks"> {
  const used = raw.variables.filter((one) => columns.includes(one.id));
  const joined = (pick: (one: Variable) => Text): Text =>
    both((language) => [...new Set(used.map((one) => pick(one)[language]).filter(Boolean))].join(language === "zh" ? "；" : "; "));
  const breaks = new Map(used.flatMap((one) => one.breaks).map((one) => [`${one.period}|${one.unit ?? ""}|${one.note.en}`, one]));
  return { source: joined((one) => one.source), vintage: joined((one) => one.vintage), breaks: [...breaks.values()] };
}

const reasons: Record<keyof Lost, Text> = {
  zeroDenominator: { en: "the denominator is 0", zh: "分母为 0" },
  logarithm: { en: "the logarithm is not defined", zh: "对数无定义" },
  theil: { en: "an income or weight is negative, or their total is 0", zh: "收入或权重为负，或合计为 0" },
  overflow: { en: "the result is too large", zh: "结果超出范围" },
};

const lostWarnings = (derived: readonly Derived[]): Warning[] =>
  derived.flatMap(({ id, lost }) =>
    (Object.keys(reasons) as (keyof Lost)[])
      .filter((reason) => lost[reason] > 0)
      .map((reason) => ({
        code: reason === "zeroDenominator" ? "zero-denominator" : reason === "logarithm" ? "log-domain" : reason,
        text: {
          en: `${id}: ${lost[reason]} cells are missing because ${reasons[reason].en}`,
          zh: `${id}：因${reasons[reason].zh}，${lost[reason]} 个单元格记为缺失`,
        },
      })),
  );

/** Two indicators of different systems made from two or more common columns move together by construction. */
function sharedColumns(derived: readonly Derived[]): Warning[] {
  return derived.flatMap((one, k) => {
    const twins = derived.slice(k + 1).filter((other) => other.root !== one.root && common(one, other).length > 1);
    if (twins.length === 0) return [];
    const ids = listed(twins.map((other) => other.id));
    const columns = listed([...new Set(twins.flatMap((other) => common(one, other)))]);
    return [
      {
        code: "shared-columns",
        text: {
          en: `${one.id} (${one.root}) and ${ids.en} (${twins[0].root}) are computed from the same columns (${columns.en}): their association is partly by construction`,
          zh: `${one.id}（${one.root}）与 ${ids.zh}（${twins[0].root}）由相同的列（${columns.zh}）计算，二者的关联部分源于构造`,
        },
      },
    ];
  });
}

const common = (a: Derived, b: Derived): string[] => a.columns.filter((column) => b.columns.includes(column));

function formulasTable(derived: readonly Derived[], missing: readonly number[]) {
  const rows = derived.map((one, k): Record<string, Cell> => {
    const { names, unit, direction } = one.variable;
    const where = { id: one.id, name_en: names.en, name_zh: names.zh, formula: one.formula, columns: one.columns.join(" ") };
    return { ...where, unit_en: unit.en, unit_zh: unit.zh, direction: direction > 0 ? "+" : "-", missing: missing[k] };
  });
  return rowsTable("formulas", { en: "Formulas of the indicators", zh: "指标计算公式" }, rows, {
    id: { en: "indicator", zh: "指标" },
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    formula: { en: "formula", zh: "公式" },
    columns: { en: "raw columns", zh: "原始列" },
    unit_en: { en: "unit (English)", zh: "英文单位" },
    unit_zh: { en: "unit (Chinese)", zh: "中文单位" },
    direction: { en: "direction", zh: "方向" },
    missing: { en: "missing cells", zh: "缺失单元格数" },
  });
}
