/**
 * VIKOR: S the weighted sum and R the weighted maximum of the distances from the best value, Q = v(S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*),
 * for each root of the tree. C1: the first leads the second by 1/(n − 1) or more in Q; C2: it is also first in S or in R.
 * Source: Opricovic and Tzeng (2004), doi:10.1016/S0377-2217(03)00020-1.
 * Fails never; where C1 or C2 does not hold there is no single best unit, but a set of compromises.
 */
import { type Cell, type Result, result, rowsTable, settle } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { type Block, extremes, type Measures, type Rated, rateRoots, ratingsPanel, ratingsTable } from "../criteria.js";
import { type VikorOptions, vikorCard } from "./vikor.method.js";

const names = {
  q: { en: "compromise Q", zh: "折衷值 Q" },
  s: { en: "total S", zh: "群体效益 S" },
  r: { en: "regret R", zh: "个体遗憾 R" },
};

/**
 * @param data indicators in natural units with their directions; a unit with a missing indicator has no rating
 * @param weights of the same tree; those of the indicators within their root are used
 * @param options v, scope
 * @returns value: a panel of Q (smaller is better), one variable a root; tables `ratings` (Q, S, R, rank) and `conditions` (C1, C2, the compromise set)
 */
export function vikor(data: Panel, weights: Weights, tree: Tree, options: Partial<VikorOptions> = {}): Result<Panel> {
  const chosen = settle(vikorCard, options);
  const ratings = rateRoots(data, weights, tree, chosen.scope, Object.keys(names), (block) => compromise(block, chosen.v));
  const found = ratings.rated.flatMap((one) => data.periods.flatMap((_, t) => conditions(data, one, t)));
  return result(vikorCard, {
    options: chosen,
    value: ratingsPanel(data, ratings, "q", { en: "Q, smaller is better", zh: "Q，越小越好" }, -1),
    tables: [
      ratingsTable(data, ratings, names, -1, vikorCard.names),
      rowsTable("conditions", { en: "Is the first a clear winner?", zh: "首位是否明确占优" }, found, {
        root: { en: "system", zh: "系统" },
        period: { en: "period", zh: "时期" },
        first: { en: "first", zh: "首位" },
        advantage: { en: "advantage in Q", zh: "Q 的领先" },
        needed: { en: "advantage needed", zh: "所需领先" },
        c1: { en: "C1 acceptable advantage", zh: "C1 优势可接受" },
        c2: { en: "C2 acceptable stability", zh: "C2 稳定可接受" },
        compromise: { en: "compromise set", zh: "折衷解集" },
      }),
    ],
    trace: { clear: found.filter((one) => one.c1 === "yes" && one.c2 === "yes").length, periods: found.length },
    warnings: ratings.warnings,
  });
}

function compromise({ columns, shares, signs, rows }: Block, v: number): Measures {
  const s = new Float64Array(rows.length);
  const r = new Float64Array(rows.length);
  columns.forEach((x, j) => {
    const [low, high] = extremes(x);
    if (low === high) return;
    const best = signs[j] > 0 ? high : low;
    for (let i = 0; i < rows.length; i++) {
      const regret = (shares[j] * Math.abs(best - x[i])) / (high - low);
      s[i] += regret;
      if (regret > r[i]) r[i] = regret;
    }
  });
  const share = (values: Float64Array): Float64Array => {
    const [low, high] = extremes(values);
    return values.map((one) => (high > low ? (one - low) / (high - low) : 0));
  };
  const [total, single] = [share(s), share(r)];
  return { q: total.map((one, i) => v * one + (1 - v) * single[i]), s, r };
}

const rounded = (value: number): number => Math.round(value * 1e12) / 1e12;

function conditions(data: Panel, { root, cells }: Rated, t: number): Record<string, Cell>[] {
  const width = data.units.length;
  const at = (values: Float64Array) => values.subarray(t * width, (t + 1) * width);
  const [q, s, r] = [at(cells.q), at(cells.s), at(cells.r)];
  const order = data.units
    .map((_, i) => i)
    .filter((i) => q[i] === q[i])
    .sort((a, b) => rounded(q[a]) - rounded(q[b]) || a - b);
  if (order.length < 2) return [];
  const [first, second] = order;
  const needed = 1 / (order.length - 1);
  const leads = (values: Float64Array): boolean => order.every((i) => rounded(values[first]) <= rounded(values[i]));
  const within = order.filter((i) => rounded(q[i] - q[first]) < rounded(needed));
  const c1 = rounded(q[second] - q[first]) >= rounded(needed);
  const c2 = leads(s) || leads(r);
  const set = !c1 ? within : c2 ? [first] : [first, second];
  return [
    {
      root: root.id,
      period: data.periods[t],
      first: data.units[first].code,
      advantage: q[second] - q[first],
      needed,
      c1: c1 ? "yes" : "no",
      c2: c2 ? "yes" : "no",
      compromise: set.map((i) => data.units[i].code).join(" "),
    },
  ];
}
