import { figure, heading, paragraph } from "../blocks.js";
import type { Block } from "../document.js";
import type { Coordination } from "../lookup/coordination.js";
import { type DegreeIntervals, degreeIntervals, medianSpan, unsettled } from "../lookup/degrees.js";
import { drawnOf } from "../lookup/drawn.js";
import { known, order } from "../lookup/grid.js";
import { type Alternative, effects } from "../lookup/intervals.js";
import { fileOf } from "../lookup/steps.js";
import { formNames } from "../names/form-names.js";
import { small } from "../names/names.js";
import { count, fixed, percent } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { alternativeText, variationsOf, wordOf } from "./choice-words.js";

const two = (value: number): string => fixed(value, 2);
const whole = (value: number): string => percent(value, 0);

/** How firm a class is: the interval of every degree under other choices, in words and drawn over the borders of the classes. */
export function degreesDoubted(tale: Tale, found: Coordination): readonly Block[] {
  const { run, pick, last } = tale;
  const intervals = degreeIntervals(run, found, last);
  if (!intervals || known(intervals.degree).length < 2) return [];
  return [
    heading(pick({ en: "How firm is a class", zh: "等级有多稳" })),
    paragraph(summary(tale, intervals)),
    picture(tale, found, intervals),
  ];
}

/** The choice that moves the mean degree most, with its lowest and its highest mean. */
function mostMoving(tale: Tale, { step, alternatives }: DegreeIntervals): string {
  const { pick } = tale;
  const [column] = alternatives.map((one) => one.column);
  const [one] = column === undefined ? [] : effects(alternatives, column);
  if (!one || two(one.near.change) === two(one.far.change)) return "";
  const variation = variationsOf(step).find(({ name }) => name === one.choice);
  const word = variation ? wordOf(tale, variation) : one.choice;
  const at = (each: Alternative): string =>
    pick({
      en: `${two(each.change)} under ${small(alternativeText(tale, step, each))}`,
      zh: `${alternativeText(tale, step, each)}下为 ${two(each.change)}`,
    });
  return pick({
    en: ` The ${word} ${word.endsWith("s") ? "move" : "moves"} D most: on average ${at(one.near)}, ${at(one.far)}.`,
    zh: `影响最大的是${word}：D 均值${at(one.near)}，${at(one.far)}。`,
  });
}

function shareOf({ step }: DegreeIntervals): string {
  const { bounds } = step.options as { bounds: readonly [number, number] };
  return `${fixed((bounds[1] - bounds[0]) * 100, 0)}%`;
}

function summary(tale: Tale, intervals: DegreeIntervals) {
  const { names, pick, last } = tale;
  const { draws } = intervals.step.result.value as { draws: number };
  const moved = unsettled(intervals);
  const sorted = order(intervals.same);
  const [firm, loose] = [sorted[0], sorted[sorted.length - 1]];
  const share = (i: number): string => whole(intervals.same[i] as number);
  const always = intervals.same.filter((one) => one === 1).length;
  const firmest =
    always > 0
      ? pick({ en: `${names.units(always)} keep it under every choice`, zh: `${names.units(always)}在任何选择下都不变` })
      : pick({
          en: `it is firmest in ${names.unit(firm)} (${share(firm)} of the designs)`,
          zh: `最稳的是${names.unit(firm)}（${share(firm)} 的设计不变）`,
        });
  const rare = intervals.same.filter((one) => one !== null && one < 0.5).length;
  return pick({
    en: prose`Under the same ${count(draws)} designs as the ranks, the ${shareOf(intervals)} interval of D in ${last} is ${two(medianSpan(intervals))} wide at the median. The class of ${moved.count} of ${names.units(moved.of)} changes inside the interval: ${firmest}, least firm in ${names.unit(loose)} (${share(loose)}), and in ${names.units(rare)} most designs give another class than the one shown.${mostMoving(tale, intervals)}`,
    zh: prose`在与位次相同的 ${count(draws)} 种设计下，${last} 年 D 的 ${shareOf(intervals)} 区间宽度中位数为 ${two(medianSpan(intervals))}。${names.units(moved.of)}中有 ${moved.count} 个的等级在区间内改变：${firmest}，最不稳的是${names.unit(loose)}（${share(loose)} 的设计不变）；${names.units(rare)}在多数设计下的等级与图示不同。${mostMoving(tale, intervals)}`,
  });
}

function picture(tale: Tale, found: Coordination, intervals: DegreeIntervals): Block {
  const { names, say, pick, last } = tale;
  const { rows, says } = drawnOf(tale, order(intervals.degree));
  const moved = unsettled(intervals);
  const of = (values: DegreeIntervals["degree"]) => rows.map((i) => values[i]);
  const ends = known([...intervals.lower, ...intervals.upper]);
  return figure({
    id: "degree-intervals",
    title: pick({
      en: `${moved.count === moved.of ? `The class of all ${names.units(moved.of)}` : `The class of ${moved.count} of ${names.units(moved.of)}`} changes inside the interval of D`,
      zh:
        moved.count === moved.of
          ? `全部 ${names.units(moved.of)}的等级都在 D 的区间内改变`
          : `${names.units(moved.of)}中有 ${moved.count} 个的等级在 D 的区间内改变`,
    }),
    subtitle: pick({
      en: `D as shown (point) and its ${shareOf(intervals)} interval (bar) in ${formNames[found.id].en}, ${last}; lines are the class borders`,
      zh: `${last} 年 D 值（点）及其 ${shareOf(intervals)} 区间（条），${formNames[found.id].zh}；竖线为等级界限`,
    }),
    chart: {
      kind: "intervals",
      rows: rows.map(names.unit),
      series: [{ name: "D", role: "ink", values: of(intervals.degree), low: of(intervals.lower), high: of(intervals.upper) }],
      scale: {
        from: Math.min(...ends),
        to: Math.max(...ends),
        borders: found.levels.flatMap((name, k) => (found.bounds[k] > 0 ? [{ value: found.bounds[k], name: say(name) }] : [])),
      },
    },
    note: `${pick({
      en: "The interval covers the choices varied, each taken as equally likely; it does not cover errors in the data. A rank scale also moves the level of D, not only the order.",
      zh: "区间只反映所变的选择（各备选项视为同等可能），不含数据误差；改用名次类标准化时，D 的水平也会变动，不只是次序。",
    })}${says}`,
    description: pick({
      en: `Degrees with intervals: the class of ${moved.count} of ${moved.of} differs between the ends of the interval.`,
      zh: `协调度区间图：${moved.of} 个中有 ${moved.count} 个区间两端的等级不同。`,
    }),
    file: fileOf(intervals.step, "degrees"),
  });
}
