import { figure, heading, paragraph, table, there } from "../blocks.js";
import type { Aside, Block } from "../document.js";
import { type OliveAt, oliveAt } from "../lookup/curves.js";
import type { Inequality } from "../lookup/inequality.js";
import { fileOf } from "../lookup/steps.js";
import { cell, fixed, magnitude, percent, score, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { went } from "../wording.js";
import { measured, weighing } from "./measured.js";

interface Dated extends OliveAt {
  readonly period: number;
}

/** Is the distribution thick in the middle: who stands below, in and above the band, as a sentence, a picture and a table. */
export function olives(tale: Tale, all: readonly Inequality[]): readonly Block[] {
  const { pick } = tale;
  const blocks = all.flatMap((one) => {
    const found = one.periods.flatMap((period): Dated[] => {
      const at = oliveAt(one, period);
      return at ? [{ ...at, period }] : [];
    });
    return found.length > 0 ? there(paragraph(summary(tale, one, found)), picture(tale, one, found), figures(tale, one, found)) : [];
  });
  return blocks.length > 0 ? [heading(pick({ en: "Thick in the middle?", zh: "是否“两头小、中间大”" })), ...blocks] : [];
}

export const oliveAside = ({ pick }: Tale): Aside =>
  aside(
    pick({ en: "A middle may grow poorer", zh: "中间层可能变穷" }),
    pick({
      en: prose`Borders in medians move with the median: their share can rise while the middle earns less. Read it beside the median and the borders in money.`,
      zh: prose`以中位数倍数划定的区间随中位数移动：占比上升时中间层的收入也可能下降，应与中位数和以货币计的上下限一并看。`,
    }),
  );

const amount = (value: number): string => (value >= 100 || Number.isInteger(value) ? fixed(value, 0) : magnitude(value));

/** The borders as they stand, with the unit of what is measured. */
function money({ run, say }: Tale, { of }: Inequality, { from, to }: Dated): string {
  const unit = run.data.panel.variables.find(({ id }) => id === of.column)?.unit;
  const said = unit ? say(unit) : "";
  return `${amount(from)}–${amount(to)}${said && ` ${said}`}`;
}

const medians = (value: number, median: number): string => String(Number((value / median).toFixed(2)));
const bandText = (tale: Tale, one: Inequality, at: Dated): string =>
  tale.pick({
    en: `${medians(at.from, at.median)}–${medians(at.to, at.median)} medians, ${money(tale, one, at)}`,
    zh: `中位数的 ${medians(at.from, at.median)}–${medians(at.to, at.median)} 倍，${money(tale, one, at)}`,
  });

const isOlive = ({ below, middle, above, modePlace }: OliveAt): boolean => middle > below && middle > above && modePlace !== "below";

function summary(tale: Tale, one: Inequality, found: readonly Dated[]) {
  const { pick } = tale;
  const [first, last] = [found[0], found[found.length - 1]];
  const name = measured(tale, one);
  const trend = pick({
    en: first === last ? "" : `; its share ${went(first.middle, last.middle, "en", percent)} since ${first.period}`,
    zh: first === last ? "" : `；${first.period} 年以来其占比${went(first.middle, last.middle, "zh", percent)}`,
  });
  const shape = isOlive(last)
    ? pick({ en: "The distribution is thickest in the middle: an olive.", zh: "分配中间最厚，呈橄榄型。" })
    : last.below >= last.middle
      ? pick({ en: "It is thickest below the middle: a pyramid, not an olive.", zh: "分配下部最厚，呈金字塔型而非橄榄型。" })
      : pick({
          en: "Most stand in the middle, but the highest peak of the density lies outside it.",
          zh: "多数处于中间，但密度曲线的最高峰不在其中。",
        });
  return pick({
    en: prose`In ${last.period} the middle of ${name} (${bandText(tale, one, last)}) holds ${percent(last.middle)}, ${percent(last.below)} stand below it and ${percent(last.above)} above${trend}. ${shape}`,
    zh: prose`${last.period} 年${name}的中间区间（${bandText(tale, one, last)}）占 ${percent(last.middle)}，以下占 ${percent(last.below)}，以上占 ${percent(last.above)}${trend}。${shape}`,
  });
}

function picture(tale: Tale, one: Inequality, found: readonly Dated[]): Block | undefined {
  const { pick } = tale;
  const [first, last] = [found[0], found[found.length - 1]];
  if (last.layers.length === 0) return undefined;
  const name = measured(tale, one);
  const before = first !== last && first.layers.length === last.layers.length ? first : undefined;
  const finding = pick({
    en: `${percent(last.middle)} stand in the middle of ${name} in ${last.period}`,
    zh: `${last.period} 年${name}处于中间区间的占 ${percent(last.middle)}`,
  });
  return figure({
    id: one.step.id,
    title: finding,
    subtitle: pick({
      en: `Layers of ${name} in multiples of the median, each as wide as its share, ${last.period}`,
      zh: `${last.period} 年${name}的分层（中位数的倍数），宽度为占比`,
    }),
    chart: {
      kind: "pyramid",
      layers: last.layers.map((layer, k) => ({ ...layer, ...(before ? { before: before.layers[k].share } : {}) })),
      band: { from: last.from / last.median, to: last.to / last.median },
      below: { name: pick({ en: "below", zh: "以下" }), value: percent(last.below) },
      middle: {
        name: pick({ en: `middle, ${money(tale, one, last)}`, zh: `中间，${money(tale, one, last)}` }),
        value: percent(last.middle),
      },
      above: { name: pick({ en: "above", zh: "以上" }), value: percent(last.above) },
      unit: pick({ en: "× median", zh: "中位数倍数" }),
      ...(before ? { outline: pick({ en: `outline: ${before.period}`, zh: `轮廓：${before.period} 年` }) } : {}),
      role: "outcome",
    },
    note: pick({
      en: `${weighing(tale, [one])}. The top layer holds all above; a layer that a border cuts is coloured up to it.`,
      zh: `${weighing(tale, [one])}。最上一层含其上全部；被区间界限穿过的层着色至界限处。`,
    }),
    description: pick({
      en: `Pyramid of layers: ${percent(last.below)} below, ${percent(last.middle)} in and ${percent(last.above)} above the middle band of ${name}.`,
      zh: `分层金字塔图：${name}中间区间以下占 ${percent(last.below)}，之中占 ${percent(last.middle)}，以上占 ${percent(last.above)}。`,
    }),
    file: fileOf(one.step, "layers"),
  });
}

function figures(tale: Tale, one: Inequality, found: readonly Dated[]): Block {
  const { pick } = tale;
  const share = (value: number): string => percent(value);
  const name = measured(tale, one);
  const periods = span(found.map(({ period }) => period));
  return table({
    id: one.step.id,
    title: pick({ en: `The middle of ${name}, ${periods}`, zh: `${periods} 年${name}的中间层` }),
    folded: found.length > 4,
    head: [
      { label: pick({ en: "Year", zh: "年份" }) },
      { label: pick({ en: "Below", zh: "以下" }) },
      { label: pick({ en: "Middle", zh: "中间" }) },
      { label: pick({ en: "Above", zh: "以上" }) },
      { label: pick({ en: "Median", zh: "中位数" }) },
      { label: pick({ en: "Band", zh: "区间" }) },
      { label: "Wolfson" },
      { label: pick({ en: "Gini", zh: "基尼系数" }) },
      { label: pick({ en: "Peaks", zh: "峰数" }) },
    ],
    rows: found.map((at) => [
      String(at.period),
      share(at.below),
      share(at.middle),
      share(at.above),
      amount(at.median),
      `${amount(at.from)}–${amount(at.to)}`,
      cell(at.wolfson, score),
      cell(at.gini, score),
      cell(at.modes, (value) => fixed(value, 0)),
    ]),
    note: pick({
      en: "shares of people by the band of the step; peaks of the density with Silverman's bandwidth.",
      zh: "占比按该步骤所定区间；峰数取自 Silverman 带宽的核密度。",
    }),
    file: fileOf(one.step, "olive"),
  });
}
