import type { Text } from "../../ground/words/index.js";
import type { DraftTree } from "./draft-framework.js";
import { bilingual, yamlText } from "./draft-text.js";

export interface DraftParts {
  /** path of the data file, relative to the study */
  readonly file: string;
  /** sheet of a workbook, when it must be named */
  readonly sheet?: string;
  readonly unit?: string;
  readonly period?: string;
  /** path of the drafted framework, relative to the study */
  readonly framework: string;
  readonly title?: Text;
  /** the framework's tree, when it is more than one group: it decides what weights, means and couplings make sense */
  readonly tree?: DraftTree;
}

/** A study file that runs as it stands: audit, impute, normalise, weigh, aggregate, rank, and couple the wheels when the tree has both. */
export function draftStudy({ file, sheet, unit, period, framework, title = myStudy, tree }: DraftParts): string {
  const named = { sheet, unit, period };
  const given = Object.entries(named).flatMap(([key, value]) => (value ? [`${key}: ${yamlText(value)}`] : []));
  const data = [`panel: ${yamlText(file)}`, ...given].join(", ");
  const top = tree?.levels[0].id ?? "index";
  const roots = tree?.roots.map(({ id }) => id) ?? [];
  const wheels = ["empowerment", "equity"].every((id) => roots.includes(id));
  return [
    "gongfu: 1",
    `title: ${bilingual(title)}`,
    `data: {${data}}`,
    `framework: ${yamlText(framework)}`,
    "steps:",
    "  - audit",
    "  - amend: {by: audit}",
    "  - derive",
    "  - impute: {method: linear-constant}",
    "  - normalise: {method: min-max, scope: pooled, range: [0, 1]}",
    "  - weigh: {method: equal}",
    "  - aggregate: {id: index, method: arithmetic}",
    `  - weigh: {id: entropy, method: entropy, within: ${top}}`,
    "  - aggregate: {id: index-entropy, method: arithmetic, weights: entropy}",
    "  - rank: {of: index}",
    ...(wheels
      ? ["  - couple: {of: [index.empowerment, index.equity], forms: [standard, wang-2021], classify: standard, classes: D10}"]
      : []),
    "report: {languages: [en, zh], formats: [html]}",
    "seed: 20260101",
    "",
  ].join("\n");
}

const myStudy: Text = { en: "My study", zh: "我的研究" };
