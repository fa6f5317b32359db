import { figure, paragraph, table, there } from "../blocks.js";
import type { Block, Section } from "../document.js";
import { ends, type Inequality, inequalities } from "../lookup/inequality.js";
import { layered } from "../lookup/layered.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { cell, fixed, percent, score, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { joined, went } from "../wording.js";
import { dagumParts } from "./dagum-parts.js";
import { layeredParts } from "./layered-parts.js";
import { lorenzCurves } from "./lorenz-curves.js";
import { measured, roleOf, weighing, weightColumn } from "./measured.js";
import { oliveAside, olives } from "./olives.js";
import { stack } from "./theil-parts.js";

/** Is the gap closing: Gini over time, Lorenz curves, Theil between and within groups, Dagum with their overlap, levels, the olive. */
export function inequality(tale: Tale): Section | undefined {
  const { run, language, pick, names } = tale;
  const [ginis, theils, dagums] = [inequalities(run, "gini"), inequalities(run, "theil"), inequalities(run, "dagum")];
  const all = [...ginis, ...theils, ...dagums];
  const [lorenzes, middles] = [inequalities(run, "lorenz"), inequalities(run, "olive")];
  const levels = layered(run);
  const townApart = levels.some(({ table }) => table === "urban-rural-theil");
  if (all.length + lorenzes.length + middles.length + levels.length === 0) return undefined;
  const phrases = ginis.flatMap((one) => {
    const at = ends(one);
    return at ? [prose`${measured(tale, one)}${pick({ en: " ", zh: "" })}${went(at.from, at.to, language)}`] : [];
  });
  return {
    id: "inequality",
    title: pick({ en: "Is the gap closing?", zh: "差距在缩小吗" }),
    blocks: there(
      phrases.length > 0 &&
        paragraph(
          pick({
            en: prose`Gini coefficients between the ${names.unitWord.many}: ${joined(phrases, language)}.`,
            zh: prose`${names.unitWord.many}之间的基尼系数：${joined(phrases, language)}。`,
          }),
        ),
      lines(tale, ginis),
      lorenzes.flatMap((one) => lorenzCurves(tale, one) ?? []),
      theils.flatMap((one) => stack(tale, one) ?? []),
      dagums.flatMap((one) => dagumParts(tale, one)),
      levels.flatMap((one) => layeredParts(tale, one)),
      all.length > 0 && summaryTable(tale, all),
      olives(tale, middles),
    ),
    asides: [
      aside(
        pick({ en: "Between whom", zh: "谁与谁之间" }),
        pick({
          en: prose`These measures compare ${names.unitWord.many}, not persons: differences inside a ${names.unitWord.one} are not in them${townApart ? ", save those between town and country where the two stand apart" : ""}.`,
          zh: prose`这些指标比较的是${names.unitWord.many}，不是个人；${names.unitWord.one}内部的差异不在其中${townApart ? "（城乡分开计时，城乡之间的差异除外）" : ""}。`,
        }),
      ),
      ...(middles.length > 0 ? [oliveAside(tale)] : []),
    ],
  };
}

function lines(tale: Tale, ginis: readonly Inequality[]): Block | undefined {
  const { run, pick, now } = tale;
  const drawn = ginis.flatMap((one) => {
    const at = ends(one);
    return at ? [{ one, at }] : [];
  });
  if (now === 0 || drawn.length === 0) return undefined;
  const sorted = [...drawn].sort((a, b) => b.at.to - a.at.to);
  const [most, least] = [sorted[0], sorted[sorted.length - 1]];
  const [name, other] = [most, least].map(({ one }) => measured(tale, one));
  const two = (value: number): string => fixed(value, 2);
  const finding =
    most === least
      ? pick({
          en: `The Gini of ${name} ${went(most.at.from, most.at.to, "en", two)}`,
          zh: `${name}的基尼系数${went(most.at.from, most.at.to, "zh", two)}`,
        })
      : pick({
          en: `${title(name)} is shared most unequally (Gini ${two(most.at.to)}), ${other} least (${two(least.at.to)})`,
          zh: `${name}最不均（基尼系数 ${two(most.at.to)}），${other}最均（${two(least.at.to)}）`,
        });
  const { periods } = run.data.panel;
  return figure({
    id: "gini",
    title: finding,
    subtitle: pick({ en: `Gini coefficient, ${span(periods)}`, zh: `${span(periods)} 年基尼系数` }),
    chart: {
      kind: "lines",
      x: periods,
      series: ginis.map((one) => ({ name: title(measured(tale, one)), role: roleOf(tale, one), values: one.values })),
    },
    note: pick({ en: `0 = all alike. ${weighing(tale, ginis)}.`, zh: `0 表示完全相同。${weighing(tale, ginis)}。` }),
    description: pick({ en: `Lines over time. ${finding}.`, zh: `折线图。${finding}。` }),
    file: fileOf(most.one.step, "gini"),
  });
}

function summaryTable(tale: Tale, all: readonly Inequality[]): Block {
  const { names, say, pick, now, first, last } = tale;
  const parts = all.some((one) => one.between);
  const overlap = all.some((one) => one.transvariation);
  const opens = all.map((one, k) => all[k - 1]?.step.card !== one.step.card);
  const latest = (values: readonly (number | null)[]): number | null => values[values.length - 1] ?? null;
  const share = (one: Inequality, t: number): number | null => {
    const [part, whole] = [one.between?.[t] ?? null, one.values[t]];
    return part === null || whole === null || whole === 0 ? null : part / whole;
  };
  return table({
    id: "inequality",
    title: pick({ en: `Inequality between ${names.unitWord.many}`, zh: `${names.unitWord.many}之间的差距` }),
    head: [
      { label: pick({ en: "Measure", zh: "指标" }) },
      { label: pick({ en: "Of", zh: "对象" }), align: "left" },
      { label: pick({ en: "Weighted by", zh: "权重" }), align: "left" },
      ...(now > 0 ? [{ label: String(first) }] : []),
      { label: String(last) },
      ...(parts
        ? [
            ...(now > 0 ? [{ label: pick({ en: `Between ${first}`, zh: `${first} 组间占比` }) }] : []),
            { label: pick({ en: `Between ${last}`, zh: `${last} 组间占比` }) },
          ]
        : []),
    ],
    rows: all.map((one, k) => [
      opens[k] ? say(one.step.card.names) : "",
      measured(tale, one),
      one.weight ? names.inside(weightColumn(one)) : pick({ en: "equal", zh: "等权" }),
      ...(now > 0 ? [cell(one.values[0], score)] : []),
      cell(latest(one.values), score),
      ...(parts
        ? [...(now > 0 ? [cell(share(one, 0), (x) => percent(x))] : []), cell(share(one, one.values.length - 1), (x) => percent(x))]
        : []),
    ]),
    groups: opens.flatMap((open, k) => (open ? [k] : [])),
    note: pick({
      en: `${overlap ? "between groups for Dagum is net of their overlap; " : ""}the raw numbers of every year are in the tables of the steps.`,
      zh: `${overlap ? "Dagum 的组间占比为不含超变密度的净值；" : ""}逐年数值见各步骤的数据表。`,
    }),
  });
}
