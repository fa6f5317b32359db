import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { placeShape, scaleVariant } from "../scale-options.js";

const options = object(placeShape);
export type RankScoreOptions = Infer<typeof options>;

export const rankScoreCard = card({
  id: "rank-score",
  names: { en: "Rank scores", zh: "位次标准化" },
  summary: {
    en: "Replaces values by their places from the worst, 1, upward; distances no longer count.",
    zh: "以由差到好的位次（最差为 1）代替数值；差距大小不再起作用。",
  },
  step: { verb: "normalise", as: "rank" },
  formula: String.raw`z=1+\#\{y_k<y\},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: (chosen) => `ties share the smallest place · ${scaleVariant(chosen)}`,
  load: async () => {
    const { rankScore } = await import("./rank-score.js");
    return ({ panel }, chosen) => rankScore(panel, chosen);
  },
});
