/**
 * Grey relational grade γ = Σ w ξ, ξ = (Δmin + ρΔmax)/(Δ + ρΔmax), Δ the distance from the reference on comparable columns, for each root of the tree.
 * Source: Deng (1982), doi:10.1016/S0167-6911(82)80025-X.
 * Fails when a mean or a first value is 0 or below, or when the reference is unknown or incomplete. The grade depends on ρ and on the extremes present.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { quote } from "../../../ground/words/index.js";
import { keyColumns, panelColumn, type Result, type ResultTable, result, settle } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { type Block, extremes, rateRoots, ratingsPanel, ratingsTable } from "../criteria.js";
import { type GreyRelationOptions, greyRelationCard } from "./grey-relation.method.js";

const names = { grade: { en: "grey relational grade", zh: "灰色关联度" } };

/**
 * @param data indicators in natural units with their directions; a unit with a missing indicator has no rating
 * @param weights of the same tree; those of the indicators within their root are used
 * @param options rho, scale, reference, scope
 * @returns value: a panel of grades in (0, 1], one variable a root; tables `ratings` (with ranks) and `coefficients` (ξ of every indicator)
 */
export function greyRelation(data: Panel, weights: Weights, tree: Tree, options: Partial<GreyRelationOptions> = {}): Result<Panel> {
  const chosen = settle(greyRelationCard, options);
  const followed = chosen.reference === undefined ? undefined : unitAt(data, chosen.reference);
  const size = data.periods.length * data.units.length;
  const coefficients = new Map<string, Float64Array>();
  const ratings = rateRoots(data, weights, tree, chosen.scope, Object.keys(names), (block) => {
    const xi = relations(block, chosen, data, followed);
    block.ids.forEach((id, j) => {
      const cells = coefficients.get(id) ?? new Float64Array(size).fill(Number.NaN);
      block.rows.forEach((c, i) => {
        cells[c] = xi[j][i];
      });
      coefficients.set(id, cells);
    });
    return { grade: Float64Array.from(block.rows, (_, i) => xi.reduce((total, one, j) => total + block.shares[j] * one[i], 0)) };
  });
  const table: ResultTable = {
    id: "coefficients",
    names: { en: "Grey relational coefficient of every indicator", zh: "各指标的灰色关联系数" },
    columns: [
      ...keyColumns(data),
      ...[...coefficients].map(([id, cells]) => ({ id, names: namesOf(data, id), values: panelColumn(data, cells) })),
    ],
  };
  return result(greyRelationCard, {
    options: chosen,
    value: ratingsPanel(data, ratings, "grade", names.grade, 1),
    tables: [ratingsTable(data, ratings, names, 1, greyRelationCard.names), table],
    trace: { rows: ratings.rated.map(({ root, blocks }) => ({ of: root.id, rows: blocks.map((block) => block.rows.length) })) },
    warnings: ratings.warnings,
  });
}

/** ξ by indicator and row; the extremes of Δ are those of the whole block. */
function relations(block: Block, { rho, scale }: GreyRelationOptions, data: Panel, followed: number | undefined): Float64Array[] {
  const same = followed === undefined ? undefined : rowsFollowed(block, data, followed);
  const gaps = block.columns.map((x, j) => {
    const [low, high] = extremes(x);
    const unit = scale === "min-max" ? high - low || 1 : scale === "mean" ? mean(x) : x[0];
    if (!(unit > 0)) throw notPositive(block.ids[j], scale, unit);
    const best = block.signs[j] > 0 ? high : low;
    return x.map((one, i) => Math.abs(one - (same ? x[same[i]] : best)) / unit);
  });
  const ends = gaps.map(extremes);
  const least = Math.min(...ends.map(([low]) => low));
  const most = Math.max(...ends.map(([, high]) => high));
  return gaps.map((gap) => gap.map((one) => (most === 0 ? 1 : (least + rho * most) / (one + rho * most))));
}

/** For every row the row of the unit followed, in the same period. */
function rowsFollowed({ rows }: Block, data: Panel, followed: number): number[] {
  const width = data.units.length;
  const rowOf = new Map(rows.map((c, i) => [c, i]));
  return rows.map((c) => {
    const period = Math.floor(c / width);
    const row = rowOf.get(period * width + followed);
    if (row === undefined) throw incomplete(data, followed, data.periods[period]);
    return row;
  });
}

const namesOf = (data: Panel, id: string) => data.variables.find((one) => one.id === id)?.names ?? { en: id, zh: id };

function unitAt(data: Panel, code: string): number {
  const found = data.units.findIndex((one) => one.code === code);
  if (found >= 0) return found;
  const near = nearest(
    code,
    data.units.map((one) => one.code),
  );
  throw new Fault({
    code: "unknown-unit",
    place: { path: "reference" },
    found: { en: `no unit is called ${quote(code)}`, zh: `没有代码为 ${quote(code)} 的单位` },
    expected: { en: "expected the code of a unit", zh: "应为某一单位的代码" },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "leave reference out to follow the best values", zh: "省略 reference 则以最优值为参考" },
  });
}

const notPositive = (id: string, scale: string, found: number): Fault =>
  new Fault({
    code: "not-positive",
    place: { path: id },
    found: { en: `the ${scale} value of ${id} is ${found}`, zh: `${id} 的${scale === "mean" ? "均值" : "初值"}为 ${found}` },
    expected: { en: "expected a value above 0 to divide by", zh: "除数应大于 0" },
    next: { en: "write scale: min-max", zh: "请改用 scale: min-max" },
  });

const incomplete = (data: Panel, unit: number, period: number): Fault =>
  new Fault({
    code: "incomplete-reference",
    place: { path: "reference" },
    found: { en: `${data.units[unit].code} lacks an indicator in ${period}`, zh: `${data.units[unit].code} 在 ${period} 年缺少指标` },
    expected: { en: "expected every indicator of the reference", zh: "参考单位的各指标均应有值" },
    next: { en: "impute first, or follow another unit", zh: "请先插补，或改用其他单位" },
  });
