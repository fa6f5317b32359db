import { same, type Text } from "../../ground/words/index.js";
import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import type { Chain, Stage, Tree } from "../../table/index.js";
import type { Unseen } from "./barriers.js";
import { amount, type Finding, points } from "./finding.js";
import { cellAt, type Indicator, observed, type Patient } from "./patient.js";
import { type IntervalOf, rank } from "./rank-doubt.js";

export interface BlindRule {
  /** years after which an observation is old */
  readonly stale: number;
  /** share of the number of units above which a rank interval is too wide */
  readonly wide: number;
}

/** Blind spots of the units: cells missing, imputed or old, and systems whose rank interval is too wide to read. */
export function blindSpots(patient: Patient, rule: BlindRule, intervals: IntervalOf): Finding[] {
  const { panel, indicators, tree } = patient;
  const systems = tree.nodes.filter((node) => node.parent === null);
  return panel.units.flatMap((_, i) => [
    ...indicators.flatMap((one) => blindCell(patient, one, i, rule) ?? []),
    ...systems.flatMap(({ id, names }) => wideInterval(patient, id, names, i, rule, intervals) ?? []),
  ]);
}

const base = {
  point: "blind-spot",
  reference: null,
  deviation: null,
  weight: null,
  doubts: [],
} as const;

function blindCell(patient: Patient, one: Indicator, i: number, { stale }: BlindRule): Finding | null {
  const { panel, now, nameOf } = patient;
  const cell = cellAt(patient, now, i);
  if (observed(one, cell)) return null;
  let last = now - 1;
  while (last >= 0 && !observed(one, cellAt(patient, last, i))) last--;
  const age = last >= 0 ? panel.periods[now] - panel.periods[last] : null;
  const missing = one.z[cell] !== one.z[cell];
  const kind = age !== null && age > stale ? "old" : missing ? "missing" : "imputed";
  const [unit, indicator, year] = [nameOf(i), one.leaf.names, panel.periods[now]];
  const state = missing ? { en: "has no value", zh: "没有数值" } : { en: "is imputed", zh: "为插补值" };
  const seen =
    age === null
      ? { en: "it was never observed", zh: "从未有过观测" }
      : kind === "old"
        ? {
            en: `the last observation, of ${panel.periods[last]}, is more than ${stale} years old`,
            zh: `最近一次观测在 ${panel.periods[last]} 年，已逾 ${stale} 年`,
          }
        : { en: `the last observation is of ${panel.periods[last]}`, zh: `最近一次观测在 ${panel.periods[last]} 年` };
  return {
    ...base,
    kind,
    unit: i,
    period: year,
    system: one.system.id,
    subject: one.leaf.id,
    names: one.leaf.names,
    marks: [one.leaf.id],
    value: age,
    threshold: kind === "old" ? stale : null,
    years: now - Math.max(last, -1),
    clear: null,
    clearUnit: same(""),
    formula: kind === "old" ? `age > ${stale}` : missing ? "x missing" : "x imputed",
    evidence: { en: `${year}: ${state.en}; ${seen.en}`, zh: `${year} 年${state.zh}；${seen.zh}` },
    sentence: {
      en: `${unit.en}: "${indicator.en}" is a blind spot: ${year} ${state.en}, and ${seen.en}; ${points["blind-spot"].verb.en} it.`,
      zh: `${unit.zh}“${indicator.zh}”为盲点：${year} 年${state.zh}，${seen.zh}，宜予${points["blind-spot"].verb.zh}。`,
    },
    remedy: { en: `an observation of ${year}`, zh: `取得 ${year} 年的观测值` },
  };
}

function wideInterval(
  patient: Patient,
  system: string,
  names: Text,
  i: number,
  { wide }: BlindRule,
  intervals: IntervalOf,
): Finding | null {
  const { panel, now, nameOf } = patient;
  const one = intervals(system, i);
  const limit = wide * panel.units.length;
  if (!one || !(one.upper - one.lower > limit)) return null;
  const unit = nameOf(i);
  const [from, to, bound] = [rank(one.lower), rank(one.upper), rank(limit)];
  return {
    ...base,
    kind: "rank-interval",
    unit: i,
    period: panel.periods[now],
    system,
    subject: system,
    names,
    marks: [],
    value: one.upper - one.lower,
    threshold: limit,
    reference: one.nominal,
    years: 1,
    clear: null,
    clearUnit: same(""),
    formula: `upper − lower > ${amount(wide)} N`,
    evidence: { en: `rank ${from} to ${to}, wider than ${bound}`, zh: `位次 ${from} 至 ${to}，宽于 ${bound}` },
    sentence: {
      en: `${unit.en}: its place in ${names.en} is a blind spot: under other choices its rank runs from ${from} to ${to}, wider than ${bound} places; ${points["blind-spot"].verb.en} it.`,
      zh: `${unit.zh}在“${names.zh}”中的位次为盲点：在其他选择下位于 ${from} 至 ${to} 之间，跨度超过 ${bound} 位，宜予${points["blind-spot"].verb.zh}。`,
    },
    remedy: {
      en: "choices argued for one by one, or indicators on which they agree",
      zh: "逐项论证所作选择，或补充不受选择左右的指标",
    },
  };
}

/** Blind spots of the framework itself, the same for every unit: definitions no data fill, stages of chains nothing measures. */
export function unfilledTable(
  tree: Tree,
  unmeasured: readonly { readonly chain: Chain; readonly stage: Stage }[],
  unseen: readonly Unseen[],
): ResultTable {
  const definitions = tree.unfilled.map(
    ({ id, names, node, reason, standIns }): Record<string, Cell> => ({
      kind: "definition",
      node,
      id,
      name_en: names.en,
      name_zh: names.zh,
      reason_en: reason.en,
      reason_zh: reason.zh,
      stand_ins: standIns.length ? standIns.join(" ") : null,
    }),
  );
  const stages = unmeasured.map(({ chain, stage }): Record<string, Cell> => {
    const wanted = stage.of.join(", ");
    return {
      kind: "stage",
      node: chain.id,
      id: stage.id,
      name_en: stage.names.en,
      name_zh: stage.names.zh,
      reason_en: wanted === "" ? "no indicator is named for it" : `not in the tree: ${wanted}`,
      reason_zh: wanted === "" ? "尚无对应指标" : `体系中没有：${stage.of.join("、")}`,
      stand_ins: null,
    };
  });
  const hidden = unseen.map(
    ({ id, names, reason }): Record<string, Cell> => ({
      kind: "barrier",
      node: null,
      id,
      name_en: names.en,
      name_zh: names.zh,
      reason_en: reason.en,
      reason_zh: reason.zh,
      stand_ins: null,
    }),
  );
  return rowsTable("unfilled", { en: "Blind spots of the framework", zh: "指标体系自身的盲点" }, [...definitions, ...stages, ...hidden], {
    kind: { en: "definition, stage of a chain, or barrier", zh: "定义指标、链条环节或阻隔类型" },
    node: { en: "node or chain", zh: "所属节点或链条" },
    id: { en: "id", zh: "标识" },
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    reason_en: { en: "reason (English)", zh: "原因（英文）" },
    reason_zh: { en: "reason (Chinese)", zh: "原因（中文）" },
    stand_ins: { en: "stands in", zh: "代用指标" },
  });
}
