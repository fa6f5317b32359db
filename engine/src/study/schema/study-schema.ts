import { cards } from "../../cards.js";
import {
  about,
  anyOf,
  byDefault,
  choice,
  constant,
  integer,
  jsonSchema,
  list,
  mapping,
  type ObjectSchema,
  object,
  optional,
  type Schema,
  type Shape,
  shapeOf,
  text,
} from "../../ground/schema/index.js";
import type { Card, Slot } from "../../method/index.js";
import { regionKinds } from "../../read/regions/region-kind.js";

const id = () => text({ pattern: /^[a-z][a-z0-9-]*$/, like: "index-entropy" });
const bilingual = () => anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);

const data = anyOf([
  object({ set: about(text({ min: 1 }), "a shipped data set, by name", "内置数据集名称") }),
  object({
    panel: about(
      text({ min: 1 }),
      "a CSV, TSV, XLSX or Parquet file inside the study's folder",
      "研究文件夹内的 CSV、TSV、XLSX 或 Parquet 文件",
    ),
    sheet: optional(about(text({ min: 1 }), "sheet of a workbook; found when absent", "工作簿中的工作表；缺省时自动识别")),
    unit: optional(about(text({ min: 1 }), "column that names the unit", "单位（地区）所在列")),
    period: optional(about(text({ min: 1 }), "column that names the period", "时期所在列")),
    regions: optional(about(choice(["auto", ...regionKinds]), "how units are matched", "地区匹配方式")),
    rename: optional(
      about(
        mapping(anyOf([text({ min: 1 }), constant(null)])),
        "units by another name: as written, then as meant; null leaves its rows out",
        "单位更名：原写法: 应作；null 表示略去",
      ),
    ),
    negative: optional(about(list(text({ min: 1 })), "columns where less is better, when no framework says so", "无指标体系时的逆向指标")),
  }),
]);

const report = object({
  languages: byDefault(list(choice(["en", "zh"]), { min: 1, max: 2 }), ["en", "zh"]),
  formats: byDefault(list(choice(["html", "xlsx"]), { min: 1, max: 2 }), ["html"]),
});

const head = {
  gongfu: about(constant(1), "version of the study format", "研究文件格式版本"),
  title: about(bilingual(), "title of the study", "研究标题"),
  data: about(data, "where the data come from", "数据来源"),
  framework: optional(about(text({ min: 1 }), "a shipped framework by name, or a YAML file", "内置指标体系名称或 YAML 文件")),
  report: byDefault(about(report, "languages and formats of the report", "报告语言与格式"), { languages: ["en", "zh"], formats: ["html"] }),
  seed: byDefault(about(integer({ min: 0, max: 0xffff_ffff }), "seed of every random draw", "随机数种子"), 20260101),
} satisfies Shape;

/** The study file except for its steps, which are checked one by one against their cards. */
export const studyHead = object({
  ...head,
  steps: about(list(anyOf([text(), object({})]), { min: 1 }), "the steps, in order", "步骤，按顺序"),
});
export const studyHeadShape: Shape = shapeOf(studyHead);
export const headOnly = object(head);

function slotSchema(slot: Slot): Schema {
  const address = text({ pattern: /^[a-z][a-z0-9-]*\.[^\s].*$/, like: "index.equity" });
  switch (slot.kind) {
    case "columns": {
      const columns = about(list(address, { min: slot.min, max: slot.max }), slot.about.en, slot.about.zh);
      return slot.optional ? optional(columns) : columns;
    }
    case "weights-list":
      return about(list(id(), { min: slot.min }), slot.about.en, slot.about.zh);
    case "column":
      return slot.optional ? optional(about(address, slot.about.en, slot.about.zh)) : about(address, slot.about.en, slot.about.zh);
    case "plan": {
      const target = text({ pattern: /^[a-z][a-z0-9-]*(\.[^\s].*)?$/, like: "index, or index.equity" });
      return optional(about(anyOf([target, list(target, { min: 1 })]), slot.about.en, slot.about.zh));
    }
    case "grouping":
      return slot.optional
        ? optional(about(text({ min: 1 }), slot.about.en, slot.about.zh))
        : about(text({ min: 1 }), slot.about.en, slot.about.zh);
    case "groupings":
      return about(list(text({ min: 1 }), { min: slot.min }), slot.about.en, slot.about.zh);
    case "tree":
      return optional(about(text({ min: 1 }), slot.about.en, slot.about.zh));
    default:
      return optional(about(id(), slot.about.en, slot.about.zh));
  }
}

const schemas = new WeakMap<Card, ObjectSchema>();

/** What may be written under a step's verb for one card. */
export function stepSchema(card: Card): ObjectSchema {
  const known = schemas.get(card);
  if (known) return known;
  const shape: Record<string, Schema> = { id: optional(about(id(), "name of the step", "步骤名称")) };
  if (card.step.as !== null) shape.method = about(constant(card.step.as), card.names.en, card.names.zh);
  for (const slot of Object.values(card.inputs)) if (slot.kind !== "parts") shape[slot.key] = slotSchema(slot);
  Object.assign(shape, shapeOf(card.options));
  const schema = object(shape);
  schemas.set(card, schema);
  return schema;
}

export const verbs: readonly string[] = [...new Set(cards.map((card) => card.step.verb))].sort();
export const cardsOf = (verb: string): readonly Card[] => cards.filter((card) => card.step.verb === verb);

/** JSON Schema (2020-12) of study.yaml, for completion in editors. */
export function studyJsonSchema(): Record<string, unknown> {
  const steps = verbs.map((verb) => {
    const known = cardsOf(verb).map(stepSchema);
    const [first, second, ...rest] = known;
    return object({ [verb]: second ? anyOf([first, second, ...rest]) : first });
  });
  const bare = verbs.filter((verb) => cardsOf(verb).some((card) => card.step.as === null)) as [string, ...string[]];
  const [first, ...rest] = steps;
  const full = object({
    ...head,
    steps: about(list(anyOf([choice(bare), first, ...rest]), { min: 1 }), "the steps, in order", "步骤，按顺序"),
  });
  return { title: "Gongfu study", ...jsonSchema(full) };
}
