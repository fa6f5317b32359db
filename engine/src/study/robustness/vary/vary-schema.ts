import { about, anyOf, anything, type Infer, list, mapping, number, object, optional, pair, text } from "../../../ground/schema/index.js";

const path = () =>
  about(
    text({ pattern: /^[a-z][a-z0-9-]*(\.[A-Za-z0-9-]+)+$/, like: "weigh.method" }),
    "a step's id and what is varied there: its method, an option, an input",
    "步骤名与所变之项：方法、选项或输入",
  );
const level = () => about(text({ min: 1 }), "a level of the framework, e.g. indicator", "指标体系的层级，如 indicator");
const below = () =>
  optional(about(list(text({ min: 1 }), { min: 1 }), "only those below these nodes; all when absent", "仅限这些节点之下；缺省为全部"));

const among = object({ path: path(), among: about(list(anything(), { min: 1 }), "the alternatives", "备选项") });
const range = object({
  path: path(),
  range: about(pair(number(), number()), "from, to: every number between, equally likely", "区间内均匀取值"),
});
const together = object({
  together: about(list(mapping(anything()), { min: 1 }), "alternatives that set several paths at once", "同时设定多项的备选方案"),
});
const noise = object({
  noise: about(text({ pattern: /^[a-z][a-z0-9-]*\.weights$/, like: "weigh.weights" }), "the weights of a step", "某步骤给出的权重"),
  share: about(
    number({ above: 0, below: 1 }),
    "each weight × (1 ± share) evenly, rescaled beside its siblings",
    "每个权重乘以 1 ± share（均匀），再在同级内归一",
  ),
  levels: optional(
    about(list(text({ min: 1 }), { min: 1 }), "only weights of these levels; all when absent", "仅限这些层级的权重；缺省为全部"),
  ),
});
const leaveOut = object({ leaveOut: level(), below: below() });

/** One open choice as a user writes it. */
export const varyEntry = anyOf([among, range, together, noise, leaveOut]);
/** Rows of the data left out one by one: by the step that does nothing else, because ranks among fewer are of their own kind. */
export interface RowsEntry {
  readonly leaveOutRows: "unit" | "period";
  readonly below?: readonly string[];
}
export const isRows = (level: string): level is RowsEntry["leaveOutRows"] => level === "unit" || level === "period";
export type VaryEntry = Infer<typeof varyEntry> | RowsEntry;

export const varyList = () =>
  about(
    list(varyEntry, { min: 1 }),
    "the open choices: {path, among}, {path, range}, {together}, {noise, share}, {leaveOut}",
    "待变的选择：{path, among}、{path, range}、{together}、{noise, share}、{leaveOut}",
  );
