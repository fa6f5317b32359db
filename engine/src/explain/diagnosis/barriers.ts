import type { Text } from "../../ground/words/index.js";
import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import { pathOf, type Stage, type Tree } from "../../table/index.js";
import { isBroken, type StageLevels } from "./chain-links.js";
import { type Finding, level, points, share } from "./finding.js";
import { cellAt, type Patient } from "./patient.js";
import { median, nearest } from "./peers.js";

/** What hinders town and country, or old and young; information that does not pass; use that stays behind access. */
export type Barrier = "obstruction" | "information-barrier" | "digital-fence";

export const barriers: Readonly<Record<Barrier, { readonly names: Text; readonly verb: Text }>> = {
  obstruction: { names: { en: "obstruction", zh: "梗阻" }, verb: { en: "clear", zh: "疏通" } },
  "information-barrier": { names: { en: "information barrier", zh: "信息壁垒" }, verb: { en: "break down", zh: "破除" } },
  "digital-fence": { names: { en: "digital fence", zh: "数字藩篱" }, verb: { en: "break down", zh: "破除" } },
};

export interface BarrierRow {
  readonly barrier: Barrier;
  /** position of the unit */
  readonly unit: number;
  /** an indicator, or a stage of a chain */
  readonly subject: string;
  readonly names: Text;
  readonly value: number;
  readonly reference: number | null;
  /** smallest rise of the value that removes it; null for an obstruction, whose findings have their own */
  readonly clear: number | null;
  readonly evidence: Text;
}

interface Rule {
  readonly gap: number;
  readonly ratio: number;
  readonly neighbours: number;
  readonly pace: number;
  readonly passed: number;
}

const rowOf = (patient: Patient, t: number, values: Float64Array): Float64Array =>
  values.subarray(cellAt(patient, t, 0), cellAt(patient, t, patient.panel.units.length));

