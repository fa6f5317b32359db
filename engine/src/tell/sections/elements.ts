import { figure, heading, paragraph } from "../blocks.js";
import type { Role } from "../chart.js";
import type { Block } from "../document.js";
import { doubtful, meanAt } from "../lookup/grid.js";
import { fileOf, type IndexStep, nodeGrid, views } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { went } from "../wording.js";

const roles: readonly Role[] = ["empowerment", "equity", "outcome", "ink", "quiet"];

/** The same indicators grouped in another way, e.g. labourers, means and objects of labour. */
export const elements = (tale: Tale): readonly Block[] => (tale.now === 0 ? [] : views(tale.run).flatMap((one) => view(tale, one)));

function view(tale: Tale, { step, index, view: own }: IndexStep): readonly Block[] {
  const { run, names, language, pick, now } = tale;
  const { tree } = index;
  const root = tree.nodes.find((node) => node.parent === null);
  const groups = tree.nodes.filter((node) => node.parent === root?.id);
  const parts = (groups.length ? groups : tree.nodes.filter((node) => node.parent === null)).flatMap((node) => {
    const grid = nodeGrid(index, node.id);
    const values = run.data.panel.periods.map((_, t) => meanAt(grid, t));
    const [from, to] = [values[0], values[now]];
    return from === null || to === null ? [] : [{ id: node.id, name: names.of(node.id, tree), values, from, to, doubt: doubtful(grid) }];
  });
  const [most] = [...parts].sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!most || parts.length < 2) return [];
  const least = [...parts].sort((a, b) => a.to - a.from - (b.to - b.from))[0];
  const two = (value: number): string => fixed(value, 2);
  const anyDoubt = parts.some((one) => one.doubt.some(Boolean));
  return [
    heading(pick({ en: "By the elements of productivity", zh: "按生产力要素看" })),
    paragraph(
      pick({
        en: prose`The view "${own ?? step.id}" sorts the same indicators into ${parts.length} groups: ${names.list(parts.map((one) => `${one.name.toLowerCase()} ${went(one.from, one.to, language)}`))}.`,
        zh: prose`“${own ?? step.id}”视角将同样的指标归为 ${parts.length} 组：${parts.map((one) => `${one.name}${went(one.from, one.to, language)}`).join("，")}。`,
      }),
    ),
    figure({
      id: `view-${step.id}`,
      title: pick({
        en: `${title(most.name)} gained most (${two(most.to - most.from)}), ${least.name.toLowerCase()} least (${two(least.to - least.from)})`,
        zh: `${most.name}升幅最大（${two(most.to - most.from)}），${least.name}最小（${two(least.to - least.from)}）`,
      }),
      subtitle: pick({
        en: `Mean score of ${names.units(run.data.panel.units.length)}, ${span(run.data.panel.periods)}, index 0–1`,
        zh: `${span(run.data.panel.periods)} 年 ${names.units(run.data.panel.units.length)}平均得分，指数 0–1`,
      }),
      chart: {
        kind: "lines",
        x: run.data.panel.periods,
        series: parts.map((one, k) => ({ name: title(one.name), role: roles[k % roles.length], values: one.values, doubtful: one.doubt })),
        range: [0, 1],
      },
      note: pick({
        en: `Unweighted means of step ${step.id}.${anyDoubt ? " Dashed: at least half of the scores rest on an imputed cell." : ""}`,
        zh: `步骤 ${step.id} 的简单平均。${anyDoubt ? "虚线表示半数以上得分含插补值。" : ""}`,
      }),
      description: pick({
        en: `Lines over time: ${parts.map((one) => `${one.name.toLowerCase()} ${went(one.from, one.to, language)}`).join("; ")}.`,
        zh: `折线图：${parts.map((one) => `${one.name}${went(one.from, one.to, language)}`).join("；")}。`,
      }),
      file: fileOf(step, "scores"),
    }),
  ];
}
