import { type Cell, type ResultTable, rowsTable } from "../../method/index.js";
import { type Finding, type Point, points, scoreOf } from "./finding.js";
import type { Patient } from "./patient.js";

const order: readonly Point[] = ["blockage", "break", "blind-spot", "hard-point"];

/** All findings, the heaviest first. */
export function findingsTable({ panel }: Patient, findings: readonly Finding[], judged: boolean): ResultTable {
  const rows = findings.map((one): Record<string, Cell> => {
    const { names, symbol, verb } = points[one.point];
    return {
      unit: panel.units[one.unit].code,
      period: one.period,
      point: one.point,
      point_zh: names.zh,
      symbol,
      kind: one.kind,
      system: one.system,
      subject: one.subject,
      subject_en: one.names.en,
      subject_zh: one.names.zh,
      value: one.value,
      threshold: one.threshold,
      reference: one.reference,
      years: one.years,
      deviation: one.deviation,
      weight: one.weight,
      score: scoreOf(one),
      clear: one.clear,
      clear_unit: one.clear === null ? null : one.clearUnit.en,
      firm: judged ? Number(!one.doubts.includes("flips")) : null,
      doubts: one.doubts.length ? one.doubts.join(" ") : null,
      verb_en: verb.en,
      verb_zh: verb.zh,
      formula: one.formula,
      evidence_en: one.evidence.en,
      evidence_zh: one.evidence.zh,
      sentence_en: one.sentence.en,
      sentence_zh: one.sentence.zh,
      clear_en: one.remedy.en,
      clear_zh: one.remedy.zh,
    };
  });
  return rowsTable("findings", { en: "Findings, the heaviest first", zh: "诊断结果（由重到轻）" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    point: { en: "point", zh: "类型（英文）" },
    point_zh: { en: "point (Chinese)", zh: "类型" },
    symbol: { en: "symbol", zh: "符号" },
    kind: { en: "what was found", zh: "依据" },
    system: { en: "system", zh: "系统" },
    subject: { en: "indicator, link or system", zh: "指标、环节或系统" },
    subject_en: { en: "its name (English)", zh: "名称（英文）" },
    subject_zh: { en: "its name (Chinese)", zh: "名称" },
    value: { en: "figure tested", zh: "检验值" },
    threshold: { en: "threshold", zh: "界限" },
    reference: {
      en: "figure beside it: peers' median, target, level before, ratio or rank",
      zh: "参照值：同组中位数、目标值、此前水平、比值或位次",
    },
    years: { en: "persistence, periods running", zh: "持续期数" },
    deviation: { en: "deviation", zh: "偏离度" },
    weight: { en: "weight", zh: "权重" },
    score: { en: "persistence × deviation × weight", zh: "持续期数×偏离度×权重" },
    clear: { en: "smallest change that removes it", zh: "消除它所需的最小变动" },
    clear_unit: { en: "unit of that change", zh: "该变动的单位" },
    firm: { en: "firm (1), or turning inside the rank interval (0)", zh: "稳固（1），或在位次区间内翻转（0）" },
    doubts: { en: "doubts", zh: "存疑" },
    verb_en: { en: "what to do", zh: "行动（英文）" },
    verb_zh: { en: "what to do (Chinese)", zh: "行动" },
    formula: { en: "formula", zh: "公式" },
    evidence_en: { en: "evidence (English)", zh: "证据（英文）" },
    evidence_zh: { en: "evidence (Chinese)", zh: "证据（中文）" },
    sentence_en: { en: "sentence (English)", zh: "表述（英文）" },
    sentence_zh: { en: "sentence (Chinese)", zh: "表述（中文）" },
    clear_en: { en: "what would clear it (English)", zh: "如何消除（英文）" },
    clear_zh: { en: "what would clear it (Chinese)", zh: "如何消除（中文）" },
  });
}

/** Units by indicators: the symbols of what was found there. */
export function matrixTable({ panel, indicators }: Patient, findings: readonly Finding[]): ResultTable {
  const marks = new Map<string, Set<Point>>();
  for (const { unit, marks: ids, point } of findings)
    for (const id of ids) {
      const key = `${unit} ${id}`;
      const known = marks.get(key);
      if (known) known.add(point);
      else marks.set(key, new Set([point]));
    }
  const symbols = (unit: number, id: string): Cell => {
    const found = marks.get(`${unit} ${id}`);
    return found ? order.flatMap((point) => (found.has(point) ? [points[point].symbol] : [])).join("") : null;
  };
  return {
    id: "matrix",
    names: { en: "What was found where", zh: "诊断矩阵" },
    columns: [
      { id: "unit", names: { en: "unit", zh: "单位" }, values: panel.units.map(({ code }) => code) },
      ...indicators.map(({ leaf }) => ({ id: leaf.id, names: leaf.names, values: panel.units.map((_, i) => symbols(i, leaf.id)) })),
    ],
  };
}

/** What the symbols say, and how many findings carry each. */
export function symbolsTable(findings: readonly Finding[]): ResultTable {
  const rows = order.map((point): Record<string, Cell> => {
    const { symbol, names, verb } = points[point];
    const own = findings.filter((one) => one.point === point);
    return {
      symbol,
      point,
      name_en: names.en,
      name_zh: names.zh,
      verb_en: verb.en,
      verb_zh: verb.zh,
      findings: own.length,
      units: new Set(own.map((one) => one.unit)).size,
    };
  });
  return rowsTable("symbols", { en: "The four points", zh: "四点图例" }, rows, {
    symbol: { en: "symbol", zh: "符号" },
    point: { en: "point", zh: "标识" },
    name_en: { en: "name (English)", zh: "英文名称" },
    name_zh: { en: "name (Chinese)", zh: "中文名称" },
    verb_en: { en: "what to do", zh: "行动（英文）" },
    verb_zh: { en: "what to do (Chinese)", zh: "行动" },
    findings: { en: "findings", zh: "结果数" },
    units: { en: "units with one", zh: "涉及单位数" },
  });
}

/** Blockages in every unit and period, with and without the condition on the peers. */
export function countsTable({ panel }: Patient, counts: Uint8Array, without: Uint8Array): ResultTable {
  const rows = panel.units.flatMap(({ code }, i) =>
    panel.periods.map((period, t): Record<string, Cell> => {
      const cell = t * panel.units.length + i;
      return { unit: code, period, blockages: counts[cell], without_peers: without[cell] };
    }),
  );
  return rowsTable("counts", { en: "Blockages by unit and period", zh: "各单位各期堵点数" }, rows, {
    unit: { en: "unit", zh: "单位" },
    period: { en: "period", zh: "时期" },
    blockages: { en: "blockages", zh: "堵点数" },
    without_peers: { en: "without the condition on the peers", zh: "不计同组条件时" },
  });
}
