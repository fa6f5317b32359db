/**
 * Variance-based sensitivity: first-order S_i (Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018) and total S_Ti (Jansen 1999,
 * doi:10.1016/S0010-4655(98)00154-4) of a number that every draw of the plan gives, over all periods and in each.
 * Fails when the target does not vary, or a draw fails and onFailure is not drop-rows. A negative S_i is sampling error and shown.
 */
import { quantile, randomPoints, type SobolIndex, saltelliDesign, sobolIndices, sobolSequence } from "../../../ground/designs/index.js";
import { Fault, isFault, nearest } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Cell, finite, type Outcome, type Plan, type Result, result, rowsTable, settle } from "../../../method/index.js";
import { failuresTable, nominalOf, succeeded } from "../draws/draw-plan.js";
import { reducer } from "../draws/targets.js";
import { type SensitivityOptions, sensitivityCard } from "./sensitivity.method.js";

export interface ChoiceIndex extends SobolIndex {
  readonly column: string;
  /** null: over all periods */
  readonly period: number | null;
  readonly choice: string;
}

/**
 * @param plan what can be run again: choices, columns, `evaluate`
 * @param options vary (already in the plan's choices), target, unit, replications, design, bootstrap, bounds, onFailure
 * @returns value: indices of every choice by column and period (null: all periods); tables: sensitivity, target, failures
 */
export async function sensitivity(
  plan: Plan,
  options: Partial<SensitivityOptions> & Pick<SensitivityOptions, "vary">,
): Promise<Result<readonly ChoiceIndex[]>> {
  const chosen = settle(sensitivityCard, options);
  const { choices, columns, periods } = plan;
  const unit = unitOf(plan, chosen);
  const draws = saltelliDesign(basePoints(plan, chosen));
  const [written, ...outcomes] = await plan.evaluate([null, ...draws]);
  const nominal = nominalOf(written);
  const failed = outcomes.filter((one) => !succeeded(one)).length;
  if (failed && chosen.onFailure === "fault") throw drawsFail(outcomes, failed);

  const spans = [
    { period: null, from: 0, to: periods.length },
    ...(periods.length > 1 ? periods.map((period, t) => ({ period, from: t, to: t + 1 })) : []),
  ];
  const indices: ChoiceIndex[] = [];
  const target: Record<string, Cell>[] = [];
  const still: string[] = [];
  columns.forEach((column, c) => {
    const { of } = reducer(chosen.target, nominal[c], periods.length, unit);
    for (const { period, from, to } of spans) {
      const y = Float64Array.from(outcomes, (one) => (succeeded(one) ? of(one.values[c], from, to) : Number.NaN));
      target.push({ column: column.id, period, ...spread(y) });
      const found = indicesOf(y, choices.length, { bootstrap: chosen.bootstrap, bounds: chosen.bounds, seed: plan.seed });
      if (found) indices.push(...found.map((one, k) => ({ column: column.id, period, choice: choices[k].name, ...one })));
      else if (period === null) still.push(column.id);
    }
  });
  if (still.length === columns.length) throw stillTarget(chosen.target);
  const rows = indices.map(({ column, period, choice, first, firstBounds, total, totalBounds }) => ({
    ...{ column, period, choice, first, first_lower: firstBounds[0], first_upper: firstBounds[1] },
    ...{ total, total_lower: totalBounds[0], total_upper: totalBounds[1] },
  }));
  const percent = chosen.bounds.map((one) => `${Number((one * 100).toPrecision(6))} %`);
  return result(sensitivityCard, {
    options: chosen,
    value: indices,
    tables: [
      rowsTable("sensitivity", { en: "Shares of the variance by choice", zh: "各选择对方差的贡献" }, rows, {
        column: { en: "of", zh: "对象" },
        period: { en: "period (empty: all)", zh: "时期（空为全部）" },
        choice: { en: "choice", zh: "选择" },
        first: { en: "S: alone", zh: "S：单独作用" },
        first_lower: { en: `S, ${percent[0]}`, zh: `S，${percent[0]}` },
        first_upper: { en: `S, ${percent[1]}`, zh: `S，${percent[1]}` },
        total: { en: "S_T: alone and with others", zh: "S_T：含交互作用" },
        total_lower: { en: `S_T, ${percent[0]}`, zh: `S_T，${percent[0]}` },
        total_upper: { en: `S_T, ${percent[1]}`, zh: `S_T，${percent[1]}` },
      }),
      rowsTable("target", { en: "What is explained, over the draws", zh: "所解释的量在各次抽样中的分布" }, target, {
        column: { en: "of", zh: "对象" },
        period: { en: "period (empty: all)", zh: "时期（空为全部）" },
        mean: { en: "mean", zh: "均值" },
        lower: { en: "5 %", zh: "5 % 分位" },
        upper: { en: "95 %", zh: "95 % 分位" },
      }),
      failuresTable(choices, draws, outcomes),
    ],
    trace: { target: chosen.target, choices: choices.map((one) => one.name), runs: draws.length, failed, seed: plan.seed },
    warnings: [
      ...still.map((id) => ({
        code: "still-target",
        text: { en: `${id} does not vary with these choices`, zh: `${id} 不随这些选择变化` },
      })),
      ...(failed
        ? [
            {
              code: "failed-draws",
              text: {
                en: `${failed} of ${draws.length} runs failed: their rows are dropped`,
                zh: `${draws.length} 次运行中有 ${failed} 次失败，相应各行已删去`,
              },
            },
          ]
        : []),
    ],
  });
}

