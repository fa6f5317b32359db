import { figure, table } from "../blocks.js";
import type { Series } from "../chart.js";
import type { Block } from "../document.js";
import { comparisons } from "../lookup/comparison.js";
import { drawnOf } from "../lookup/drawn.js";
import { known, order, ranks } from "../lookup/grid.js";
import { bestAndWorst, moves, standing } from "../lookup/standing.js";
import { fileOf, type IndexStep, nodeGrid, rootsOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { cell, count, place, score, span } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";

/** The last period as a table: every system's score and rank, with the rank the first alternative gives beside it. */
export function ranking(tale: Tale, main: IndexStep): Block {
  const { run, names, say, pick, now, last } = tale;
  const roots = rootsOf(main.index).slice(0, 3);
  const grids = roots.map((id) => nodeGrid(main.index, id));
  const own = grids.map((grid) => ranks(grid.values[now]));
  const all = comparisons(run);
  const other = all[0]?.alternative;
  const beside = roots.map((root) => all.find((one) => one.alternative.step.id === other?.step.id && one.root === root)?.otherRanks);
  const rows = order(grids[0].values[now]);
  const short = pick({ en: "Rank", zh: "位次" });
  return table({
    id: "ranking",
    wide: roots.length > 1,
    title: pick({ en: `Scores and ranks of ${names.units(rows.length)}, ${last}`, zh: `${last} 年 ${names.units(rows.length)}得分与位次` }),
    head: [
      { label: title(names.unitWord.one), align: "left" },
      ...roots.flatMap((root, k) => [
        { label: title(names.system(root)) },
        { label: short },
        ...(beside[k] ? [{ label: pick({ en: "Other", zh: "对照" }) }] : []),
      ]),
    ],
    rows: rows.map((i) => [
      names.unit(i),
      ...roots.flatMap((_, k) => [
        cell(grids[k].values[now][i], score),
        cell(own[k][i], count),
        ...(beside[k] ? [cell(beside[k]?.[i], count)] : []),
      ]),
    ]),
    note: pick({
      en: `ordered by ${names.system(roots[0])}.${other ? ` "Other": the rank under step ${other.step.id} (${say(other.step.card.names).toLowerCase()}, ${other.step.result.method.id === main.step.result.method.id ? "other weights" : "another rule"}).` : ""}`,
      zh: `按${names.system(roots[0])}排序。${other ? `“对照”为步骤 ${other.step.id}（${say(other.step.card.names)}，${other.step.result.method.id === main.step.result.method.id ? "换用另一套权重" : "换用另一种合成方法"}）下的位次。` : ""}`,
    }),
    file: fileOf(main.step, "scores"),
  });
}

/** Ranks over time: the first, the last and the two that moved most in full colour. */
export function rankMoves(tale: Tale): Block | undefined {
  const { run, names, say, language, pick, now, first, last } = tale;
  const ranked = standing(run);
  const ends = ranked && bestAndWorst(ranked.grid, now);
  if (!ranked || !ends || now === 0) return undefined;
  const { periods } = run.data.panel;
  const moved = moves(ranked.grid, 0, now);
  const up = moved.find((one) => one.to < one.from);
  const down = moved.find((one) => one.to > one.from);
  const changed = [up, down].filter((one) => one !== undefined);
  const chosen = new Set([ends.best, ends.worst, ...changed.map((one) => one.unit)]);
  const { rows, says } = drawnOf(tale, order(ranked.grid.values[now]));
  const drawn = [...new Set([...rows, ...chosen])].sort((a, b) => a - b);
  const byPeriod = periods.map((_, t) => ranks(ranked.grid.values[t]));
  const steps = changed.map((one) =>
    pick({
      en: `${names.unit(one.unit)} ${one.to < one.from ? "climbed" : "fell"} from ${place(one.from, language)} to ${place(one.to, language)}`,
      zh: `${names.unit(one.unit)}由${place(one.from, language)}${one.to < one.from ? "升至" : "降至"}${place(one.to, language)}`,
    }),
  );
  const finding = steps.length ? steps.join(pick({ en: ", ", zh: "，" })) : pick({ en: "No rank changed", zh: "位次没有变化" });
  return figure({
    id: "ranks",
    title: finding,
    subtitle: pick({
      en: `Rank by ${say(ranked.names)} among ${names.units(known(ranked.grid.values[now]).length)}, 1 = highest, ${span(periods)}`,
      zh: `${span(periods)} 年按${say(ranked.names)}排列的位次（1 为最高），共 ${known(ranked.grid.values[now]).length} 位`,
    }),
    chart: {
      kind: "bump",
      x: periods,
      series: drawn.map(
        (i): Series => ({
          name: names.unit(i),
          role: i === ends.best || i === up?.unit ? "empowerment" : chosen.has(i) ? "equity" : "ink",
          values: byPeriod.map((row) => row[i]),
          emphasised: chosen.has(i),
        }),
      ),
    },
    note: `${pick({
      en: `Ranks hide how close the scores are: see the scores in the table. In colour: the first, the last, and the largest moves between ${first} and ${last}.`,
      zh: `位次看不出得分有多接近，请与得分表对照。着色者为首位、末位及 ${first}–${last} 年变动最大者。`,
    })}${says}`,
    description: pick({ en: `Ranks over time. ${finding}.`, zh: `位次变动图。${finding}。` }),
    file: ranked.file,
  });
}
