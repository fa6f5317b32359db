import type { Text } from "../../ground/words/index.js";
import type { StudyRun } from "../../study/index.js";
import { coordination } from "./coordination.js";
import { type Grid, order, ranks } from "./grid.js";
import { fileOf, mainIndex, nodeGrid, rootsOf } from "./steps.js";

/** What the units are ranked by: the coordination of two coupled systems, else the first system's score. */
export interface Standing {
  /** id of the system; null for the coordination degree */
  readonly system: string | null;
  readonly names: Text;
  readonly grid: Grid;
  readonly file: string | undefined;
}

export function standing(run: StudyRun): Standing | undefined {
  const main = mainIndex(run);
  const coupled = coordination(run);
  if (coupled) {
    const names = { en: "coordination degree D", zh: "耦合协调度 D" };
    return { system: null, names, grid: coupled.d, file: fileOf(coupled.step, "coordination") };
  }
  if (!main) return undefined;
  const [root] = rootsOf(main.index);
  const node = main.index.tree.nodes.find((one) => one.id === root);
  return {
    system: root,
    names: node?.names ?? { en: root, zh: root },
    grid: nodeGrid(main.index, root),
    file: fileOf(main.step, "scores"),
  };
}

export interface Move {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

/** How every unit's rank changed between two periods, the largest move first; ties in the order of the units. */
export function moves({ values }: Grid, from: number, to: number): readonly Move[] {
  const [before, after] = [ranks(values[from]), ranks(values[to])];
  return before
    .flatMap((rank, unit): Move[] => {
      const now = after[unit];
      return rank === null || now === null ? [] : [{ unit, from: rank, to: now }];
    })
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || a.unit - b.unit);
}

export interface Ends {
  readonly best: number;
  readonly worst: number;
}

/** The highest and the lowest unit of one period. */
export function bestAndWorst({ values }: Grid, t: number): Ends | undefined {
  const sorted = order(values[t]);
  return sorted.length > 1 ? { best: sorted[0], worst: sorted[sorted.length - 1] } : undefined;
}
