import {
  about,
  anyOf,
  anything,
  byDefault,
  choice,
  constant,
  jsonSchema,
  list,
  mapping,
  number,
  object,
  optional,
  recursive,
  type Schema,
  text,
} from "../ground/schema/index.js";
import { chainSchema } from "../table/index.js";

const id = () => text({ min: 1 });
/** Ids that name tables of the output and keys of the study file. */
const word = () => text({ pattern: /^[a-z][a-z0-9-]*$/ });
const bilingual = () => anyOf([text({ min: 1 }), object({ en: text({ min: 1 }), zh: text({ min: 1 }) })]);
const direction = () => about(choice(["+", "-"]), "+ more is better, - less is better", "+ 越大越好，- 越小越好");

export const levelSchema = object({
  id: about(word(), "id of the level, e.g. mechanism", "层级标识，如 mechanism"),
  names: about(bilingual(), "name of the level", "层级名称"),
});

const group = {
  id: about(id(), "id of the node; a score carries it as its column", "节点标识，也是得分的列名"),
  names: about(bilingual(), "name of the node", "节点名称"),
  weight: byDefault(
    about(number({ min: 0 }), "weight beside its siblings; 0 = shown, not aggregated", "同级权重；0 表示只展示、不参与合成"),
    1,
  ),
};
/** A node above the last level, without what stands below it. */
export const groupSchema = object(group);

/** A node of the last level: an indicator. */
export const indicatorSchema = object({
  ...group,
  id: about(id(), "id of the indicator", "指标标识"),
  names: about(bilingual(), "name of the indicator", "指标名称"),
  unit: about(bilingual(), "unit of measure", "计量单位"),
  direction: direction(),
  formula: optional(
    about(
      text({ min: 1 }),
      "formula over the columns of the data; absent: the column of its own id",
      "由数据列计算的公式；缺省为与标识同名的列",
    ),
  ),
  standsFor: byDefault(about(list(id()), "ids of the definitions it stands for", "所对应的指标定义"), []),
  match: byDefault(
    about(
      choice(["same", "partial", "proxy"]),
      "whether it is the definition itself, a part of it or a proxy",
      "与定义相同、部分对应，还是替代指标",
    ),
    "same",
  ),
  note: optional(about(bilingual(), "what a reader must know", "读者须知")),
});

export const definitionSchema = object({
  id: about(id(), "id of the definition", "定义标识"),
  mechanism: about(id(), "id of the node it belongs to", "所属节点"),
  names: about(bilingual(), "name of the indicator as defined", "指标名称"),
  unit: about(bilingual(), "unit of measure", "计量单位"),
  direction: direction(),
  formula: about(bilingual(), "how it is defined, in words", "定义公式"),
  source: about(bilingual(), "where it is usually published", "通常来源"),
  availability: about(
    choice(["A", "B", "C"]),
    "A published yearly by region, B published elsewhere or with gaps, C irregular",
    "A 分地区逐年公布，B 另行公布或有缺口，C 不定期",
  ),
  blindSpot: optional(about(bilingual(), "why no indicator fills it as defined", "为何没有指标按定义取得数据")),
});

const head = {
  gongfu: about(constant("framework"), "kind of file", "文件类型"),
  id: about(word(), "id of the framework", "指标体系标识"),
  names: about(bilingual(), "name of the framework", "指标体系名称"),
  levels: about(list(levelSchema, { min: 2, max: 12 }), "levels from the top to the indicators", "从顶层到指标的层级"),
  chains: byDefault(
    about(list(chainSchema), "what must pass from stage to stage: a diagnosis looks for broken links", "由环节组成的链条，供诊断查找断点"),
    [],
  ),
  definitions: byDefault(about(list(definitionSchema), "the indicators as the framework defines them", "指标体系的全部定义"), []),
};
const viewsOf = (tree: Schema) =>
  byDefault(about(mapping(object({ levels: head.levels, tree })), "other trees over the same indicators", "同一批指标的其他视角"), {});

/** The file except for its trees, which are read node by node. */
export const frameworkSchema = object({ ...head, tree: optional(anything()), views: viewsOf(anything()) });

const treeOf = (leaf: Schema): Schema => {
  const below = recursive(() => anyOf([node, leaf]));
  const node: Schema = object({ ...group, children: about(list(below, { min: 1 }), "what stands below", "下级") });
  return list(node, { min: 1 });
};

/** JSON Schema (2020-12) of a framework file, for completion in editors. */
export function frameworkJsonSchema(): Record<string, unknown> {
  const full = object({ ...head, tree: about(treeOf(indicatorSchema), "the indicator tree", "指标体系"), views: viewsOf(treeOf(id())) });
  return { title: "Gongfu framework", ...jsonSchema(full) };
}
