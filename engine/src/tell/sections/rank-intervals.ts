import type { StepRun } from "../../study/index.js";
import { figure, heading, paragraph, table, there } from "../blocks.js";
import type { Block } from "../document.js";
import { drawnOf } from "../lookup/drawn.js";
import { known } from "../lookup/grid.js";
import { type Alternative, alternativesOf, effects, medianWidth, type RankIntervals, rankIntervals, width } from "../lookup/intervals.js";
import { fileOf } from "../lookup/steps.js";
import { small, title } from "../names/names.js";
import { cell, count, fixed, place, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { joined } from "../wording.js";
import { alternativeText, variationsOf, wordOf } from "./choice-words.js";

/** Systems shown: more than two intervals a row cannot be read. */
const shown = 2;
/** Choices with more alternatives than this show those that move ranks most. */
const listed = 4;

/** How far the ranks hang on choices: the interval of every rank, and which choice moves ranks most. */
export function robustness(tale: Tale): readonly Block[] {
  const { run, pick, last } = tale;
  const found = rankIntervals(run, last).slice(0, shown);
  if (found.length === 0 || known(found[0].rank).length === 0) return [];
  return [
    heading(pick({ en: "How far ranks hang on choices", zh: "位次在多大程度上取决于选择" })),
    paragraph(summary(tale, found)),
    picture(tale, found),
    ...there(choices(tale, found)),
  ];
}

const text = (rank: number): string => fixed(rank, Number.isInteger(rank) ? 0 : 1);
const widest = (one: RankIntervals): number =>
  one.rank.reduce<number>((best, rank, i) => (rank !== null && (best < 0 || width(one, i) > width(one, best)) ? i : best), -1);

function interval({ pick, language }: Tale, { rank, lower, upper }: RankIntervals, i: number): string {
  const between = `${text(lower[i] as number)}–${text(upper[i] as number)}`;
  return pick({ en: `rank ${text(rank[i] as number)}, interval ${between}`, zh: `${place(rank[i] as number, language)}，区间 ${between}` });
}

function summary(tale: Tale, found: readonly RankIntervals[]) {
  const { names, language, pick, last } = tale;
  const { step } = found[0];
  const { draws } = step.result.value as { draws: number };
  const { design, bounds } = step.options as { design: string; bounds: readonly [number, number] };
  const share = `${fixed((bounds[1] - bounds[0]) * 100, 0)}%`;
  const widths = joined(
    found.map((one, k) =>
      pick({
        en: prose`${text(medianWidth(one))}${k === 0 ? " places" : ""} for ${names.coloured(one.column)}`,
        zh: prose`${names.coloured(one.column)} ${text(medianWidth(one))} 位`,
      }),
    ),
    language,
  );
  const far = joined(
    found.map((one) => {
      const i = widest(one);
      return pick({
        en: prose`${names.unit(i)} in ${names.coloured(one.column)} (${interval(tale, one, i)})`,
        zh: prose`${names.coloured(one.column)}为${names.unit(i)}（${interval(tale, one, i)}）`,
      });
    }),
    language,
  );
  const built =
    design === "factorial"
      ? pick({ en: `all ${count(draws)} combinations of`, zh: `全部 ${count(draws)} 种组合` })
      : pick({ en: `${count(draws)} random combinations of`, zh: `${count(draws)} 种随机组合` });
  return pick({
    en: prose`The index was built again under ${built} ${varied(tale, step)}. In ${last} the ${share} interval of a rank spans, at the median, ${widths}. It is widest for ${far}.`,
    zh: prose`在${varied(tale, step)}的${built}下重新编制指数。${last} 年位次的 ${share} 区间宽度中位数：${widths}。区间最宽者：${far}。`,
  });
}

/** The choices varied, in words. */
function varied(tale: Tale, step: StepRun): string {
  return tale.names.list(variationsOf(step).map((one) => wordOf(tale, one)));
}

function picture(tale: Tale, found: readonly RankIntervals[]): Block {
  const { names, pick, last } = tale;
  const [first] = found;
  const ranked = first.rank
    .flatMap((rank, i) => (rank === null ? [] : [i]))
    .sort((a, b) => (first.rank[a] as number) - (first.rank[b] as number) || a - b);
  const { rows, says } = drawnOf(tale, ranked);
  const at = widest(first);
  const of = (values: RankIntervals["rank"]) => rows.map((i) => values[i]);
  const { bounds } = first.step.options as { bounds: readonly [number, number] };
  const share = `${fixed((bounds[1] - bounds[0]) * 100, 0)}%`;
  return figure({
    id: "rank-intervals",
    title: pick({
      en: `${names.unit(at)} may stand anywhere from ${place(first.lower[at] as number, "en")} to ${place(first.upper[at] as number, "en")} in ${names.system(first.column)}`,
      zh: `${names.unit(at)}的${names.system(first.column)}位次可在${place(first.lower[at] as number, "zh")}到${place(first.upper[at] as number, "zh")}之间`,
    }),
    subtitle: pick({
      en: `Rank (point) and ${share} interval (bar) by ${names.list(found.map((one) => names.system(one.column)))}, ${last}, 1 = highest`,
      zh: `${last} 年${names.list(found.map((one) => names.system(one.column)))}位次（点）及其 ${share} 区间（条），1 为最高`,
    }),
    chart: {
      kind: "intervals",
      rows: rows.map(names.unit),
      series: found.map((one) => ({
        name: title(names.system(one.column)),
        role: names.role(one.column),
        values: of(one.rank),
        low: of(one.lower),
        high: of(one.upper),
      })),
      scale: { ranks: ranked.length },
    },
    note: `${pick({
      en: "The interval covers the choices varied, each taken as equally likely; it does not cover errors in the data.",
      zh: "区间只反映所变的选择（各备选项视为同等可能），不含数据误差。",
    })}${says}`,
    description: pick({
      en: `Ranks with intervals. Widest: ${names.unit(at)}, ${interval(tale, first, at)}.`,
      zh: `位次区间图。区间最宽者：${names.unit(at)}，${interval(tale, first, at)}。`,
    }),
    file: fileOf(first.step, "rank-intervals"),
  });
}

/** Which choice moves ranks most: a sentence and the alternatives. */
function choices(tale: Tale, found: readonly RankIntervals[]): readonly Block[] {
  const { names, language, pick } = tale;
  const { step } = found[0];
  const all = alternativesOf(step);
  const words = new Map(variationsOf(step).map((one) => [one.name, wordOf(tale, one)]));
  const most = found.flatMap(({ column }) => {
    const [one] = effects(all, column);
    return one && one.far.change > one.near.change ? [{ column, ...one, word: words.get(one.choice) ?? one.choice }] : [];
  });
  if (most.length === 0) return [];
  const columns = found.map((one) => one.column);
  const rows = [...words].flatMap(([choice, word]) => {
    const own = all.filter((one) => one.choice === choice && one.column === columns[0]);
    const kept = own.length > listed ? [...own].sort((a, b) => b.change - a.change).slice(0, listed - 1) : own;
    return kept.map(({ alternative }, k) => {
      const changes = columns.map(
        (column) => all.find((one) => one.choice === choice && one.alternative === alternative && one.column === column)?.change,
      );
      return {
        opens: k === 0,
        cells: [
          k === 0 ? word : "",
          alternativeText(tale, step, { choice, alternative }),
          ...changes.map((one) => cell(one, (value) => fixed(value, 2))),
        ],
      };
    });
  });
  return [
    paragraph(
      pick({
        en: prose`The choice that moves ranks most: ${joined(
          most.map(
            (one) =>
              prose`for ${names.coloured(one.column)} the ${one.word} (${moved(tale, step, one.near)}, ${moved(tale, step, one.far)})`,
          ),
          language,
        )}.`,
        zh: prose`对位次影响最大的选择：${joined(
          most.map(
            (one) => prose`${names.coloured(one.column)}为${one.word}（${moved(tale, step, one.near)}，${moved(tale, step, one.far)}）`,
          ),
          language,
        )}。`,
      }),
    ),
    table({
      id: "choices",
      title: pick({ en: "Average distance from the ranks as published, by alternative", zh: "各备选项下与本报告位次的平均差距" }),
      head: [
        { label: pick({ en: "Choice", zh: "选择" }), align: "left" },
        { label: pick({ en: "Alternative", zh: "备选项" }), align: "left" },
        ...columns.map((column) => ({ label: title(names.system(column)), unit: pick({ en: "places", zh: "位" }) })),
      ],
      rows: rows.map((one) => one.cells),
      groups: rows.flatMap((one, k) => (one.opens && k > 0 ? [k] : [])),
      note: pick({
        en: `Means over ${span(tale.run.data.panel.periods)} and over all combinations that hold the alternative.`,
        zh: `为 ${span(tale.run.data.panel.periods)} 年、含该备选项的全部组合的均值。`,
      }),
      file: fileOf(step, "choices"),
    }),
  ];
}

const moved = (tale: Tale, step: StepRun, one: Alternative): string =>
  tale.pick({
    en: `${fixed(one.change, 1)} places on average under ${small(alternativeText(tale, step, one))}`,
    zh: `${alternativeText(tale, step, one)}下平均变动 ${fixed(one.change, 1)} 位`,
  });
