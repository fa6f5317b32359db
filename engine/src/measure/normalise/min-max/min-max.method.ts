import { card, slots } from "../../../method/index.js";
import { type ScaleOptions, scaleOptions, scaleVariant } from "../scale-options.js";

export type MinMaxOptions = ScaleOptions;

export const minMaxCard = card({
  id: "min-max",
  names: { en: "Min–max normalisation", zh: "极差标准化" },
  summary: {
    en: "Puts every indicator on one scale: the worst observed value gets the lower end, the best the upper.",
    zh: "将各指标化到同一尺度：观测到的最差值取下限，最优值取上限。",
  },
  step: { verb: "normalise", as: "min-max" },
  formula: String.raw`z=a+(b-a)\,\frac{y-\min y}{\max y-\min y},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options: scaleOptions,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008"],
  variant: scaleVariant,
  load: async () => {
    const { minMax } = await import("./min-max.js");
    return ({ panel }, chosen) => minMax(panel, chosen);
  },
});
