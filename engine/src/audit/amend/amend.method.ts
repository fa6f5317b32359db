import { type Infer, object } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({});
export type AmendOptions = Infer<typeof options>;

const formula = (stays: string, goes: string): string => String.raw`x'_{it}=\begin{cases}x_{it}&${stays}\\ \varnothing&${goes}\end{cases}`;

export const amendCard = card({
  id: "amend",
  names: { en: "Amended by the audit's decisions", zh: "按审核决定修订" },
  summary: {
    en: "Carries out what was decided about the findings of the data audit: cells are flagged as suspect, taken out, or emptied for the imputation to fill.",
    zh: "执行对审核发现的处理决定：标注存疑、剔除，或清空待插补。",
  },
  step: { verb: "amend", as: null },
  formula: {
    en: formula("\\text{keep, flag}", "\\text{drop, impute}"),
    zh: formula("\\text{保留、标注}", "\\text{剔除、插补}"),
  },
  inputs: {
    panel: slots.data,
    decided: {
      kind: "table",
      table: "decided",
      optional: true,
      key: "by",
      about: { en: "the audit whose decisions are carried out: by: audit", zh: "执行其处理决定的审核步骤：by: audit" },
    },
  },
  options,
  outputs: { value: "data", tables: ["amended"] },
  citations: ["oecd2008"],
  variant: () => "flag marks a cell as suspect · drop empties it for good · impute empties it for the imputation that follows",
  load: async () => {
    const { amend } = await import("./amend.js");
    return ({ panel, decided }) => amend(panel, decided);
  },
});
