/**
 * Totals to intensities: x = s·r/d in every unit and period, d one column of the same panel (population, area, output).
 * Source: OECD/JRC Handbook (2008), step 2, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails when a denominator is negative, a column is unknown or divided by itself, or two releases meet (unless allowed).
 * A denominator of 0 gives a missing cell and a warning.
 */
import { Fault } from "../../ground/fault/index.js";
import { both, quote, type Text } from "../../ground/words/index.js";
import { type Cell, panelTable, type Result, result, rowsTable, settle, type Warning } from "../../method/index.js";
import { flagsOf, type Panel, series, type Variable, variableIndex, withCells } from "../../table/index.js";
import { negativeDenominator } from "../formula/evaluate-formula.js";
import { checkNamed } from "../named-columns.js";
import { type DenominateOptions, denominateCard } from "./denominate.method.js";

/**
 * @param data columns in natural units
 * @param options columns, by, scale, vintages
 * @returns value: the same panel with the named columns divided, all others (the denominator too) as they were; a quotient carries the flags of both sides
 */
export function denominate(data: Panel, options: Partial<DenominateOptions> & Pick<DenominateOptions, "columns" | "by">): Result<Panel> {
  const chosen = settle(denominateCard, options);
  const { columns, by, scale } = chosen;
  checkNamed(data, columns, "columns");
  checkNamed(data, [by], "by");
  if (columns.includes(by)) throw itself(by);
  const denominator = data.variables[variableIndex(data, by)];
  const divided = new Set(columns);
  const apart = data.variables.filter((one) => differ(one.vintage, denominator.vintage) && divided.has(one.id));
  if (apart.length && chosen.vintages === "fault") throw otherVintage(apart[0], denominator);

  const size = data.periods.length * data.units.length;
  const values = data.values.slice();
  const flags = data.flags.slice();
  const divisor = series(data, by);
  const marks = flagsOf(data, by);
  const zeros: Record<string, number> = {};
  const variables = data.variables.map((one, v): Variable => {
    if (!divided.has(one.id)) return one;
    let lost = 0;
    for (let c = 0; c < size; c++) {
      const cell = v * size + c;
      const below = divisor[c];
      if (below < 0) throw negativeDenominator(data, one.id, c, below);
      if (below === 0 && values[cell] === values[cell]) lost++;
      const ratio = below === 0 ? Number.NaN : (values[cell] / below) * scale;
      values[cell] = Math.abs(ratio) === Number.POSITIVE_INFINITY ? Number.NaN : ratio;
      flags[cell] |= marks[c];
    }
    if (lost > 0) zeros[one.id] = lost;
    return Object.freeze({
      ...one,
      unit: ratioUnit(one.unit, denominator.unit, by, scale),
      derivedFrom: [one.id, by],
      breaks: [...one.breaks, ...denominator.breaks],
    });
  });
  const value = withCells(data, variables, values, flags);
  return result(denominateCard, {
    options: chosen,
    value,
    tables: () => [
      panelTable("denominated", { en: "Columns after division", zh: "相除后的各列" }, value),
      lostTable(data.variables.flatMap(({ id }) => (zeros[id] ? lostCells(data, id, by) : []))),
    ],
    trace: { columns, by, scale, zeroDenominators: zeros },
    warnings: [...zeroWarnings(zeros, by), ...apart.map((one) => vintageWarning(one, denominator))],
  });
}

const ratioUnit = (above: Text, below: Text, by: string, scale: number): Text =>
  both((language) => `${above[language] || "1"} / ${below[language] || by}${scale === 1 ? "" : ` × ${scale}`}`);

const differ = (a: Text, b: Text): boolean => a.en !== "" && b.en !== "" && a.en !== b.en;

/** The cells of a column that have a value and a denominator of 0, unit by unit. */
function lostCells(data: Panel, variable: string, by: string): Record<string, Cell>[] {
  const raw = series(data, variable);
  const divisor = series(data, by);
  return data.units.flatMap((unit, i) =>
    data.periods.flatMap((period, t) => {
      const c = t * data.units.length + i;
      return raw[c] === raw[c] && divisor[c] === 0 ? [{ unit: unit.code, period, variable, numerator: raw[c] }] : [];
    }),
  );
}

const lostTable = (rows: readonly Record<string, Cell>[]) =>
  rowsTable("lost", { en: "Cells with a denominator of 0", zh: "分母为 0 的单元格" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    variable: { en: "column", zh: "列" },
    numerator: { en: "numerator", zh: "分子" },
  });

const zeroWarnings = (zeros: Readonly<Record<string, number>>, by: string): Warning[] =>
  Object.entries(zeros).map(([id, count]) => ({
    code: "zero-denominator",
    text: { en: `${id}: ${count} cells are missing because ${by} is 0`, zh: `${id}：因 ${by} 为 0，${count} 个单元格记为缺失` },
  }));

const vintageWarning = (one: Variable, by: Variable): Warning => ({
  code: "vintage",
  text: {
    en: `${one.id} (${one.vintage.en}) is divided by ${by.id} (${by.vintage.en}): revisions between the two are part of the quotient`,
    zh: `${one.id}（${one.vintage.zh}）除以 ${by.id}（${by.vintage.zh}）：两个版本之间的修订会进入比值`,
  },
});

const otherVintage = (one: Variable, by: Variable): Fault =>
  new Fault({
    code: "vintage",
    place: { path: "columns" },
    found: {
      en: `${one.id} is of "${one.vintage.en}" and ${by.id} of "${by.vintage.en}"`,
      zh: `${one.id} 的版本为“${one.vintage.zh}”，${by.id} 的版本为“${by.vintage.zh}”`,
    },
    expected: { en: "expected both sides of a ratio from one release", zh: "比值的分子与分母应出自同一发布版本" },
    next: { en: "take both from one release, or write vintages: allow", zh: "请取同一版本的数据，或写 vintages: allow" },
  });

const itself = (by: string): Fault =>
  new Fault({
    code: "divided-by-itself",
    place: { path: "columns" },
    found: { en: `columns name ${quote(by)}, the denominator`, zh: `columns 中含有分母 ${quote(by)}` },
    expected: { en: "expected columns other than the denominator", zh: "应为分母以外的列" },
    next: { en: "remove it from the list", zh: "请从列表中删去" },
  });
