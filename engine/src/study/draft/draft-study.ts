import type { Panel } from "../../table/index.js";

export interface DraftParts {
  /** path of the data file, relative to the study */
  readonly file: string;
  readonly panel: Panel;
  readonly unit?: string;
  readonly period?: string;
  /** path of the drafted framework, relative to the study */
  readonly framework: string;
}

const yamlText = (text: string): string => JSON.stringify(text);
const bilingual = ({ en, zh }: { en: string; zh: string }): string => `{en: ${yamlText(en)}, zh: ${yamlText(zh)}}`;

/** A framework file with one flat group: every column an indicator, "+" until a person says otherwise. */
export function draftFramework(panel: Panel, id: string): string {
  const leaves = panel.variables.map(
    (v) =>
      `      - {id: ${yamlText(v.id)}, names: ${bilingual(v.names)}, unit: ${bilingual(v.unit.en ? v.unit : { en: "unit?", zh: "单位？" })}, direction: "+"}`,
  );
  return [
    '# The indicator tree. Review every direction: "+" more is better, "-" less is better.',
    "# 指标体系。请逐一核对方向：“+”越大越好，“-”越小越好。",
    "gongfu: framework",
    `id: ${id}`,
    `names: ${bilingual({ en: "My framework", zh: "我的指标体系" })}`,
    "levels:",
    `  - {id: index, names: ${bilingual({ en: "index", zh: "指数" })}}`,
    `  - {id: indicator, names: ${bilingual({ en: "indicator", zh: "指标" })}}`,
    "tree:",
    "  - id: index",
    `    names: ${bilingual({ en: "Index", zh: "综合指数" })}`,
    "    children:",
    ...leaves,
    "",
  ].join("\n");
}

/** A study file that runs as it stands: audit, impute, normalise, weigh, aggregate, rank. */
export function draftStudy({ file, unit, period, framework }: DraftParts): string {
  const data = [`panel: ${yamlText(file)}`, unit && `unit: ${yamlText(unit)}`, period && `period: ${yamlText(period)}`]
    .filter(Boolean)
    .join(", ");
  return [
    "gongfu: 1",
    `title: ${bilingual({ en: "My study", zh: "我的研究" })}`,
    `data: {${data}}`,
    `framework: ${yamlText(framework)}`,
    "steps:",
    "  - audit",
    "  - derive",
    "  - impute: {method: linear-constant}",
    "  - normalise: {method: min-max, scope: pooled, range: [0, 1]}",
    "  - weigh: {method: equal}",
    "  - aggregate: {id: index, method: arithmetic}",
    "  - weigh: {id: entropy, method: entropy, within: index}",
    "  - aggregate: {id: index-entropy, method: arithmetic, weights: entropy}",
    "  - rank: {of: index}",
    "report: {languages: [en, zh], formats: [html]}",
    "seed: 20260101",
    "",
  ].join("\n");
}