function basePoints({ choices, seed }: Plan, { design, replications }: SensitivityOptions): Float64Array[] {
  if (choices.length === 0) throw stillTarget("target");
  if (design === "random") return randomPoints(replications, 2 * choices.length, seed);
  if ((replications & (replications - 1)) !== 0) throw notAPower(replications);
  return sobolSequence(replications, 2 * choices.length, { shift: seed });
}

function indicesOf(...given: Parameters<typeof sobolIndices>): SobolIndex[] | null {
  try {
    return sobolIndices(...given);
  } catch (error) {
    if (isFault(error) && error.code === "still-target") return null;
    throw error;
  }
}

function spread(y: Float64Array): Record<"mean" | "lower" | "upper", Cell> {
  const there = y.filter((one) => one === one).sort();
  return { mean: finite(mean(there)), lower: finite(quantile(there, 0.05)), upper: finite(quantile(there, 0.95)) };
}

function unitOf({ units }: Plan, { target, unit }: SensitivityOptions): number {
  if (target !== "rank-of") return -1;
  const codes = units.map((one) => one.code);
  const i = codes.indexOf(unit ?? "");
  if (i >= 0) return i;
  const near = unit === undefined ? undefined : nearest(unit, codes);
  throw new Fault({
    code: unit === undefined ? "missing-key" : "unknown-unit",
    place: { path: "unit" },
    found:
      unit === undefined
        ? { en: "rank-of names no unit", zh: "rank-of 未指明单位" }
        : { en: `no unit has the code ${quote(unit)}`, zh: `没有代码为 ${quote(unit)} 的单位` },
    expected: { en: `expected the code of a unit, e.g. ${codes[0]}`, zh: `应为单位代码，如 ${codes[0]}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: `write unit: "${codes[0]}"`, zh: `请写 unit: "${codes[0]}"` },
  });
}

const stillTarget = (target: string): Fault =>
  new Fault({
    code: "still-target",
    found: { en: `the target does not vary: ${target}`, zh: `目标量没有变化：${target}` },
    expected: { en: "expected a target that changes with the choices", zh: "目标量应随选择而变化" },
    next: { en: "vary a choice that reaches the target, or choose another target", zh: "请改变能影响目标量的选择，或另选目标量" },
  });

const notAPower = (n: number): Fault =>
  new Fault({
    code: "not-a-power-of-two",
    place: { path: "replications" },
    found: { en: `replications is ${n}`, zh: `replications 为 ${n}` },
    expected: { en: "expected a power of two: only then is a Sobol sample balanced", zh: "应为 2 的幂，否则 Sobol 样本不均衡" },
    next: { en: "write e.g. 256, 512 or 1024, or design: random", zh: "例如 256、512 或 1024，或写 design: random" },
  });

function drawsFail(outcomes: readonly Outcome[], failed: number): Fault {
  const first = outcomes.find((one) => !succeeded(one));
  const why = first && "failure" in first ? first.failure : { en: "", zh: "" };
  return new Fault({
    code: "failed-draws",
    found: {
      en: `${failed} of ${outcomes.length} runs failed, the first because ${why.en}`,
      zh: `${outcomes.length} 次运行中有 ${failed} 次失败，首次原因：${why.zh}`,
    },
    expected: {
      en: "expected every combination of choices to run: shares of a variance need whole samples",
      zh: "各种选择组合都应能运行：方差分解需要完整的样本",
    },
    next: { en: "leave out the combination, or write onFailure: drop-rows", zh: "请去掉该组合，或写 onFailure: drop-rows" },
  });
}
