import type { StudyRun } from "../../study/index.js";
import { pair } from "./coordination.js";
import { type Grid, meanAt, type Value } from "./grid.js";
import { mainIndex, nodeGrid } from "./steps.js";

/** Which of two systems runs ahead in how many units. */
export interface Lead {
  readonly ahead: string;
  readonly behind: string;
  readonly aheadGrid: Grid;
  readonly behindGrid: Grid;
  /** units in which it is ahead in the last period, of those with both scores */
  readonly count: number;
  readonly of: number;
  /** positions of the units in which it is not */
  readonly exceptions: readonly number[];
  /** mean of ahead minus mean of behind in every period */
  readonly gaps: readonly Value[];
}

/** The lead in the last period; of two that lead equally often, the one with the higher mean. */
export function lead(run: StudyRun): Lead | undefined {
  const systems = pair(run);
  const main = mainIndex(run);
  if (!systems || !main) return undefined;
  const [x, y] = systems.map((id) => nodeGrid(main.index, id));
  const t = run.data.panel.periods.length - 1;
  const both = x.values[t].map((_, i) => i).filter((i) => x.values[t][i] !== null && y.values[t][i] !== null);
  if (both.length === 0) return undefined;
  const above = (a: Grid, b: Grid): number[] => both.filter((i) => (a.values[t][i] as number) > (b.values[t][i] as number));
  const [first, second] = [above(x, y), above(y, x)];
  const firstLeads =
    first.length > second.length || (first.length === second.length && (meanAt(x, t) as number) >= (meanAt(y, t) as number));
  const [ahead, behind, aheadGrid, behindGrid, wins] = firstLeads
    ? [systems[0], systems[1], x, y, first]
    : [systems[1], systems[0], y, x, second];
  return {
    ahead,
    behind,
    aheadGrid,
    behindGrid,
    count: wins.length,
    of: both.length,
    exceptions: both.filter((i) => !wins.includes(i)),
    gaps: run.data.panel.periods.map((_, k) => {
      const [a, b] = [meanAt(aheadGrid, k), meanAt(behindGrid, k)];
      return a === null || b === null ? null : a - b;
    }),
  };
}
