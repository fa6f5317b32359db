import { mean } from "../../ground/sums/index.js";
import type { Cell, ResultTable } from "../../method/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import { column } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

export interface Obstacle {
  readonly unit: string;
  readonly period: number;
  readonly root: string;
  readonly indicator: string;
  /** share of the distance to the best, 0–1 */
  readonly degree: number;
  readonly deviation: number | null;
  readonly rank: number | null;
}

export interface Obstacles {
  readonly step: StepRun;
  readonly table: ResultTable;
  readonly all: readonly Obstacle[];
}

export function obstacles(run: StudyRun): Obstacles | undefined {
  for (const step of stepsOf(run, "obstacle")) {
    const table = tableOf(step, "obstacles");
    if (!table) continue;
    const read = (id: string): readonly Cell[] => column(table, id) ?? [];
    const [unit, period, root, indicator, degree, deviation, rank] = [
      "unit",
      "period",
      "root",
      "indicator",
      "obstacle",
      "deviation",
      "rank",
    ].map(read);
    const number = (value: Cell | undefined): number | null => (typeof value === "number" ? value : null);
    const all = degree.flatMap((value, row): Obstacle[] =>
      typeof value === "number"
        ? [
            {
              unit: String(unit[row]),
              period: Number(period[row]),
              root: String(root[row] ?? ""),
              indicator: String(indicator[row]),
              degree: value,
              deviation: number(deviation[row]),
              rank: number(rank[row]),
            },
          ]
        : [],
    );
    return { step, table, all };
  }
  return undefined;
}

/** The obstacles of one unit in one system and period, the largest first. */
export const topOf = (all: readonly Obstacle[], unit: string, root: string, period: number): readonly Obstacle[] =>
  all
    .filter((one) => one.unit === unit && one.root === root && one.period === period)
    .sort((a, b) => b.degree - a.degree || (a.indicator < b.indicator ? -1 : 1));

export interface Common {
  readonly indicator: string;
  readonly root: string;
  /** mean degree over the units */
  readonly degree: number;
  /** units in which it is among the three largest of its system */
  readonly inTop: number;
  readonly units: number;
}

/** How common each obstacle is in one period, the largest mean first. */
export function commonObstacles(all: readonly Obstacle[], period: number): readonly Common[] {
  const now = all.filter((one) => one.period === period);
  const keys = [...new Set(now.map((one) => `${one.root}\n${one.indicator}`))];
  return keys
    .map((key): Common => {
      const [root, indicator] = key.split("\n");
      const own = now.filter((one) => one.root === root && one.indicator === indicator);
      const inTop = own.filter((one) => topOf(now, one.unit, root, period).slice(0, 3).includes(one)).length;
      return { indicator, root, degree: mean(own.map((one) => one.degree)), inTop, units: own.length };
    })
    .sort((a, b) => b.degree - a.degree || (a.indicator < b.indicator ? -1 : 1));
}
