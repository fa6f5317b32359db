import type { StudyRun } from "../../study/index.js";
import { ranks, spearman, type Value } from "./grid.js";
import { alternatives, type IndexStep, mainIndex, nodeGrid, rootsOf } from "./steps.js";

/** One system under another choice of weights or aggregation, in the last period. */
export interface Comparison {
  readonly alternative: IndexStep;
  readonly root: string;
  readonly ranks: readonly Value[];
  readonly otherRanks: readonly Value[];
  readonly correlation: Value;
  /** units whose rank differs by more than one place, of those ranked in both */
  readonly moved: number;
  readonly of: number;
  /** the unit that moves furthest */
  readonly furthest: { readonly unit: number; readonly from: number; readonly to: number } | undefined;
}

/** Every system of the main index beside every other index over the same roots. */
export function comparisons(run: StudyRun): readonly Comparison[] {
  const main = mainIndex(run);
  if (!main) return [];
  const t = run.data.panel.periods.length - 1;
  return alternatives(run).flatMap((alternative) =>
    rootsOf(main.index)
      .filter((root) => rootsOf(alternative.index).includes(root))
      .map((root): Comparison => {
        const [a, b] = [main, alternative].map(({ index }) => nodeGrid(index, root).values[t]);
        const [own, other] = [ranks(a), ranks(b)];
        const both = own.flatMap((from, unit) => {
          const to = other[unit];
          return from === null || to === null ? [] : [{ unit, from, to }];
        });
        const distance = (one: { from: number; to: number }): number => Math.abs(one.to - one.from);
        const [furthest] = [...both].sort((x, y) => distance(y) - distance(x) || x.unit - y.unit);
        return {
          alternative,
          root,
          ranks: own,
          otherRanks: other,
          correlation: spearman(a, b),
          moved: both.filter((one) => distance(one) > 1).length,
          of: both.length,
          furthest,
        };
      }),
  );
}
