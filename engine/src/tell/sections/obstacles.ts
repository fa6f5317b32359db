import { figure, paragraph, table, there } from "../blocks.js";
import type { FigureBlock, Section, TableBlock } from "../document.js";
import { drawnOf } from "../lookup/drawn.js";
import { order } from "../lookup/grid.js";
import { type Common, commonObstacles, obstacles as found, type Obstacles, topOf } from "../lookup/obstacles.js";
import { standing } from "../lookup/standing.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { percent } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { joined } from "../wording.js";

/** What holds each unit back: which indicators make up the distance to the best. */
export function obstacles(tale: Tale): Section | undefined {
  const { run, names, language, pick, last } = tale;
  const known = found(run);
  if (!known) return undefined;
  const now = known.all.filter((one) => one.period === last);
  const roots = [...new Set(now.map((one) => one.root))];
  const common = commonObstacles(now, last);
  const leading = roots.flatMap((root) => common.find((one) => one.root === root) ?? []);
  if (leading.length === 0) return undefined;
  const phrases = leading.map((one) =>
    pick({
      en: prose`in ${names.coloured(one.root)} "${names.of(one.indicator)}" (${percent(one.degree)} of the distance on average, among the three largest in ${one.inTop} of ${names.units(one.units)})`,
      zh: prose`${names.coloured(one.root)}为“${names.of(one.indicator)}”（平均占差距的 ${percent(one.degree)}，在 ${names.units(one.units)}中的 ${one.inTop} 个居前三位）`,
    }),
  );
  return {
    id: "obstacles",
    title: pick({ en: "What holds them back", zh: "哪里堵住了" }),
    blocks: there(
      paragraph(
        pick({
          en: prose`The largest obstacle in ${last} is ${joined(phrases, language)}.`,
          zh: prose`${last} 年最大的障碍：${joined(phrases, language)}。`,
        }),
      ),
      roots
        .map((root) =>
          matrix(
            tale,
            known,
            root,
            leading.find((one) => one.root === root),
          ),
        )
        .filter((one) => one !== undefined),
      perUnit(tale, known, roots),
    ),
    asides: [
      aside(
        pick({ en: "Obstacle degree", zh: "障碍度" }),
        pick({
          en: prose`The degree of an indicator is its weight times its distance to the best value seen, as a share of all distances in the system. It says where the distance lies, not what it would cost to close it.`,
          zh: prose`障碍度＝指标权重×与最优值的差距，在该系统总差距中的占比。它说明差距在哪里，不说明缩小差距的代价。`,
        }),
      ),
    ],
  };
}

function matrix(tale: Tale, known: Obstacles, root: string, leading: Common | undefined): FigureBlock | undefined {
  const { run, names, pick, now, last } = tale;
  const own = known.all.filter((one) => one.root === root && one.period === last);
  const { tree } = run.framework;
  const columns = [...new Set(own.map((one) => one.indicator))].sort(
    (a, b) => tree.leaves.findIndex((leaf) => leaf.id === a) - tree.leaves.findIndex((leaf) => leaf.id === b),
  );
  const ranked = standing(run);
  const { units } = run.data.panel;
  const present = new Set(own.map((one) => one.unit));
  const all = (ranked ? order(ranked.grid.values[now]) : units.map((_, i) => i)).filter((i) => present.has(units[i].code));
  if (!leading || columns.length < 2 || all.length === 0) return undefined;
  const { rows, says } = drawnOf(tale, all);
  const system = names.system(root);
  const degree = new Map(own.map((one) => [`${one.unit} ${one.indicator}`, one.degree * 100]));
  return figure({
    id: `obstacles-${root}`,
    title: pick({
      en: `${title(system)}: "${names.of(leading.indicator)}" is among the three largest obstacles in ${leading.inTop} of ${names.units(leading.units)}`,
      zh: `${system}：“${names.of(leading.indicator)}”在 ${names.units(leading.units)}中的 ${leading.inTop} 个居前三位障碍`,
    }),
    subtitle: pick({
      en: `Obstacle degree of every indicator, per cent of the distance in the system, ${last}; rows in the order of the ranking`,
      zh: `${last} 年各指标障碍度（占该系统差距的百分比），行按位次排列`,
    }),
    chart: {
      kind: "heatmap",
      rows: rows.map(names.unit),
      columns: columns.map((id) => names.of(id)),
      values: rows.map((i) => columns.map((id) => degree.get(`${units[i].code} ${id}`) ?? null)),
      role: names.role(root),
      digits: 0,
      unit: "%",
    },
    note: `${pick({
      en: "Weights in force as in the weights section; every row sums to 100 %. Hatched: no value.",
      zh: "权重见“权重”一节；每行合计 100%。斜线表示无值。",
    })}${says}`,
    description: pick({
      en: `Matrix of ${rows.length} ${names.unitWord.many} by ${columns.length} indicators; the largest mean obstacle is "${names.of(leading.indicator)}", ${percent(leading.degree)}.`,
      zh: `${names.units(rows.length)} × ${columns.length} 项指标的矩阵；平均障碍度最大的是“${names.of(leading.indicator)}”，${percent(leading.degree)}。`,
    }),
    file: fileOf(known.step, "obstacles"),
  });
}

function perUnit(tale: Tale, known: Obstacles, roots: readonly string[]): TableBlock {
  const { run, names, pick, now, last } = tale;
  const ranked = standing(run);
  const { units } = run.data.panel;
  const rows = ranked ? order(ranked.grid.values[now]) : units.map((_, i) => i);
  const shown = roots.slice(0, 3);
  const separator = pick({ en: "; ", zh: "；" });
  return table({
    id: "obstacles",
    wide: true,
    folded: rows.length > 8,
    title: pick({
      en: `The two largest obstacles of every ${names.unitWord.one}, ${last}`,
      zh: `${last} 年各${names.unitWord.one}的前两位障碍`,
    }),
    head: [
      { label: title(names.unitWord.one), align: "left" },
      ...shown.map((root) => ({ label: title(names.system(root)), align: "left" as const })),
    ],
    rows: rows.map((i) => [
      names.unit(i),
      ...shown.map((root) => {
        const top = topOf(known.all, units[i].code, root, last).slice(0, 2);
        return top.length ? top.map((one) => `${names.of(one.indicator)} ${percent(one.degree, 0)}`).join(separator) : null;
      }),
    ]),
    file: fileOf(known.step, "obstacles"),
  });
}
