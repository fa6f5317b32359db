import { levelAt } from "../../../explain/levels/index.js";
import { levelOf } from "../../../ground/designs/index.js";
import { mean } from "../../../ground/sums/index.js";
import { valueIntervals } from "../../../measure/uncertainty/index.js";
import { type Cell, finite, type Plan, type PlanColumn, type ResultTable, rowsTable } from "../../../method/index.js";

/** Values of every draw, column by column. */
interface Drawn {
  readonly nominal: readonly Float64Array[];
  readonly draws: readonly { readonly u: Float64Array; readonly values: readonly Float64Array[] }[];
}
type Classes = NonNullable<PlanColumn["classes"]>;

/**
 * The interval of every degree that falls into classes, and how the draws divide over the classes. Scores have no such table: another
 * scale is another unit, and only their ranks compare.
 */
export function degreeTables(plan: Plan, drawn: Drawn, bounds: readonly [number, number]): ResultTable[] {
  const { columns, units, periods } = plan;
  const { nominal, draws } = drawn;
  const degrees: Record<string, Cell>[] = [];
  const shares: Record<string, Cell>[] = [];
  columns.forEach(({ id, classes }, c) => {
    if (!classes) return;
    const values = draws.map((one) => one.values[c]);
    const found = valueIntervals(nominal[c], values, bounds);
    units.forEach(({ code }, i) => {
      periods.forEach((period, t) => {
        const cell = t * units.length + i;
        const one = found[cell];
        if (!one) return;
        const key = { column: id, unit: code, period };
        const counted = countClasses(classes, values, cell);
        const own = classOf(classes, one.nominal);
        const all = counted.reduce((sum, { count }) => sum + count, 0);
        const most = counted.reduce((best, each) => (each.count > best.count ? each : best));
        degrees.push({
          ...key,
          ...one,
          class: own,
          class_lower: classOf(classes, one.lower),
          class_upper: classOf(classes, one.upper),
          same: (counted.find((each) => each.class === own)?.count ?? 0) / all,
          likeliest: most.class,
        });
        for (const each of counted) shares.push({ ...key, class: each.class, share: each.count / all });
      });
    });
  });
  if (degrees.length === 0) return [];
  const percent = bounds.map((one) => `${Number((one * 100).toPrecision(6))} %`);
  const keys = { column: { en: "of", zh: "对象" }, unit: { en: "unit", zh: "单位" }, period: { en: "period", zh: "时期" } };
  return [
    rowsTable("degrees", { en: "Degrees and their intervals", zh: "协调度及其区间" }, degrees, {
      ...keys,
      nominal: { en: "degree as the plan is written", zh: "按原计划的协调度" },
      mean: { en: "mean degree", zh: "平均协调度" },
      median: { en: "median degree", zh: "协调度中位数" },
      lower: { en: `${percent[0]} quantile`, zh: `${percent[0]} 分位` },
      upper: { en: `${percent[1]} quantile`, zh: `${percent[1]} 分位` },
      class: { en: "class as the plan is written", zh: "按原计划的等级" },
      class_lower: { en: "class of the lower end", zh: "区间下限的等级" },
      class_upper: { en: "class of the upper end", zh: "区间上限的等级" },
      same: { en: "share of draws that keep the class", zh: "等级不变的抽样比例" },
      likeliest: { en: "class of most draws, the lowest of several", zh: "出现最多的等级（并列取最低）" },
    }),
    rowsTable("class-shares", { en: "Shares of the draws by class", zh: "各等级的抽样比例" }, shares, {
      ...keys,
      class: { en: "class", zh: "等级" },
      share: { en: "share of draws", zh: "抽样比例" },
    }),
    alternativesTable(plan, drawn),
  ];
}

/** The mean degree of all units in the latest period over the draws that take an alternative, and how often a class stays. */
function alternativesTable({ choices, columns, units, periods }: Plan, { nominal, draws }: Drawn): ResultTable {
  const start = (periods.length - 1) * units.length;
  const cells = Array.from(units.keys(), (i) => start + i);
  const rows = choices.flatMap(({ name, alternatives = [] }, k) =>
    alternatives.flatMap((alternative, level) => {
      const own = draws.filter(({ u }) => levelOf(u[k], alternatives.length) === level);
      return columns.flatMap(({ id, classes }, c): Record<string, Cell>[] => {
        if (!classes) return [];
        const values = own.flatMap(({ values: all }) => cells.map((cell) => ({ cell, value: all[c][cell] })));
        const there = values.filter(({ cell, value }) => value === value && nominal[c][cell] === nominal[c][cell]);
        const stays = there.filter(({ cell, value }) => classOf(classes, value) === classOf(classes, nominal[c][cell])).length;
        return [
          {
            choice: name,
            alternative,
            column: id,
            draws: own.length,
            mean: finite(mean(there.map(({ value }) => value))),
            same: finite(stays / there.length),
          },
        ];
      });
    }),
  );
  return rowsTable(
    "degree-choices",
    { en: `Mean degree under each alternative, ${periods.at(-1)}`, zh: `${periods.at(-1)} 年各备选项下的平均协调度` },
    rows,
    {
      choice: { en: "choice", zh: "选择" },
      alternative: { en: "alternative", zh: "备选项" },
      column: { en: "of", zh: "对象" },
      draws: { en: "draws", zh: "抽样数" },
      mean: { en: "mean degree", zh: "平均协调度" },
      same: { en: "share of units and draws that keep the class", zh: "等级不变的单位与抽样比例" },
    },
  );
}

const classOf = ({ levels, interval }: Classes, value: number): number => levelAt(levels, value, interval);

/** Classes that occur in the draws, the lowest first. */
function countClasses(classes: Classes, draws: readonly Float64Array[], cell: number) {
  const counts = new Map<number, number>();
  for (const values of draws) {
    if (values[cell] !== values[cell]) continue;
    const found = classOf(classes, values[cell]);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].map(([level, count]) => ({ class: level, count })).sort((a, b) => a.class - b.class);
}
