import { figure } from "../blocks.js";
import type { Block } from "../document.js";
import { type Coordination, commonest, lagGrid, levelCounts } from "../lookup/coordination.js";
import { known } from "../lookup/grid.js";
import { fileOf } from "../lookup/steps.js";
import { formNames } from "../names/form-names.js";
import { fixed } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { lagNames } from "./lag-names.js";
import { seats } from "./map.js";

const corners = { first: "left", second: "right", together: undefined } as const;

/** The class of every unit's coordination on the tile map, with the system that lags. */
export function classMap(tale: Tale, found: Coordination): Block | undefined {
  const { run, names, say, pick, now, last } = tale;
  const places = seats(tale);
  const { level, levels, systems } = found;
  if (!places || !level || levels.length === 0) return undefined;
  const most = commonest(levelCounts(level, now, levels.length));
  if (!most) return undefined;
  const classed = known(level.values[now]).length;
  const name = say(levels[most.level - 1]);
  const lags = systems.length === 2 ? lagGrid(run, found) : undefined;
  const lagging = lags && lagNames(tale, found);
  const mostly = lags && (["first", "second"] as const).map((lag) => ({ lag, count: lags[now].filter((one) => one === lag).length }));
  const [lag] = [...(mostly ?? [])].sort((a, b) => b.count - a.count);
  const beside =
    lag && lagging && lag.count > 0
      ? pick({ en: `; ${lagging[lag.lag]} in ${lag.count}`, zh: `；${lagging[lag.lag]}者 ${lag.count} 个` })
      : "";
  const closed = found.step.result.method.options.interval !== "right-closed";
  return figure({
    id: "classes",
    title: pick({
      en: `${most.count} of ${names.units(classed)} stand in one class: ${name.toLowerCase()}${beside}`,
      zh: `${names.units(classed)}中有 ${most.count} 个处于“${name}”${beside}`,
    }),
    subtitle: pick({
      en: `Class of the coordination degree D, ${formNames[found.id].en}, ${last}; the number is D${lagging ? ", the corner says which system lags" : ""}`,
      zh: `${last} 年耦合协调度 D 的等级（${formNames[found.id].zh}），数字为 D 值${lagging ? "，角标为滞后类型" : ""}`,
    }),
    chart: {
      kind: "tile-classes",
      levels: levels.map(say),
      tiles: places.map(({ column, row }, i) => {
        const own = level.values[now][i];
        const d = found.d.values[now][i];
        return {
          name: names.unit(i),
          short: names.short(i),
          column,
          row,
          level: own === null ? null : own - 1,
          label: d === null ? "" : fixed(d, 2),
          ...(lags ? { corner: corners[lags[now][i] ?? "together"] } : {}),
        };
      }),
      ...(lagging ? { corners: { left: lagging.first, right: lagging.second, none: lagging.together } } : {}),
    },
    note: pick({
      en: `Class borders are conventions; a degree on a border belongs to the ${closed ? "higher" : "lower"} class. Tiles stand for places, not for areas or borders.`,
      zh: `等级界限为约定，恰在界限上者归入${closed ? "较高" : "较低"}一级。方格只示意方位，不表示面积与边界。`,
    }),
    description: pick({
      en: `Tile map of coordination classes: ${most.count} of ${classed} are in the class ${name.toLowerCase()}.`,
      zh: `协调等级方格地图：${classed} 个中有 ${most.count} 个为${name}。`,
    }),
    file: fileOf(found.step, "coordination"),
  });
}
