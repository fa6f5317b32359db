import { about, byDefault, choice, type Infer, object } from "../../ground/schema/index.js";
import { card, slots } from "../../method/index.js";

const options = object({
  ties: about(
    byDefault(choice(["min", "average", "dense"]), "min"),
    "rank of equal scores: the smallest, the mean of the ranks they take, or without gaps after them",
    "并列名次：取最小名次、取平均名次，或其后不留空缺",
  ),
});
export type RankOptions = Infer<typeof options>;

export const rankCard = card({
  id: "rank",
  names: { en: "Ranks", zh: "排名" },
  summary: { en: "Orders the units in each period, 1 for the highest score.", zh: "逐期排序，得分最高者为第 1 名。" },
  step: { verb: "rank", as: null },
  formula: String.raw`r_{it}=1+\#\{k: S_{kt}>S_{it}\}`,
  inputs: { index: slots.index },
  options,
  outputs: { value: "report", tables: ["ranks"] },
  citations: ["oecd2008"],
  variant: ({ ties }) => `descending within each period · ties ${ties}`,
  load: async () => {
    const { rank } = await import("./rank.js");
    return ({ index }, chosen) => rank(index, chosen);
  },
});
