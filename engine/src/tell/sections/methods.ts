import { aboutOf, shapeOf } from "../../ground/schema/index.js";
import type { Text } from "../../ground/words/index.js";
import { type Card, type Citation, type CitationKey, citations, settle } from "../../method/index.js";
import type { StepRun } from "../../study/index.js";
import { formula, heading, list, paragraph, table } from "../blocks.js";
import type { Block, Inline, Section } from "../document.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";

/** Every method of the study: what it tells, its formula, the conventions in force; then the sources. */
export function methods(tale: Tale): Section {
  const { run, say, pick } = tale;
  const cards = [...new Map(run.steps.map((step) => [step.card.id, step.card])).values()];
  const keys = [...new Set(cards.flatMap((card) => card.citations))];
  return {
    id: "methods",
    title: pick({ en: "Methods, formulas and sources", zh: "方法、公式与出处" }),
    blocks: [
      steps(tale),
      ...cards.flatMap((card): readonly Block[] => [
        heading(say(card.names)),
        paragraph(prose`${say(card.summary)}`),
        formula(tale.say(card.formula)),
        ...conventions(
          tale,
          card,
          run.steps.filter((step) => step.card.id === card.id),
        ),
      ]),
      heading(pick({ en: "Sources", zh: "参考文献" })),
      list(keys.map((key) => reference(citations[key as CitationKey]))),
    ],
    asides: [
      aside(
        pick({ en: "Conventions", zh: "约定" }),
        pick({
          en: prose`Where the literature disagrees the choice is an option with a name. The values in force are printed here and in results.json.`,
          zh: prose`文献做法不一之处均设为有名称的选项；此处与 results.json 列出所采用的取值。`,
        }),
      ),
    ],
  };
}

function steps({ run, say, pick }: Tale): Block {
  return table({
    id: "steps",
    title: pick({ en: "The steps of the study, in order", zh: "研究步骤" }),
    head: [
      { label: pick({ en: "Step", zh: "步骤" }) },
      { label: pick({ en: "Method", zh: "方法" }), align: "left" },
      { label: pick({ en: "Reads", zh: "输入" }), align: "left" },
      { label: pick({ en: "Warnings", zh: "提示" }) },
    ],
    rows: run.steps.map((step) => [step.id, say(step.card.names), reads(step, run.framework.id), String(step.result.warnings.length)]),
  });
}

/** Where a step took its inputs from, by the ids of the study file. */
const reads = (step: StepRun, framework: string): string =>
  Object.values(step.sources)
    .map((source) => {
      switch (source.kind) {
        case "step":
        case "table":
        case "grouping":
          return source.id;
        case "steps":
        case "groupings":
          return source.ids.join(", ");
        case "data":
          return "data";
        case "borders":
          return source.convention ?? "land";
        case "tree":
          return source.view ?? framework;
        case "columns":
          return source.addresses.map((one) => `${one.id}.${one.column}`).join(", ");
        default:
          return null;
      }
    })
    .filter((one) => one !== null)
    .join(", ");

const written = (value: unknown): string =>
  value === undefined
    ? "–"
    : typeof value === "string"
      ? value
      : JSON.stringify(value)
          .replaceAll(/[[\]"]/g, "")
          .replaceAll(",", ", ");
const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** More options than a page bears: only those that were changed are named. */
const manyOptions = 10;

/** The options in force, each with what it means; a value that differs between steps is named by step. */
function conventions({ pick }: Tale, card: Card, uses: readonly StepRun[]): readonly Block[] {
  const shape = shapeOf(card.options);
  const keys = Object.keys(shape).filter((key) => uses.some((step) => !isEmpty(step.result.method.options[key])));
  const usual = keys.length > manyOptions ? (settle(card, {}) as Readonly<Record<string, unknown>>) : {};
  const changed = keys.filter((key) => uses.some((step) => written(step.result.method.options[key]) !== written(usual[key])));
  const rest = keys.length - changed.length;
  return [
    ...(changed.length ? [list(changed.map((key) => convention(key, aboutOf(shape[key]), uses, pick)))] : []),
    ...(rest > 0
      ? [
          paragraph(
            pick({
              en: prose`${rest} ${rest === 1 ? "threshold stands" : "thresholds stand"} at the default; results.json lists them.`,
              zh: prose`${rest} 项阈值取默认值，详见 results.json。`,
            }),
          ),
        ]
      : []),
  ];
}

function convention(key: string, about: Text | undefined, uses: readonly StepRun[], pick: Tale["pick"]): readonly Inline[] {
  const values = uses.map((step) => ({ id: step.id, value: written(step.result.method.options[key]) }));
  const texts = [...new Set(values.map((one) => one.value))];
  const by = (text: string): string => values.flatMap((one) => (one.value === text ? [one.id] : [])).join(", ");
  const value = texts.length === 1 ? texts[0] : texts.map((text) => `${text} (${by(text)})`).join("; ");
  return prose`${{ text: `${key} = ${value}`, strong: true }}${about ? pick({ en: `: ${about.en}`, zh: `：${about.zh}` }) : ""}`;
}

function reference({ author, year, title, in: container, doi, url }: Citation): readonly Inline[] {
  const link = doi ? { text: `doi:${doi}`, href: `https://doi.org/${doi}` } : url ? { text: url, href: url } : "";
  const chinese = /\p{Script=Han}/u.test(title);
  const names = author.replaceAll(/[{}]/g, "").split(" and ");
  if (chinese) return prose`${names.join("，")}．${title}${container ? `．${container}` : ""}，${year}${link === "" ? "" : "．"}${link}`;
  return prose`${names.join(", ")} (${year}). ${title}.${container ? ` ${container}.` : ""} ${link}`;
}
