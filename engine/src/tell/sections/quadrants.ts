import type { StepRun } from "../../study/index.js";
import { figure, heading, paragraph } from "../blocks.js";
import type { Role } from "../chart.js";
import type { Block } from "../document.js";
import { column } from "../lookup/grid.js";
import { fileOf, mainIndex, stepsOf, tableOf } from "../lookup/steps.js";
import { small, title } from "../names/names.js";
import { span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";

/** Colours of the quadrants: both high, only the second, both low, only the first. */
const roles: readonly Role[] = ["outcome", "equity", "quiet", "empowerment"];
/** From the bottom of the stack: both high, then one high, then both low. */
const stacked = [0, 1, 3, 2];

/** Two scores at once: how many units are high in both, in one, in neither. */
export const quadrants = (tale: Tale): readonly Block[] =>
  tale.now === 0 ? [] : stepsOf(tale.run, "quadrant").flatMap((step) => types(tale, step));

function types(tale: Tale, step: StepRun): readonly Block[] {
  const { run, names, language, pick, now, first, last } = tale;
  const [counts, labels] = [tableOf(step, "counts"), tableOf(step, "names")];
  const source = Object.values(step.sources).find((one) => one.kind === "columns");
  const said = labels && column(labels, language === "zh" ? "name_zh" : "name_en");
  if (!counts || !said || source?.kind !== "columns") return [];
  const tree = mainIndex(run)?.index.tree;
  const [x, y] = source.addresses.map((one) => small(names.of(one.column, tree)));
  const series = stacked.map((k) => ({
    name: String(said[k]),
    role: roles[k],
    values: (column(counts, `q${k + 1}`) ?? []).map((one) => (typeof one === "number" ? one : null)),
  }));
  const [both] = series;
  const [before, after] = [both.values[0], both.values[now]];
  const of = series.reduce((total, one) => total + (one.values[now] ?? 0), 0);
  if (before === null || after === null || of === 0) return [];
  const { threshold, scope } = step.options as { threshold: "median" | "mean" | "fixed" | "national"; scope: string };
  const { otherThreshold: other } = step.result.trace as { otherThreshold: { threshold: "median" | "mean"; changed: number; of: number } };
  const line = pick(lines)[threshold];
  const all = scope === "pooled" && (threshold === "median" || threshold === "mean");
  return [
    heading(pick({ en: `${title(x)} and ${y} at once`, zh: `同时看${x}与${y}` })),
    paragraph(
      pick({
        en: prose`In ${last}, ${after} of ${names.units(of)} are at or above the ${line}${all ? " of all years" : ""} in both ${x} and ${y}, against ${before} in ${first}. With the ${other.threshold} as the line, ${other.changed} of ${other.of} region-years would change type.`,
        zh: prose`${last} 年 ${names.units(of)}中有 ${after} 个在${x}与${y}上均达到${all ? "全部年份的" : ""}${line}，${first} 年为 ${before} 个。若改以${pick(lines)[other.threshold]}为界，${other.of} 个地区年份中有 ${other.changed} 个改变类型。`,
      }),
    ),
    figure({
      id: `quadrants-${step.id}`,
      title: pick({
        en: `High in both ${x} and ${y}: ${before} of ${of} in ${first}, ${after} in ${last}`,
        zh: `${x}与${y}双高者：${first} 年 ${before} 个，${last} 年 ${after} 个`,
      }),
      subtitle: pick({
        en: `${title(names.unitWord.many)} by type, ${span(run.data.panel.periods)}`,
        zh: `${span(run.data.panel.periods)} 年各类型${names.unitWord.one}数`,
      }),
      chart: { kind: "stack", x: run.data.panel.periods, series },
      note: pick({
        en: `Lines between high and low: the ${line}${all ? " over all years, so that types compare over time" : ""}.`,
        zh: `高低以${all ? "全部年份的" : ""}${line}为界${all ? "，类型可跨期比较" : ""}。`,
      }),
      description: pick({
        en: `Stacked counts over time: ${series.map((one) => `${one.name} from ${one.values[0]} to ${one.values[now]}`).join("; ")}.`,
        zh: `堆叠图：${series.map((one) => `${one.name}由 ${one.values[0]} 个到 ${one.values[now]} 个`).join("；")}。`,
      }),
      file: fileOf(step, "counts"),
    }),
  ];
}

const lines = {
  en: { median: "median", mean: "mean", fixed: "fixed line", national: "national value" },
  zh: { median: "中位数", mean: "均值", fixed: "固定值", national: "全国值" },
};
