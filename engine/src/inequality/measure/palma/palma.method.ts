import { about, byDefault, choice, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const share = () => number({ above: 0, below: 1 });
const options = object({
  top: about(byDefault(share(), 0.1), "share of the population at the top", "高端人口份额"),
  bottom: about(byDefault(share(), 0.4), "share of the population at the bottom", "低端人口份额"),
  border: about(
    byDefault(choice(["fractional", "whole"]), "fractional"),
    "a row that straddles a border: split in proportion (interpolated Lorenz curve), or counted whole with its ties (as in Eurostat's S80/S20)",
    "跨越分界的行：按比例拆分（洛伦兹曲线插值），或连同并列值整行计入低端（如欧盟统计局 S80/S20）",
  ),
});
export type PalmaOptions = Infer<typeof options>;

export const palmaCard = card({
  id: "palma",
  names: { en: "Palma ratio", zh: "帕尔马比值" },
  summary: {
    en: "How many times what the poorest 40 % have, the richest 10 % have; with other borders, S80/S20 and the like.",
    zh: "最富 10% 人口的份额是最穷 40% 人口份额的多少倍；改动分界即得 S80/S20 等比值。",
  },
  step: { verb: "palma", as: null },
  formula: String.raw`\frac{1-L(1-t)}{L(b)},\quad t=0.1,\;b=0.4`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["palma"] },
  citations: ["palma2011", "gastwirth1972"],
  variant: ({ top, bottom, border }) => `top ${top} over bottom ${bottom} · ${border} border`,
  load: async () => {
    const { palma } = await import("./palma.js");
    return ({ value, weight }, chosen) => palma(value, { ...chosen, weights: weight });
  },
});
