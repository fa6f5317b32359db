import { sum } from "../../ground/sums/index.js";
import { listed } from "../../ground/words/index.js";
import type { ResultParts, ResultTable, Warning } from "../../method/index.js";
import { type Panel, type PeriodWeights, series, type Tree, variableIndex, type Weights } from "../../table/index.js";
import { isConstant } from "../moments.js";
import { boundWeights } from "./bound-weights.js";
import { completeWeights, groupsAt, levelIndex, weightsTable } from "./complete-weights.js";
import { byPeriodTable, meanWeights } from "./mean-weights.js";
import { noWeightFault } from "./no-weight-fault.js";
import type { Bounds } from "./weigh-options.js";

/** The indicators of one group over the rows that are weighed together, without those that do not vary. */
export interface Block {
  /** the group, and the period when periods are weighed one by one */
  readonly place: string;
  readonly ids: readonly string[];
  /** one column per id: period by period, units in order */
  readonly columns: readonly Float64Array[];
  readonly periods: number;
}

/** What a method finds in a block of two or more indicators. */
export interface BlockWeights {
  /** one per id, none negative, of any scale */
  readonly weights: readonly number[];
  readonly trace: Readonly<Record<string, unknown>>;
  /** further columns of the table of weights, one number per id */
  readonly columns?: Readonly<Record<string, { readonly names: { en: string; zh: string }; readonly of: readonly (number | null)[] }>>;
  readonly warnings?: readonly Warning[];
}

interface Choices {
  readonly scope?: "pooled" | "per-period";
  readonly within?: string;
  readonly bounds?: Bounds;
}

interface Part {
  readonly period: number | null;
  readonly weights: Omit<Weights, "byPeriod">;
  readonly groups: readonly Readonly<Record<string, unknown>>[];
  readonly active: readonly unknown[];
  readonly columns: Columns;
  readonly dropped: readonly string[];
  readonly warnings: readonly Warning[];
}
type Columns = Record<string, { names: { en: string; zh: string }; of: Record<string, number | null> }>;

/**
 * Weigh every group of one level by its own columns and complete the tree: constant columns are dropped first (weight 0),
 * an only indicator has weight 1, floors and caps come last, nodes above stand by the tree's own weights.
 */
export function weighGroups(panel: Panel, tree: Tree, choices: Choices, weigh: (block: Block) => BlockWeights) {
  const level = levelIndex(tree, choices.within);
  const groups = groupsAt(tree, level);
  if (groups.length === 0) throw noWeightFault("tree");
  const pooled = choices.scope !== "per-period";
  const width = panel.units.length;
  const signs = new Map(panel.variables.map((one) => [one.id, one.direction < 0 ? "-" : "+"]));

  const parts = (pooled ? [null] : panel.periods).map((period, t): Part => {
    const weight: Record<string, number> = {};
    const columns: Columns = {};
    const dropped: string[] = [];
    const warnings: Warning[] = [];
    const traces = groups.map(({ node, leaves }) => {
      const place = period === null ? node.id : `${node.id}, period ${period}`;
      const cells = (id: string): Float64Array => {
        const all = series(panel, variableIndex(panel, id));
        return pooled ? all : all.subarray(t * width, (t + 1) * width);
      };
      const ids = leaves.map((leaf) => leaf.id).filter((id) => !isConstant(cells(id)));
      const constant = leaves.map((leaf) => leaf.id).filter((id) => !ids.includes(id));
      if (ids.length === 0) throw noWeightFault(place, { en: "all are constant", zh: "全部为常数" });
      const found: BlockWeights =
        ids.length === 1
          ? { weights: [1], trace: {} }
          : weigh({ place, ids, columns: ids.map(cells), periods: pooled ? panel.periods.length : 1 });
      const total = sum(found.weights);
      if (!(total > 0)) throw noWeightFault(place, { en: "every weight comes out as 0", zh: "所得权重全部为 0" });
      for (const id of constant) weight[id] = 0;
      ids.forEach((id, k) => {
        weight[id] = found.weights[k] / total;
      });
      for (const [key, { names, of }] of Object.entries(found.columns ?? {})) {
        columns[key] ??= { names, of: {} };
        ids.forEach((id, k) => {
          columns[key].of[id] = of[k];
        });
      }
      dropped.push(...constant);
      warnings.push(...(found.warnings ?? []));
      return {
        group: node.id,
        period,
        indicators: ids,
        direction: ids.map((id) => signs.get(id)),
        constant,
        w: ids.map((id) => weight[id]),
        ...found.trace,
      };
    });
    const { weight: kept, active } = boundWeights(tree, level, weight, choices.bounds, dropped);
    return { period, weights: completeWeights(tree, level, kept, "own"), groups: traces, active, columns, dropped, warnings };
  });

  const byPeriod = parts.map(
    ({ period, weights: { share, effective } }): PeriodWeights => ({ period: period as number, share, effective }),
  );
  const value: Weights = pooled ? parts[0].weights : meanWeights(tree, level, byPeriod);
  const tables: ResultTable[] = [
    weightsTable(tree, value, pooled ? parts[0].columns : {}),
    ...(pooled ? [] : [byPeriodTable(tree, byPeriod)]),
  ];
  return {
    value,
    tables,
    trace: {
      within: value.within,
      groups: parts.flatMap((part) => part.groups),
      ...(choices.bounds
        ? { activeBounds: parts.flatMap(({ period, active }) => active.map((one) => ({ period, ...(one as object) }))) }
        : {}),
    },
    warnings: [
      ...constantWarning([...new Set(parts.flatMap((part) => part.dropped))]),
      ...parts.flatMap((part) => part.warnings),
      ...(pooled ? [] : [perPeriodWarning]),
    ],
  } satisfies Omit<ResultParts<Weights>, "options">;
}

export function constantWarning(ids: readonly string[]): Warning[] {
  if (ids.length === 0) return [];
  const which = listed(ids);
  return [
    {
      code: "constant",
      text: { en: `${which.en}: constant, so no information and weight 0`, zh: `${which.zh} 为常数，不含信息，权重为 0` },
    },
  ];
}

export const perPeriodWarning: Warning = {
  code: "per-period",
  text: { en: "weights differ between periods: scores do not compare over time", zh: "各期权重不同：得分不可跨期比较" },
};
