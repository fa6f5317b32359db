import { about, byDefault, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { bandOptions, bandVariant, pricesSlot } from "../band-options.js";

const options = object({
  ...bandOptions,
  prominence: about(
    byDefault(number({ min: 0, max: 1 }), 0.05),
    "a peak of the density counts as a mode when it stands out by at least this share of the highest",
    "密度曲线的峰相对突出程度不小于最高峰的该比例时计为一个众数",
  ),
});
export type OliveOptions = Infer<typeof options>;

export const oliveCard = card({
  id: "olive",
  names: { en: "Olive-shaped distribution", zh: "橄榄型分配格局" },
  summary: {
    en: "Whether the distribution is thick in the middle: shares below, in and above the band, polarisation, Gini, modes, and the middle in money.",
    zh: "分配格局是否“两头小、中间大”：区间以下、之中、以上的人口占比，极化指数、基尼系数、众数个数，以及以货币计的中间水平。",
  },
  step: { verb: "olive", as: null },
  formula: String.raw`\Big(\sum_i p_i[y_i<a],\;\sum_i p_i[a\le y_i\le b],\;\sum_i p_i[y_i>b]\Big),\quad P=2(2T-G)\frac{\mu}{m},\quad \#\{y:\hat f'(y)=0,\hat f''(y)<0\}`,
  inputs: { value: slots.value, weight: slots.weight, prices: pricesSlot },
  options,
  outputs: { value: "report", tables: ["olive", "layers"] },
  citations: ["oecd2019", "wolfson1994", "silverman1981", "silverman1986"],
  variant: ({ prominence, ...band }) =>
    `${bandVariant(band)} · P = 2(2T − G)μ/m · Gini in population form · modes of a Gaussian kernel, Silverman's bandwidth, prominence ${prominence}`,
  load: async () => {
    const { olive } = await import("./olive.js");
    return ({ value, weight, prices }, chosen) => olive(value, { ...chosen, weights: weight, prices });
  },
});