/** Blockages, falls and hard points on the indicators below some nodes, gathered by unit and indicator. */
export function obstructions(
  { tree, indicators, now, ...patient }: Patient,
  findings: readonly Finding[],
  ids: readonly string[],
): BarrierRow[] {
  const inside = (id: string): boolean =>
    tree.leaves.some((leaf) => leaf.id === id) && pathOf(tree, id).some((node) => ids.includes(node.id));
  const found = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.point === "blind-spot" || one.kind === "link" || !inside(one.subject)) continue;
    const key = `${one.unit} ${one.subject}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()].map((all) => {
    const [{ unit, subject, names }] = all;
    const indicator = indicators.find(({ leaf }) => leaf.id === subject);
    const tests = [...new Set(all.map(({ point }) => point))].map((point) => points[point].names);
    const [first] = all;
    return {
      barrier: "obstruction" as const,
      unit,
      subject,
      names,
      value: indicator ? indicator.z[cellAt({ tree, indicators, now, ...patient }, now, unit)] : Number.NaN,
      reference: null,
      clear: null,
      evidence: {
        en: `${tests.map(({ en }) => en).join(" and ")}: ${first.evidence.en}`,
        zh: `${tests.map(({ zh }) => zh).join("、")}：${first.evidence.zh}`,
      },
    };
  });
}

/** Use far below what units with as much access make of it: the median of the nearest in access. */
export function digitalFences(patient: Patient, access: Located, use: Located, rule: Rule): BarrierRow[] {
  const { now } = patient;
  const [a, u] = [rowOf(patient, now, access.levels.values), rowOf(patient, now, use.levels.values)];
  const known = a.map((one, i) => (u[i] === u[i] ? one : Number.NaN));
  return nearest(known, rule.neighbours).flatMap((own, unit): BarrierRow[] => {
    const others = (own ?? []).filter((i) => i !== unit);
    const expected = median(others.map((i) => u[i]));
    const imputed = doubtOf(patient, unit, access, use);
    if (expected === null || !isBroken(expected, u[unit], rule)) return [];
    return [
      {
        barrier: "digital-fence",
        unit,
        subject: use.stage.id,
        names: use.stage.names,
        value: u[unit],
        reference: expected,
        clear: riseOf(expected, u[unit], rule),
        evidence: {
          en: `${use.stage.names.en} ${level(u[unit])} against ${level(expected)}, the median of the ${others.length} nearest in ${access.stage.names.en} (${level(a[unit])})${imputed.en}`,
          zh: `${use.stage.names.zh}水平 ${level(u[unit])}，而${access.stage.names.zh}最接近（${level(a[unit])}）的 ${others.length} 个单位中位数为 ${level(expected)}${imputed.zh}`,
        },
      },
    ];
  });
}

/** A level far below the mean of the neighbours (the W-lag), of which little has passed over in the years looked at. */
export function informationBarriers(patient: Patient, at: Located, neighbours: readonly (readonly number[])[], rule: Rule): BarrierRow[] {
  const { panel, now } = patient;
  const earlier = panel.periods.findIndex((period) => period >= panel.periods[now] - rule.pace);
  const lagAt = (t: number, unit: number): number => {
    const row = rowOf(patient, t, at.levels.values);
    const known = neighbours[unit].map((i) => row[i]).filter((one) => one === one);
    return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : Number.NaN;
  };
  const own = (t: number, unit: number): number => at.levels.values[cellAt(patient, t, unit)];
  return panel.units.flatMap((_, unit): BarrierRow[] => {
    const [lag, value] = [lagAt(now, unit), own(now, unit)];
    if (!isBroken(lag, value, rule)) return [];
    const before = earlier < now ? lagAt(earlier, unit) - own(earlier, unit) : Number.NaN;
    const passed = before > 0 ? 1 - (lag - value) / before : before === before ? 0 : Number.NaN;
    if (passed >= rule.passed) return [];
    const imputed = doubtOf(patient, unit, at);
    const dynamic =
      passed <= 0
        ? {
            en: `; since ${panel.periods[earlier]} the distance has not shrunk`,
            zh: `；${panel.periods[earlier]} 年以来差距没有缩小`,
          }
        : passed === passed
          ? {
              en: `; since ${panel.periods[earlier]} ${share(passed)} of the distance has been made up`,
              zh: `；${panel.periods[earlier]} 年以来差距只弥合了 ${share(passed)}`,
            }
          : { en: "", zh: "" };
    return [
      {
        barrier: "information-barrier",
        unit,
        subject: at.stage.id,
        names: at.stage.names,
        value,
        reference: lag,
        clear: riseOf(lag, value, rule),
        evidence: {
          en: `${at.stage.names.en} ${level(value)} against ${level(lag)}, the mean of its ${neighbours[unit].length} neighbours${dynamic.en}${imputed.en}`,
          zh: `${at.stage.names.zh}水平 ${level(value)}，而相邻 ${neighbours[unit].length} 个单位的均值为 ${level(lag)}${dynamic.zh}${imputed.zh}`,
        },
      },
    ];
  });
}

/** Said where a level rests on an imputed value. */
const doubtOf = (patient: Patient, unit: number, ...all: readonly Located[]): Text =>
  all.some(({ levels }) => levels.flags[cellAt(patient, patient.now, unit)])
    ? { en: "; it rests on an imputed value", zh: "；所据含插补值" }
    : { en: "", zh: "" };

/** A stage of a chain with its levels. */
export interface Located {
  readonly stage: Stage;
  readonly levels: StageLevels;
}

/** How much the lower of two levels must rise for the link not to be broken. */
const riseOf = (up: number, down: number, { gap, ratio }: Rule): number => Math.max(up - gap - down, up * ratio - down, 0);

/** All barriers, by unit. */
export function barriersTable({ panel }: Patient, rows: readonly BarrierRow[]): ResultTable {
  const cells = [...rows]
    .sort((a, b) => a.unit - b.unit)
    .map((one): Record<string, Cell> => {
      const { names, verb } = barriers[one.barrier];
      const unit = panel.units[one.unit];
      const clear = one.clear === null ? null : level(one.clear);
      return {
        unit: unit.code,
        barrier: one.barrier,
        barrier_zh: names.zh,
        subject: one.subject,
        subject_en: one.names.en,
        subject_zh: one.names.zh,
        value: one.value,
        reference: one.reference,
        clear: one.clear,
        verb_en: verb.en,
        verb_zh: verb.zh,
        evidence_en: one.evidence.en,
        evidence_zh: one.evidence.zh,
        sentence_en: `${unit.names.en}: ${names.en} at "${one.names.en}": ${one.evidence.en}; ${verb.en} it${clear === null ? "" : ` (up by ${clear})`}.`,
        sentence_zh: `${unit.names.zh}“${one.names.zh}”存在${names.zh}：${one.evidence.zh}，宜予${verb.zh}${clear === null ? "" : `（提高 ${clear}）`}。`,
      };
    });
  return rowsTable("barriers", { en: "Obstructions, information barriers, digital fences", zh: "梗阻、信息壁垒与数字藩篱" }, cells, {
    unit: { en: "unit", zh: "单位" },
    barrier: { en: "barrier", zh: "类型（英文）" },
    barrier_zh: { en: "barrier (Chinese)", zh: "类型" },
    subject: { en: "indicator or stage of a chain", zh: "指标或链条环节" },
    subject_en: { en: "its name (English)", zh: "名称（英文）" },
    subject_zh: { en: "its name (Chinese)", zh: "名称" },
    value: { en: "level", zh: "水平" },
    reference: { en: "level expected: of the neighbours, or of units with as much access", zh: "参照水平：邻近单位，或接入相当的单位" },
    clear: { en: "smallest rise that removes it", zh: "消除它所需的最小提高" },
    verb_en: { en: "what to do", zh: "行动（英文）" },
    verb_zh: { en: "what to do (Chinese)", zh: "行动" },
    evidence_en: { en: "evidence (English)", zh: "证据（英文）" },
    evidence_zh: { en: "evidence (Chinese)", zh: "证据（中文）" },
    sentence_en: { en: "sentence (English)", zh: "表述（英文）" },
    sentence_zh: { en: "sentence (Chinese)", zh: "表述（中文）" },
  });
}

/** Barriers that nothing measures here, for the blind spots of the framework. */
export interface Unseen {
  readonly id: string;
  readonly names: Text;
  readonly reason: Text;
}

/** The first chain with stages called access and use. */
export function accessAndUse({ chains }: Pick<Tree, "chains">): { readonly access: Stage; readonly use: Stage } | undefined {
  for (const { stages } of chains) {
    const [access, use] = ["access", "use"].map((id) => stages.find((stage) => stage.id === id));
    if (access && use) return { access, use };
  }
  return undefined;
}
