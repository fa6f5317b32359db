import { figure } from "../blocks.js";
import type { Chart } from "../chart.js";
import type { FigureBlock } from "../document.js";
import { coordination, pair } from "../lookup/coordination.js";
import { known, meanAt } from "../lookup/grid.js";
import { lead } from "../lookup/leads.js";
import { bestAndWorst, standing } from "../lookup/standing.js";
import { fileOf, mainIndex, nodeGrid } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";

/** The picture on the cover: the two wheels of all units together, or a short ranking when there is no pair of systems. */
export function emblem(tale: Tale): FigureBlock | undefined {
  return wheels(tale) ?? ladder(tale);
}

function wheels(tale: Tale): FigureBlock | undefined {
  const { run, names, pick, now, last } = tale;
  const main = mainIndex(run);
  const systems = pair(run);
  const coupled = coordination(run);
  const ahead = lead(run);
  if (!main || !systems || !coupled || !ahead) return undefined;
  const { tree } = main.index;
  const side = (id: string): Extract<Chart, { kind: "wheels" }>["left"] | undefined => {
    const score = meanAt(nodeGrid(main.index, id), now);
    const arcs = tree.nodes.filter((node) => node.parent === id);
    const values = arcs.map((node) => meanAt(nodeGrid(main.index, node.id), now));
    if (score === null || values.some((value) => value === null)) return undefined;
    return { name: title(names.system(id)), score, arcs: arcs.map((node, k) => ({ name: names.of(node.id), value: values[k] as number })) };
  };
  const [left, right] = [side(systems[0]), side(systems[1])];
  const d = meanAt(coupled.d, now);
  if (!left || !right || left.arcs.length === 0 || right.arcs.length === 0 || d === null) return undefined;
  const leader = names.system(ahead.ahead);
  const units = names.units(known(coupled.d.values[now]).length);
  return figure({
    id: "two-wheels",
    title: pick({
      en: `${title(leader)} runs ahead in ${ahead.count} of ${names.units(ahead.of)}`,
      zh: `${names.units(ahead.of)}中有 ${ahead.count} 个的${leader}领先`,
    }),
    subtitle: pick({
      en: `Means of ${units}, ${last}. Arcs are the mechanisms, as long as their scores; the belt tightens as coordination D rises.`,
      zh: `${last} 年${units}均值。弧为各机制，弧长即得分；传动带随耦合协调度 D 升高而收紧。`,
    }),
    chart: {
      kind: "wheels",
      left,
      right,
      belt: { value: d, label: `D ${fixed(d, 2)}`, note: pick({ en: `${leader} leads`, zh: `${leader}领先` }) },
    },
    note: pick({
      en: `Scores of step ${main.step.id}, coordination of step ${coupled.step.id}, unweighted means over the ${names.unitWord.many}.`,
      zh: `得分取自步骤 ${main.step.id}，协调度取自步骤 ${coupled.step.id}，均为${names.unitWord.many}简单平均。`,
    }),
    description: pick({
      en: `${left.name} scores ${fixed(left.score, 2)}, ${right.name.toLowerCase()} ${fixed(right.score, 2)}, and the coordination between them is ${fixed(d, 2)}.`,
      zh: `${left.name}得分 ${fixed(left.score, 2)}，${right.name}得分 ${fixed(right.score, 2)}，二者耦合协调度为 ${fixed(d, 2)}。`,
    }),
    file: fileOf(coupled.step, "coordination"),
  });
}

/** Without two wheels: the highest, the mean and the lowest unit. */
function ladder(tale: Tale): FigureBlock | undefined {
  const { run, names, say, pick, now, last } = tale;
  const ranked = standing(run);
  const ends = ranked && bestAndWorst(ranked.grid, now);
  const middle = ranked && meanAt(ranked.grid, now);
  if (!ranked || !ends || middle === null || middle === undefined) return undefined;
  const values = ranked.grid.values[now];
  const [high, low] = [values[ends.best] as number, values[ends.worst] as number];
  return figure({
    id: "cover",
    title: pick({
      en: `${title(names.unit(ends.best))} stands highest, ${names.unit(ends.worst)} lowest`,
      zh: `${names.unit(ends.best)}最高，${names.unit(ends.worst)}最低`,
    }),
    subtitle: pick({ en: `${title(say(ranked.names))}, ${last}`, zh: `${last} 年${say(ranked.names)}` }),
    chart: {
      kind: "bars",
      rows: [names.unit(ends.best), pick({ en: "mean", zh: "均值" }), names.unit(ends.worst)],
      series: [{ name: title(say(ranked.names)), role: ranked.system ? names.role(ranked.system) : "ink", values: [high, middle, low] }],
    },
    note: pick({ en: "Unweighted mean.", zh: "均值为简单平均。" }),
    description: pick({
      en: `${names.unit(ends.best)} scores ${fixed(high, 2)}, the mean is ${fixed(middle, 2)}, ${names.unit(ends.worst)} scores ${fixed(low, 2)}.`,
      zh: `${names.unit(ends.best)} ${fixed(high, 2)}，均值 ${fixed(middle, 2)}，${names.unit(ends.worst)} ${fixed(low, 2)}。`,
    }),
    file: ranked.file,
  });
}
