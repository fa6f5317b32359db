import { figure, paragraph, there } from "../blocks.js";
import type { Block, FigureBlock, Section } from "../document.js";
import { doubtful, known, meanAt, order } from "../lookup/grid.js";
import { bestAndWorst } from "../lookup/standing.js";
import { fileOf, type IndexStep, mainIndex, nodeGrid, rootsOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed, score, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { joined, went, words } from "../wording.js";
import { elements } from "./elements.js";
import { seats } from "./map.js";
import { quadrants } from "./quadrants.js";
import { robustness } from "./rank-intervals.js";
import { ranking, rankMoves } from "./ranking.js";

/** The scores by unit and period: over time, on the map, as a ranking, and by other views. */
export function results(tale: Tale): Section | undefined {
  const { run, names, language, pick, now, last } = tale;
  const main = mainIndex(run);
  if (!main) return undefined;
  const phrases = rootsOf(main.index).flatMap((id) => {
    const grid = nodeGrid(main.index, id);
    const ends = bestAndWorst(grid, now);
    if (!ends) return [];
    const [high, low] = [ends.best, ends.worst].map((i) => score(grid.values[now][i] as number));
    const [best, worst] = [names.unit(ends.best), names.unit(ends.worst)];
    return [
      pick({
        en: prose`${names.coloured(id)} from ${low} (${worst}) to ${high} (${best})`,
        zh: prose`${names.coloured(id)}由${worst}的 ${low} 到${best}的 ${high}`,
      }),
    ];
  });
  return {
    id: "results",
    title: pick({ en: "Index by region and year", zh: "指数：地区与年份" }),
    blocks: there(
      phrases.length > 0 &&
        paragraph(
          pick({
            en: prose`In ${last} the scores span: ${joined(phrases, language)}.`,
            zh: prose`${last} 年各系统得分的跨度：${joined(phrases, language)}。`,
          }),
        ),
      overTime(tale, main),
      map(tale, main),
      ranking(tale, main),
      rankMoves(tale),
      robustness(tale),
      quadrants(tale),
      elements(tale),
    ),
    asides: [
      aside(
        pick({ en: "Reading a score", zh: "如何读得分" }),
        pick({
          en: prose`A score of 0.5 is half-way between the lowest and the highest value seen in these data, not half of what is possible. Scores compare within this study only.`,
          zh: prose`0.5 表示处于本数据最低值与最高值的正中，并非可能水平的一半；得分只在本研究内可比。`,
        }),
      ),
    ],
  };
}

function overTime(tale: Tale, main: IndexStep): FigureBlock | undefined {
  const { run, names, language, pick, now } = tale;
  if (now === 0) return undefined;
  const { periods, units } = run.data.panel;
  const series = rootsOf(main.index).map((id) => {
    const grid = nodeGrid(main.index, id);
    return { id, values: periods.map((_, t) => meanAt(grid, t)), doubtful: doubtful(grid) };
  });
  const whole = series.filter(({ values }) => values[0] !== null && values[now] !== null);
  if (whole.length === 0) return undefined;
  const two = (value: number): string => fixed(value, 2);
  const rises = whole.map(
    ({ id, values }) =>
      prose`${names.system(id)}${pick({ en: " ", zh: "" })}${went(values[0] as number, values[now] as number, language, two)}`,
  );
  const anyDoubt = series.some((one) => one.doubtful.some(Boolean));
  return figure({
    id: "means",
    title: title(words(joined(rises.slice(0, 2), language))),
    subtitle: pick({
      en: `Mean score of ${names.units(units.length)}, ${span(periods)}, index 0–1`,
      zh: `${span(periods)} 年 ${names.units(units.length)}平均得分，指数 0–1`,
    }),
    chart: {
      kind: "lines",
      x: periods,
      series: series.map(({ id, values, doubtful: doubt }) => ({
        name: title(names.system(id)),
        role: names.role(id),
        values,
        doubtful: doubt,
      })),
      range: [0, 1],
    },
    note: pick({
      en: `Unweighted means.${anyDoubt ? " Dashed: at least half of the scores rest on an imputed cell." : ""}`,
      zh: `简单平均。${anyDoubt ? "虚线表示半数以上得分含插补值。" : ""}`,
    }),
    description: words(pick({ en: prose`Lines over time: ${joined(rises, language)}.`, zh: prose`折线图：${joined(rises, language)}。` })),
    file: fileOf(main.step, "scores"),
  });
}

function map(tale: Tale, main: IndexStep): Block | undefined {
  const { names, pick, now, last } = tale;
  const places = seats(tale);
  const roots = rootsOf(main.index).slice(0, 3);
  const grids = roots.map((id) => nodeGrid(main.index, id));
  const [first] = grids;
  const top = first && order(first.values[now]);
  if (!places || !top || top.length < 3) return undefined;
  const leaders = names.list(top.slice(0, 3).map(names.unit));
  const system = names.system(roots[0]);
  const low = top.filter((i) => (first.values[now][i] as number) * 2 < (first.values[now][top[0]] as number)).length;
  return figure({
    id: "map",
    title: pick({
      en: `${leaders} score highest in ${system}; ${low} of ${names.units(top.length)} reach less than half of the first`,
      zh: `${leaders}的${system}得分最高；${names.units(top.length)}中 ${low} 个不及首位的一半`,
    }),
    subtitle: pick({
      en: `Every ${names.unitWord.one} is a tile; bars are ${names.list(roots.map(names.system))}, ${last}, index 0–1`,
      zh: `一格一${names.unitWord.one.slice(0, 1)}；柱为${names.list(roots.map(names.system))}得分，${last} 年，指数 0–1`,
    }),
    chart: {
      kind: "tiles",
      max: 1,
      tiles: places.map(({ column, row }, i) => ({
        name: names.unit(i),
        short: names.short(i),
        column,
        row,
        bars: grids.map((grid, k) => ({ role: names.role(roots[k]), value: grid.values[now][i] })),
      })),
    },
    note: pick({
      en: `Tiles stand for places, not for areas or borders. ${coverage(tale)}`,
      zh: `方格只示意方位，不表示面积与边界。${coverage(tale)}`,
    }),
    description: pick({
      en: `Tile map of ${known(first.values[now]).length} ${names.unitWord.many} with a bar for each of ${roots.length} scores; ${leaders} are highest in ${system}.`,
      zh: `${names.units(known(first.values[now]).length)}的方格地图，每格 ${roots.length} 根柱；${system}最高的是${leaders}。`,
    }),
    file: fileOf(main.step, "scores"),
  });
}

const coverage = ({ run, say }: Tale): string => say(run.data.coverage);
