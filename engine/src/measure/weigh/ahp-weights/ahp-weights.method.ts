import {
  about,
  anyOf,
  byDefault,
  choice,
  type Infer,
  list,
  mapping,
  number,
  object,
  optional,
  text,
} from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { weighOptions } from "../weigh-options.js";

const judgement = anyOf([number({ above: 0 }), text({ pattern: /^\d+(\.\d+)?(\/\d+(\.\d+)?)?$/, like: "1/3" })]);
const judgements = list(list(judgement, { min: 1 }), { min: 1 });

const options = object({
  judgements: about(
    mapping(anyOf([judgements, list(judgements, { min: 1 })])),
    'by id of a node: its weighted children compared two by two, in their order, e.g. [[1, 3], ["1/3", 1]]; a list of such matrices for several experts. Other nodes keep the framework\'s own weights',
    '按节点标识给出其计入权重的下级两两比较的判断矩阵，次序与指标体系一致，如 [[1, 3], ["1/3", 1]]；多位专家时为矩阵的列表。其余节点沿用指标体系的权重',
  ),
  experts: optional(
    about(
      list(number({ min: 0 }), { min: 1 }),
      "weight of each expert in the geometric mean, in the order of the matrices; all equal when absent",
      "几何平均中各专家的权重，与矩阵次序一致；缺省为相等",
    ),
  ),
  solve: about(
    byDefault(choice(["eigenvector", "geometric-row", "column-mean"]), "eigenvector"),
    "weights from the principal eigenvector, from geometric means of rows, or from means of the columns scaled to sum 1",
    "由主特征向量（eigenvector）、行几何平均（geometric-row）或列归一后的行平均（column-mean）求权重",
  ),
  randomIndex: about(
    byDefault(choice(["saaty", "alonso-lamata"]), "saaty"),
    "table of random indices the consistency ratio divides by",
    "一致性比率所用的平均随机一致性指标表",
  ),
  tolerance: about(
    byDefault(number({ min: 0, max: 0.1 }), 1e-5),
    "how far a judgement times its reciprocal may lie from 1",
    "判断值与其倒数之积偏离 1 的容许限度",
  ),
  bounds: weighOptions.bounds,
});
export type AhpWeightsOptions = Infer<typeof options>;

export const ahpWeightsCard = card({
  id: "ahp-weights",
  names: { en: "Analytic hierarchy process", zh: "层次分析法" },
  summary: {
    en: "Weights from experts who compare the children of a node two by two; says how consistent they are and what to reconsider.",
    zh: "由专家对同一上级之下的各项两两比较得到权重，并说明判断是否一致、应重新考虑何处。",
  },
  step: { verb: "weigh", as: "ahp" },
  formula: String.raw`A w=\lambda_{\max}w,\quad \mathrm{CI}=\frac{\lambda_{\max}-n}{n-1},\quad \mathrm{CR}=\frac{\mathrm{CI}}{\mathrm{RI}}`,
  inputs: { tree: slots.tree },
  options,
  outputs: { value: "weights", tables: ["weights", "consistency"] },
  citations: ["saaty1977", "saaty1990", "aczel1983", "alonso2006"],
  variant: ({ judgements: given, solve, randomIndex, bounds }) =>
    `${solve} · ${Object.keys(given).length} nodes judged · random index: ${randomIndex}${bounds ? ` · bounds [${bounds.join(", ")}]` : ""}`,
  load: async () => {
    const { ahpWeights } = await import("./ahp-weights.js");
    return ({ tree }, chosen) => ahpWeights(tree, chosen);
  },
});
