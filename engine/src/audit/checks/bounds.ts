import { Fault } from "../../ground/fault/index.js";
import type { AuditedColumn } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { At, Evidence } from "../finding.js";
import { figure, nameOf, span, unitName, unitNames } from "../say.js";

interface Limit {
  readonly min: number;
  readonly max: number;
  readonly why: { readonly en: string; readonly zh: string };
  readonly severity: "stop" | "doubt";
}

/** Cells outside what the column can be: the user's bounds, 0–100 for a share in per cent, no rare negatives among counts. */
export function outOfBounds(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  return [...given(column, rules), ...percentage(column), ...nonNegative(column, rules)]
    .slice(0, 1)
    .flatMap((limit) => outside(column, limit));
}

function given({ id }: AuditedColumn, rules: DataAuditOptions): Limit[] {
  return rules.bounds
    .filter((one) => one.variable === id)
    .map(({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => {
      if (min > max) throw crossed(id, min, max);
      const range = `${min > -Infinity ? figure(min) : "−∞"} … ${max < Infinity ? figure(max) : "∞"}`;
      return { min, max, why: { en: `the bounds given (${range})`, zh: `所给界限（${range}）` }, severity: "stop" as const };
    });
}

/** Shares lie between 0 and 100; rates of change and of growth need not. */
function percentage({ panel, v }: AuditedColumn): Limit[] {
  const { unit, names, id } = panel.variables[v];
  const isPercent = /^(%|per ?cent)/i.test(unit.en.trim()) || /^(%|％|百分)/.test(unit.zh.trim());
  const isShare = /share|proportion|coverage|percentage/i.test(`${names.en} ${id}`) || /比重|占比|比例|普及率|覆盖率/.test(names.zh);
  if (!isPercent || !isShare) return [];
  return [
    { min: 0, max: 100, why: { en: "what a share in per cent can be (0 to 100)", zh: "百分比份额的取值范围（0—100）" }, severity: "stop" },
  ];
}

function nonNegative({ cells, observed }: AuditedColumn, rules: DataAuditOptions): Limit[] {
  let negative = 0;
  for (const cell of cells) if (cell < 0) negative++;
  if (negative === 0 || negative > rules.rare * observed) return [];
  return [
    {
      min: 0,
      max: Number.POSITIVE_INFINITY,
      why: { en: "zero, though all other cells are positive", zh: "零，而其余单元格均非负" },
      severity: "doubt",
    },
  ];
}

function outside({ panel, v, id, cells, width, periods }: AuditedColumn, { min, max, why, severity }: Limit): Evidence[] {
  const bad: At[] = [];
  cells.forEach((cell, k) => {
    if (cell < min || cell > max) bad.push({ v, t: Math.floor(k / width), i: k % width });
  });
  if (bad.length === 0) return [];
  const name = nameOf(panel, v);
  const [first] = bad;
  const value = figure(cells[first.t * width + first.i]);
  const unit = unitName(panel, first.i);
  const year = span(periods[first.t]);
  const units = [...new Set(bad.map((one) => one.i))];
  const rest =
    bad.length > 1
      ? {
          en: `; ${bad.length} cells in ${unitNames(panel, units).en}`,
          zh: `；共 ${bad.length} 个单元格，涉及${unitNames(panel, units).zh}`,
        }
      : { en: "", zh: "" };
  return [
    {
      kind: "bounds",
      severity,
      variable: id,
      unit: units.length === 1 ? panel.units[units[0]].code : undefined,
      from: periods[first.t],
      to: periods[bad[bad.length - 1].t],
      statistic: cells[first.t * width + first.i],
      threshold: cells[first.t * width + first.i] < min ? min : max,
      sentence: {
        en: `${name.en}, ${unit.en} ${year.en}: ${value} lies outside ${why.en}${rest.en}.`,
        zh: `${name.zh}，${unit.zh}${year.zh}：${value} 超出${why.zh}${rest.zh}。`,
      },
      offer: "drop",
      cells: bad,
    },
  ];
}

const crossed = (id: string, min: number, max: number): Fault =>
  new Fault({
    code: "crossed-bounds",
    place: { path: "bounds" },
    found: { en: `bounds of ${id} are ${min} to ${max}`, zh: `${id} 的界限为 ${min} 至 ${max}` },
    expected: { en: "expected the smaller one as min", zh: "min 应为较小者" },
    next: { en: "exchange min and max", zh: "请交换 min 与 max" },
  });
