import { factorial, latinHypercube, levelOf, randomPoints, sobolSequence } from "../../../ground/designs/index.js";
import { Fault } from "../../../ground/fault/index.js";
import type { Choice, Outcome, Plan, ResultTable } from "../../../method/index.js";
import { rowsTable } from "../../../method/index.js";

export interface Design {
  readonly design: "random" | "sobol" | "latin-hypercube" | "factorial";
  readonly replications: number;
}

/** Points of the design, one number of [0, 1) a choice. */
export function drawsOf({ choices, seed }: Pick<Plan, "choices" | "seed">, { design, replications }: Design): Float64Array[] {
  const d = choices.length;
  if (d === 0) return Array.from({ length: replications }, () => new Float64Array(0));
  switch (design) {
    case "random":
      return randomPoints(replications, d, seed);
    case "sobol":
      return sobolSequence(replications, d, { shift: seed });
    case "latin-hypercube":
      return latinHypercube(replications, d, seed);
    case "factorial":
      return factorial(choices.map(levels));
  }
}

function levels({ name, alternatives }: Choice): number {
  if (alternatives) return alternatives.length;
  throw new Fault({
    code: "continuous-choice",
    place: { path: "design" },
    found: { en: `design is factorial and ${name} is continuous`, zh: `design 为 factorial，而 ${name} 是连续的` },
    expected: {
      en: "expected choices with alternatives only: their combinations are visited one by one",
      zh: "各项选择均应为有限备选项，以便逐一组合",
    },
    next: { en: "write design: random, or give it alternatives with among", zh: "请写 design: random，或用 among 列出备选项" },
  });
}

/** What was chosen in a draw, in words. */
export const choiceText = ({ alternatives }: Choice, u: number): string =>
  alternatives ? alternatives[levelOf(u, alternatives.length)] : u.toPrecision(4);

export const succeeded = (outcome: Outcome): outcome is { readonly values: readonly Float64Array[] } => "values" in outcome;

/** The plan as it is written; that it fails is a fault of the whole step. */
export function nominalOf(outcome: Outcome): readonly Float64Array[] {
  if (succeeded(outcome)) return outcome.values;
  throw new Fault({
    code: "plan-fails",
    found: { en: `the plan fails as it is written: ${outcome.failure.en}`, zh: `计划本身无法运行：${outcome.failure.zh}` },
    expected: { en: "expected a plan that runs before its choices are varied", zh: "在改变选择之前，计划本身应能运行" },
    next: { en: "mend the steps the target depends on", zh: "请先更正目标所依赖的步骤" },
  });
}

/** Combinations that failed, each once, with how often and why. */
export function failuresTable(choices: readonly Choice[], draws: readonly Float64Array[], outcomes: readonly Outcome[]): ResultTable {
  const seen = new Map<string, { count: number; combination: string; why: string; whyZh: string }>();
  outcomes.forEach((outcome, r) => {
    if (succeeded(outcome)) return;
    const combination = choices.map((one, k) => `${one.name}: ${one.alternatives ? choiceText(one, draws[r][k]) : "…"}`).join("; ");
    const key = `${combination}\n${outcome.failure.en}`;
    const known = seen.get(key);
    if (known) known.count++;
    else seen.set(key, { count: 1, combination, why: outcome.failure.en, whyZh: outcome.failure.zh });
  });
  return rowsTable(
    "failures",
    { en: "Draws that failed, by combination", zh: "失败的抽样（按组合）" },
    [...seen.values()].map((one) => ({ combination: one.combination, draws: one.count, reason_en: one.why, reason_zh: one.whyZh })),
    {
      combination: { en: "combination", zh: "组合" },
      draws: { en: "draws", zh: "次数" },
      reason_en: { en: "reason (English)", zh: "原因（英文）" },
      reason_zh: { en: "reason (Chinese)", zh: "原因（中文）" },
    },
  );
}
