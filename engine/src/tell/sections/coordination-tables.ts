import { heading, table } from "../blocks.js";
import type { Block } from "../document.js";
import { type Coordination, coordinations, lagCuts, lagGrid, levelCounts } from "../lookup/coordination.js";
import { type DegreeIntervals, degreeIntervals } from "../lookup/degrees.js";
import { meanAt, order } from "../lookup/grid.js";
import { fileOf } from "../lookup/steps.js";
import { shortFormNames } from "../names/form-names.js";
import { title } from "../names/names.js";
import { cell, count, fixed, percent, score } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { lagNames } from "./lag-names.js";

/** The last period, unit by unit: the form in force beside the other one, with class and lag type. */
export function bothForms(tale: Tale, found: Coordination): Block {
  const { run, names, say, pick, now, last } = tale;
  const { d, other, level, relative, levels, systems } = found;
  const second = other && say(shortFormNames[other.id]);
  const lags = lagGrid(run, found);
  const doubt = degreeIntervals(run, found, last);
  const { low, high } = lagCuts(found.step);
  const byRatio = ["none", "ratio"].includes(String(found.step.result.method.options.lag));
  const [x, y] = systems.map(names.system);
  const lagName = lagNames(tale, found);
  const rows = order(d.values[now]);
  const className = (value: number | null | undefined): string | null => (value ? say(levels[value - 1]) : null);
  const two = (value: number): string => fixed(value, 2);
  return table({
    id: "coordination",
    wide: true,
    title: pick({ en: `Coordination of ${x} and ${y}, ${last}`, zh: `${last} 年${x}与${y}的耦合协调` }),
    head: [
      { label: title(names.unitWord.one), align: "left" },
      { label: "D" },
      ...(doubt ? [{ label: pick({ en: "Interval", zh: "区间" }) }, { label: pick({ en: "Class stays", zh: "等级不变" }) }] : []),
      ...(level ? [{ label: pick({ en: "Class", zh: "等级" }), align: "left" as const }] : []),
      ...(second ? [{ label: pick({ en: `D, ${second}`, zh: `D（${second}）` }) }] : []),
      ...(other?.level ? [{ label: pick({ en: "Class", zh: "等级" }), align: "left" as const }] : []),
      ...(relative ? [{ label: pick({ en: "Ratio", zh: "比值" }) }] : []),
      ...(lags ? [{ label: pick({ en: "Type", zh: "类型" }), align: "left" as const }] : []),
    ],
    rows: rows.map((i) => {
      const lag = lags?.[now][i];
      return [
        names.unit(i),
        cell(d.values[now][i], score),
        ...(doubt ? [interval(doubt, i), cell(doubt.same[i], (share) => percent(share, 0))] : []),
        ...(level ? [className(level.values[now][i])] : []),
        ...(other ? [cell(other.d.values[now][i], score)] : []),
        ...(other?.level ? [className(other.level.values[now][i])] : []),
        ...(relative ? [cell(relative.values[now][i], two)] : []),
        ...(lags ? [lag ? lagName[lag] : null] : []),
      ];
    }),
    note: relative
      ? pick({
          en: `${doubt ? "interval: of D under other choices; class stays: share of the designs that give the class shown; " : ""}ratio = ${x} / ${y}${byRatio ? `; "together" from ${low} to ${high}` : ""}.`,
          zh: `${doubt ? "区间：其他选择下的 D；等级不变：给出所示等级的设计比例；" : ""}比值＝${x}／${y}${byRatio ? `；${low}–${high} 之间为同步` : ""}。`,
        })
      : undefined,
    file: fileOf(found.step, "coordination"),
  });
}

function interval({ lower, upper }: DegreeIntervals, i: number): string | null {
  const [low, high] = [lower[i], upper[i]];
  return low === null || high === null ? null : `${fixed(low, 2)}–${fixed(high, 2)}`;
}

/** How many units stood in each class in every period, in both forms at the ends. */
export function classTable(tale: Tale, found: Coordination): Block | undefined {
  const { run, say, names, pick, now } = tale;
  const { level, other, levels } = found;
  const second = other?.level && say(shortFormNames[other.id]);
  if (!level || levels.length === 0) return undefined;
  const { periods } = run.data.panel;
  const steps = now === 0 ? [0] : [...new Set([0, Math.round(now / 3), Math.round((2 * now) / 3), now])];
  const columns = [
    ...steps.map((t) => levelCounts(level, t, levels.length)),
    ...(other?.level ? [levelCounts(other.level, now, levels.length)] : []),
  ];
  const used = levels.map((_, k) => columns.some((counts) => counts[k] > 0));
  return table({
    id: "classes",
    title: pick({ en: `Number of ${names.unitWord.many} in each class`, zh: `各等级的${names.unitWord.one}数` }),
    head: [
      { label: pick({ en: "Class of D", zh: "协调等级" }) },
      ...steps.map((t) => ({ label: String(periods[t]) })),
      ...(second ? [{ label: pick({ en: `${periods[now]}, ${second}`, zh: `${periods[now]}（${second}）` }) }] : []),
    ],
    rows: levels.flatMap((name, k) => (used[k] ? [[say(name), ...columns.map((counts) => count(counts[k]))]] : [])),
    note: used.every(Boolean) ? undefined : pick({ en: "classes in which nobody stands are left out.", zh: "无地区所处的等级从略。" }),
    file: fileOf(found.step, "coordination"),
  });
}

/** Three or more systems coupled at once. */
export function threeSystems(tale: Tale): readonly Block[] {
  const { run, names, pick, now, first, last } = tale;
  return coordinations(run)
    .filter((one) => one.systems.length > 2)
    .flatMap((found) => {
      const systems = names.list(found.systems.map(names.system));
      const rows = order(found.d.values[now]);
      const mean = (grid: Coordination["d"], t: number): string | null => cell(meanAt(grid, t), score);
      const head = [
        { label: title(names.unitWord.one), align: "left" as const },
        ...(now > 0 ? [{ label: `D ${first}` }] : []),
        { label: `D ${last}` },
        { label: `C ${last}` },
        { label: `T ${last}` },
      ];
      return [
        heading(pick({ en: `${title(systems)} together`, zh: `${systems}的耦合` })),
        table({
          id: `coordination-${found.step.id}`,
          folded: rows.length > 8,
          title: pick({ en: `Coordination of ${systems}`, zh: `${systems}的耦合协调度` }),
          head,
          rows: [
            [
              pick({ en: "Mean", zh: "均值" }),
              ...(now > 0 ? [mean(found.d, 0)] : []),
              mean(found.d, now),
              mean(found.c, now),
              mean(found.t, now),
            ],
            ...rows.map((i) => [
              names.unit(i),
              ...(now > 0 ? [cell(found.d.values[0][i], score)] : []),
              cell(found.d.values[now][i], score),
              cell(found.c.values[now][i], score),
              cell(found.t.values[now][i], score),
            ]),
          ],
          groups: [1],
          note: pick({
            en: "C coupling degree, T mean of the systems, D coordination degree.",
            zh: "C 为耦合度，T 为综合发展指数，D 为耦合协调度。",
          }),
          file: fileOf(found.step, "coordination"),
        }),
      ];
    });
}
