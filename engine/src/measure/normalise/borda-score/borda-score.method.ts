import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeShape, scaleVariant } from "../scale-options.js";

const options = object(placeShape);
export type BordaScoreOptions = Infer<typeof options>;

export const bordaScoreCard = card({
  id: "borda-score",
  names: { en: "Borda scores", zh: "波达计分标准化" },
  summary: {
    en: "One point for every unit that lies below; the worst gets 0.",
    zh: "每超过一个单位得 1 分，最差得 0 分。",
  },
  step: { verb: "normalise", as: "borda" },
  formula: String.raw`z=\#\{y_k<y\},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: (chosen) => `ties share the smallest place · ${scaleVariant(chosen)}`,
  load: async () => {
    const { bordaScore } = await import("./borda-score.js");
    return ({ panel }, chosen) => bordaScore(panel, chosen);
  },
});
