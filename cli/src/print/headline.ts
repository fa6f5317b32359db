import { cards, type StudyRun } from "@gongfu/engine/study";
import { isIndex, offset, type Panel } from "@gongfu/engine/table";
import type { Session } from "../io.js";

/** What came out, in a few lines; every number is taken from the run. */
export function headline(run: StudyRun, { say }: Session): string {
  const { panel } = run.data;
  const { units, periods } = panel;
  const [first, last] = [periods[0], periods.at(-1) as number];
  const years = first === last ? String(first) : `${first}–${last}`;
  const indicators = run.framework.tree.leaves.length;
  const warnings = run.steps.reduce((sum, step) => sum + step.result.warnings.length, 0);
  const lines = [
    say(run.study.title),
    say({
      en: `${units.length} units, ${years}, ${indicators} indicators, ${run.steps.length} steps, ${warnings} warnings (in the report)`,
      zh: `${units.length} 个单位，${years} 年，${indicators} 项指标，${run.steps.length} 个步骤，${warnings} 条提示（见报告）`,
    }),
  ];
  const index = run.steps.map((step) => step.result.value).find(isIndex);
  if (index) lines.push(scoresLine(index.scores, say));
  const coupled = coordinationLine(run, say);
  if (coupled) lines.push(coupled);
  return lines.join("\n");
}

const change = (from: number, to: number): string => (from === to ? from.toFixed(3) : `${from.toFixed(3)} → ${to.toFixed(3)}`);

function scoresLine(scores: Panel, say: Session["say"]): string {
  const last = scores.periods.length - 1;
  const meanAt = (v: number, t: number): number => mean(scores.units.map((_, i) => scores.values[offset(scores, v, t, i)]));
  const parts = scores.variables.map((one, v) => `${say(one.names)} ${change(meanAt(v, 0), meanAt(v, last))}`);
  return `${say({ en: "mean scores", zh: "平均得分" })}${say({ en: ": ", zh: "：" })}${parts.join(say({ en: " · ", zh: "；" }))}`;
}

function coordinationLine(run: StudyRun, say: Session["say"]): string | undefined {
  for (const step of run.steps) {
    if (!cards.some((card) => card.id === step.card.id && card.step.verb === "couple")) continue;
    for (const table of step.result.tables) {
      const d = table.columns.find((column) => column.id === "d")?.values;
      const period = table.columns.find((column) => column.id === "period")?.values;
      if (!d || !period) continue;
      const at = (t: number): number => mean(d.filter((cell, row): cell is number => typeof cell === "number" && period[row] === t));
      const { periods } = run.data.panel;
      return `${say(step.card.names)}${say({ en: " D, mean: ", zh: " D 均值：" })}${change(at(periods[0]), at(periods.at(-1) as number))}`;
    }
  }
  return undefined;
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => value === value);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
