/**
 * TOPSIS closeness c = d⁻/(d⁺ + d⁻), d± the distances from the best and from the worst value of every indicator, for each root of the tree.
 * Forms: vector v = w·x/√Σx²; minmax-matrix v = w·z; minmax-distance d² = Σ w(z − z±)², z = (x − min)/(max − min).
 * Source: Hwang and Yoon (1981), doi:10.1007/978-3-642-48318-9.
 * Fails on negative values in form vector. Adding a unit can change the order of the others.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Cell, type Result, result, rowsTable, settle } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { type Block, extremes, type Measures, rateRoots, ratingsPanel, ratingsTable } from "../criteria.js";
import { type TopsisOptions, topsisCard } from "./topsis.method.js";

const names = {
  closeness: { en: "closeness", zh: "贴近度" },
  d_plus: { en: "distance from the best", zh: "到正理想解距离" },
  d_minus: { en: "distance from the worst", zh: "到负理想解距离" },
};

/**
 * @param data indicators in natural units with their directions; a unit with a missing indicator has no rating
 * @param weights of the same tree; those of the indicators within their root are used
 * @param options form, scope
 * @returns value: a panel of closeness from 0 to 1, one variable a root; tables `ratings` (with distances and ranks) and `ideals`
 */
export function topsis(data: Panel, weights: Weights, tree: Tree, options: Partial<TopsisOptions> = {}): Result<Panel> {
  const chosen = settle(topsisCard, options);
  const ideals: Record<string, Cell>[] = [];
  const ratings = rateRoots(data, weights, tree, chosen.scope, Object.keys(names), (block, root) => {
    const made = closeness(block, chosen.form);
    ideals.push(
      ...block.ids.map((id, j) => ({ root: root.id, period: block.period, indicator: id, best: made.best[j], worst: made.worst[j] })),
    );
    return made.measures;
  });
  return result(topsisCard, {
    options: chosen,
    value: ratingsPanel(data, ratings, "closeness", names.closeness, 1),
    tables: [
      ratingsTable(data, ratings, names, 1, topsisCard.names),
      rowsTable("ideals", { en: "Best and worst of every indicator", zh: "各指标的正负理想值" }, ideals, {
        root: { en: "system", zh: "系统" },
        period: { en: "period (empty: all)", zh: "时期（空为全部）" },
        indicator: { en: "indicator", zh: "指标" },
        best: { en: "best, natural unit", zh: "最优值（原单位）" },
        worst: { en: "worst, natural unit", zh: "最劣值（原单位）" },
      }),
    ],
    trace: { rows: ratings.rated.map(({ root, blocks }) => ({ of: root.id, rows: blocks.map((block) => block.rows.length) })) },
    warnings: ratings.warnings,
  });
}

function closeness(block: Block, form: TopsisOptions["form"]): { measures: Measures; best: number[]; worst: number[] } {
  const { columns, shares, signs, ids } = block;
  const n = block.rows.length;
  const squares = { plus: new Float64Array(n), minus: new Float64Array(n) };
  const best: number[] = [];
  const worst: number[] = [];
  columns.forEach((x, j) => {
    const [low, high] = extremes(x);
    const [top, bottom] = signs[j] > 0 ? [high, low] : [low, high];
    best.push(top);
    worst.push(bottom);
    if (form === "vector" && low < 0) throw negative(ids[j], low);
    if (low === high) return;
    const unit = form === "vector" ? length(x) : high - low;
    const factor = (form === "minmax-distance" ? Math.sqrt(shares[j]) : shares[j]) / unit;
    for (let i = 0; i < n; i++) {
      const [plus, minus] = [factor * (x[i] - top), factor * (x[i] - bottom)];
      squares.plus[i] += plus * plus;
      squares.minus[i] += minus * minus;
    }
  });
  const plus = squares.plus.map(Math.sqrt);
  const minus = squares.minus.map(Math.sqrt);
  const near = plus.map((one, i) => (one + minus[i] > 0 ? minus[i] / (one + minus[i]) : Number.NaN));
  return { measures: { closeness: near, d_plus: plus, d_minus: minus }, best, worst };
}

/** √Σx², safe for squares beyond the largest number. */
function length(x: Float64Array): number {
  const [, largest] = extremes(x);
  return largest * Math.sqrt(x.reduce((total, one) => total + (one / largest) * (one / largest), 0));
}

const negative = (id: string, found: number): Fault =>
  new Fault({
    code: "negative-value",
    place: { path: id },
    found: { en: `${id} holds ${found}`, zh: `${id} 中有 ${found}` },
    expected: { en: "expected values of at least 0: a column is divided by its length", zh: "向量归一化要求各值不小于 0" },
    next: { en: "write form: minmax-matrix", zh: "请改用 form: minmax-matrix" },
  });
