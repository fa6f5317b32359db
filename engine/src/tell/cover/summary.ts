import type { Inline } from "../document.js";
import { certainty } from "../lookup/certainty.js";
import { comparisons } from "../lookup/comparison.js";
import { classChanges, coordination } from "../lookup/coordination.js";
import { known, meanAt } from "../lookup/grid.js";
import { medianWidth, rankIntervals } from "../lookup/intervals.js";
import { lead } from "../lookup/leads.js";
import { bestAndWorst, moves, standing } from "../lookup/standing.js";
import { mainIndex, nodeGrid, rootsOf } from "../lookup/steps.js";
import { formNames } from "../names/form-names.js";
import { sentence } from "../names/names.js";
import { count, fixed, place, score } from "../numbers/numbers.js";
import { follow, prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { joined, went } from "../wording.js";
import { decidedPhrase } from "./decided.js";
import { levelOf } from "./level.js";

type Sentence = readonly Inline[] | undefined;

/** Five sentences: what rose, which system leads, how they are coordinated, who stands where, how sure. Those without results are left out. */
export const summary = (tale: Tale): readonly (readonly Inline[])[] =>
  [change, ahead(tale) ? ahead : spread, coordinated(tale) ? coordinated : otherWeights, positions, sure]
    .map((write) => write(tale))
    .filter((one) => one !== undefined)
    .map(sentence);

function change(tale: Tale): Sentence {
  const { run, names, language, pick, first, last, now } = tale;
  const main = mainIndex(run);
  if (!main) return undefined;
  const phrases = rootsOf(main.index).flatMap((id) => {
    const grid = nodeGrid(main.index, id);
    const [from, to] = [meanAt(grid, 0), meanAt(grid, now)];
    if (from === null || to === null) return [];
    const name = names.coloured(id);
    if (now === 0) return [pick({ en: prose`${score(to)} for ${name}`, zh: prose`${name} ${score(to)}` })];
    return [pick({ en: prose`${name} ${went(from, to, "en")}`, zh: prose`${name}${went(from, to, "zh")}` })];
  });
  if (phrases.length === 0) return undefined;
  const all = joined(phrases, language);
  const units = names.units(run.data.panel.units.length);
  if (now === 0)
    return pick({ en: prose`In ${last} the mean score of ${units} is ${all}.`, zh: prose`${last} 年，${units}的平均得分：${all}。` });
  return pick({
    en: prose`Between ${first} and ${last}, on average over ${units}, ${all}.`,
    zh: prose`${first}–${last} 年，${units}平均，${all}。`,
  });
}

function ahead(tale: Tale): Sentence {
  const { run, names, pick, now, last } = tale;
  const found = lead(run);
  if (!found) return undefined;
  const [a, b] = [names.coloured(found.ahead), names.coloured(found.behind)];
  const few = found.exceptions.length > 0 && found.exceptions.length <= 3 ? names.list(found.exceptions.map(names.unit)) : "";
  const [from, to] = [found.gaps[0], found.gaps[now]];
  const but = pick({ en: few && ` (all but ${few})`, zh: few && `（仅${few}除外）` });
  const gap =
    from === null || to === null || now === 0
      ? prose``
      : pick({ en: prose`, and its mean lead ${went(from, to, "en")}`, zh: prose`，平均领先幅度${went(from, to, "zh")}` });
  return pick({
    en: prose`${a} runs ahead of ${b} in ${found.count} of ${names.units(found.of)} in ${last}${but}${gap}.`,
    zh: prose`${last} 年，${names.units(found.of)}中有 ${found.count} 个的${a}领先于${b}${but}${gap}。`,
  });
}

function spread(tale: Tale): Sentence {
  const { run, names, say, pick, now, last } = tale;
  const ranked = standing(run);
  const ends = ranked && bestAndWorst(ranked.grid, now);
  if (!ranked || !ends) return undefined;
  const [high, low] = [ends.best, ends.worst].map((i) => score(ranked.grid.values[now][i] as number));
  return pick({
    en: prose`In ${last} the ${say(ranked.names)} runs from ${low} in ${names.unit(ends.worst)} to ${high} in ${names.unit(ends.best)}.`,
    zh: prose`${last} 年${say(ranked.names)}最高为${names.unit(ends.best)}（${high}），最低为${names.unit(ends.worst)}（${low}）。`,
  });
}

function coordinated(tale: Tale): Sentence {
  const { run, pick, now } = tale;
  const found = coordination(run);
  if (!found) return undefined;
  const [from, to] = [meanAt(found.d, 0), meanAt(found.d, now)];
  if (from === null || to === null) return undefined;
  const level = levelOf(tale, found, to);
  const name = pick({ en: level && `, ${level.toLowerCase()},`, zh: level && `（${level}）` });
  const changes = classChanges(found);
  const second = found.other && meanAt(found.other.d, now);
  const other =
    changes && found.other && second !== null && second !== undefined
      ? pick({
          en: prose`; ${formNames[found.other.id].en} gives ${score(second)} and puts ${count(changes.changed)} of ${count(changes.of)} region-years into another class`,
          zh: prose`；${formNames[found.other.id].zh}为 ${score(second)}，且 ${count(changes.of)} 个地区年份中有 ${count(changes.changed)} 个因此改变等级`,
        })
      : prose``;
  return pick({
    en: prose`The mean coordination D of the two ${now === 0 ? `is ${score(to)}` : went(from, to, "en")}${name} in ${formNames[found.id].en}${other}.`,
    zh: prose`按${formNames[found.id].zh}，两者平均耦合协调度 D ${now === 0 ? `为 ${score(to)}` : went(from, to, "zh")}${name}${other}。`,
  });
}

function otherWeights(tale: Tale): Sentence {
  const { run, names, pick } = tale;
  const [found] = comparisons(run);
  if (!found || found.of === 0) return undefined;
  const rho = found.correlation === null ? "" : fixed(found.correlation, 3);
  return pick({
    en: prose`With the weights and rules of ${found.alternative.step.id}, ${found.moved} of ${names.units(found.of)} move by more than one place${rho && ` (rank correlation ${rho})`}.`,
    zh: prose`改用 ${found.alternative.step.id} 的权重与合成方式，${names.units(found.of)}中有 ${found.moved} 个位次变动超过一位${rho && `（秩相关系数 ${rho}）`}。`,
  });
}

function positions(tale: Tale): Sentence {
  const { run, names, say, language, pick, first, last, now } = tale;
  const ranked = standing(run);
  const ends = ranked && bestAndWorst(ranked.grid, now);
  if (!ranked || !ends) return undefined;
  const of = known(ranked.grid.values[now]).length;
  const [most] = now > 0 ? moves(ranked.grid, 0, now) : [];
  const moved =
    most && most.from !== most.to
      ? pick({
          en: prose`, and ${names.unit(most.unit)} moved most, from ${place(most.from, language)} in ${first} to ${place(most.to, language)}`,
          zh: prose`；位次变动最大的是${names.unit(most.unit)}，由 ${first} 年${place(most.from, language)}变为${place(most.to, language)}`,
        })
      : prose``;
  return pick({
    en: prose`By ${say(ranked.names)} ${names.unit(ends.best)} is first and ${names.unit(ends.worst)} last of ${of} in ${last}${moved}.`,
    zh: prose`按${say(ranked.names)}排序，${last} 年${names.unit(ends.best)}居首，${names.unit(ends.worst)}居末（共 ${of} 位）${moved}。`,
  });
}

function sure(tale: Tale): Sentence {
  const { run, names, pick } = tale;
  const found = certainty(run);
  const parts = [
    found.imputed === null
      ? undefined
      : pick({
          en: prose`${count(found.imputed)} of ${count(found.cells)} indicator cells are imputed`,
          zh: prose`${count(found.cells)} 个指标单元格中 ${count(found.imputed)} 个为插补值`,
        }),
    pick({
      en: prose`${count(found.suspect)} raw ${found.suspect === 1 ? "cell is" : "cells are"} suspect`,
      zh: prose`${count(found.suspect)} 个原始值存疑`,
    }),
    found.definitions === 0
      ? undefined
      : pick({
          en: prose`${count(found.blindSpots)} of ${count(found.definitions)} defined indicators are blind spots`,
          zh: prose`${count(found.definitions)} 项定义指标中 ${count(found.blindSpots)} 项为盲点`,
        }),
  ].filter((one) => one !== undefined);
  const effect = decidedPhrase(tale, found.decided);
  const doubtful = found.suspect + (found.imputed ?? 0);
  const none =
    lead(run) && doubtful > 0
      ? pick({
          en: `; none of these cells alone decides which system leads in any ${names.unitWord.one} and year`,
          zh: "；没有任何一个此类单元格单独改变领先的系统",
        })
      : "";
  return follow(
    prose`${pick({ en: "How sure: ", zh: "可信度：" })}`,
    joined(parts, tale.language),
    effect ?? prose`${none}`,
    places(tale),
    prose`${pick({ en: ".", zh: "。" })}`,
  );
}

/** How wide the intervals of rank are, where a step built the index again under other choices. */
function places({ run, names, language, pick, last }: Tale): readonly Inline[] {
  const found = rankIntervals(run, last)
    .filter((one) => known(one.rank).length > 0)
    .slice(0, 2);
  if (found.length === 0) return [];
  const { bounds } = found[0].step.options as { bounds: readonly [number, number] };
  const share = `${fixed((bounds[1] - bounds[0]) * 100, 0)}%`;
  const widths = found.map((one, k) => {
    const median = medianWidth(one);
    const text = fixed(median, Number.isInteger(median) ? 0 : 1);
    return pick({
      en: prose`${text}${k === 0 ? ` ${median === 1 ? "place" : "places"} wide` : ""} for ${names.coloured(one.column)}`,
      zh: prose`${names.coloured(one.column)} ${text} 位`,
    });
  });
  return pick({
    en: prose`; under other choices of method the median ${share} interval of a rank in ${last} is ${joined(widths, language)}`,
    zh: prose`；若改用其他方法，${last} 年位次的 ${share} 区间宽度中位数为${joined(widths, language)}`,
  });
}
