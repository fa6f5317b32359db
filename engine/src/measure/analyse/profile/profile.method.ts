import { about, byDefault, type Infer, integer, list, number, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  of: about(text({ min: 1 }), "the unit looked at, by code or name", "所考察的单位（代码或名称）"),
  peers: optional(
    about(
      list(text({ min: 1 }), { min: 1 }),
      "the units it is compared with, by code or name; by default those of its own group, or all",
      "对照单位（代码或名称）；默认为同组单位，或全部单位",
    ),
  ),
  period: optional(about(integer(), "period looked at; by default the last", "所考察的时期；默认为最近一期")),
  tail: about(
    byDefault(number({ min: 0, max: 0.5 }), 0.25),
    "an indicator is a weakness when at most this share of the peers does worse, a strength when at most this share does better",
    "不如该单位的对照单位占比不超过此值为短板，优于该单位的占比不超过此值为长处",
  ),
});
export type ProfileOptions = Infer<typeof options>;

export const profileCard = card({
  id: "profile",
  names: { en: "Profile", zh: "单位画像" },
  summary: {
    en: "Where one unit does better and worse than its peers, indicator by indicator.",
    zh: "逐项指标说明某单位相对同类的长处与短板。",
  },
  step: { verb: "profile", as: null },
  formula: String.raw`s_j=\frac{\#\{k: x_{kj}\prec x_{ij}\}+\tfrac12\#\{k: x_{kj}=x_{ij}\}}{\#\{k\}},\quad \Delta_j=x_{ij}-\operatorname{med}_k x_{kj}`,
  inputs: { panel: slots.data, tree: slots.tree, by: slots.by },
  options,
  outputs: { value: "report", tables: ["profile"] },
  citations: ["oecd2008"],
  variant: ({ peers, tail }) =>
    `${peers ? "named peers" : "peers of the group, or all"} · ties count half · strength and weakness: tail ${tail}`,
  load: async () => {
    const { profile } = await import("./profile.js");
    return ({ panel, tree, by }, chosen) => profile(panel, tree, { ...chosen, by });
  },
});
