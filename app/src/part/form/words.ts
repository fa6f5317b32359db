import type { Language } from "@gongfu/engine";

const en = {
  method: "Method",
  byDefault: (value: string) => `by default: ${value}`,
  unset: "not set",
  latest: (id: string) => `the latest above (${id})`,
  none: "none",
  add: "add",
  remove: (what: string) => `Remove ${what}`,
  up: (what: string) => `Move ${what} up`,
  from: "from",
  to: "to",
  more: (count: number) => `${count} more ${count === 1 ? "option" : "options"}`,
  name: "name of the step, for other steps to refer to",
  whole: "the data's own tree",
  commas: "apart by commas",
  required: "must be given",
  addStep: "Add a step",
  search: "Search methods",
  noMatch: "No method has this in its name or its description.",
  close: "Close",
  added: (name: string) => `Added: ${name}`,
  unread: "The text of the study cannot be read, so its steps cannot be shown as forms. Mend it under study.yaml, or undo.",
  unknownStep: "This step is not one the forms know. Mend it under study.yaml.",
};

const zh: typeof en = {
  method: "方法",
  byDefault: (value) => `缺省：${value}`,
  unset: "未设定",
  latest: (id) => `上方最近一个（${id}）`,
  none: "无",
  add: "添加",
  remove: (what) => `移除${what}`,
  up: (what) => `上移${what}`,
  from: "从",
  to: "到",
  more: (count) => `另有 ${count} 项设置`,
  name: "步骤名称，供其他步骤引用",
  whole: "数据自身的指标体系",
  commas: "以逗号分隔",
  required: "必填",
  addStep: "添加步骤",
  search: "搜索方法",
  noMatch: "没有方法的名称或说明包含此词。",
  close: "关闭",
  added: (name) => `已添加：${name}`,
  unread: "研究文本无法读取，步骤不能以表单显示。请在 study.yaml 中更正，或撤销。",
  unknownStep: "表单不认识此步骤，请在 study.yaml 中更正。",
};

export type FormWords = typeof en;
export const words: Record<Language, FormWords> = { en, zh };
