import { about, byDefault, type Infer, integer, object } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";
import { boundsShape, designShape, planSlot } from "../draws/design-options.js";
import { varyList } from "../vary/vary-schema.js";

const options = object({
  vary: varyList(),
  ...designShape,
  ...boundsShape,
  top: about(byDefault(integer({ min: 1 }), 10), "k of the share of draws with a rank of at most k", "“名次不超过 k 的比例”中的 k"),
});
export type UncertaintyOptions = Infer<typeof options>;

export const uncertaintyCard = card({
  id: "uncertainty",
  names: { en: "Rank intervals under other choices", zh: "不同选择下的名次区间" },
  summary: {
    en: "Builds the index again under every other defensible choice and says between which ranks each unit stands.",
    zh: "在其他同样合理的选择下重新编制指数，给出各单位名次所在的区间。",
  },
  step: { verb: "uncertainty", as: null },
  formula: String.raw`r_{it}^{(k)}=1+\#\{j: S_{jt}^{(k)}>S_{it}^{(k)}\},\quad [Q_{0.05}(r_{it}),\,Q_{0.95}(r_{it})]`,
  inputs: { plan: { ...planSlot, vary: ({ vary }) => vary as readonly unknown[] } },
  options,
  outputs: {
    value: "report",
    tables: ["rank-intervals", "neighbours", "outranking", "choices", "moves", "degrees", "class-shares", "degree-choices", "failures"],
  },
  citations: ["saisana2005", "oecd2008"],
  variant: ({ design, replications, bounds, vary }) =>
    `${design === "factorial" ? "every combination" : `${replications} draws, ${design}`} of ${vary.length} choices · ranks within each period · quantiles ${bounds.join("–")} (type 7)`,
  load: async () => {
    const { uncertainty } = await import("./uncertainty.js");
    return ({ plan }, chosen) => uncertainty(plan, chosen);
  },
});
