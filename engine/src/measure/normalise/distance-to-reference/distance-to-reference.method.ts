import { about, byDefault, choice, type Infer, integer, object, optional, text } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  reference: about(text({ min: 1 }), "code of the reference unit", "参照单位的代码"),
  at: about(
    byDefault(choice(["own-period", "mean", "base-period"]), "own-period"),
    "which value of the reference counts: that of the cell's own period, its mean over the periods, or that of a base period",
    "参照单位取哪一值：与单元格同期的值、各期均值，或基期的值",
  ),
  base: optional(about(integer(), "the base period of at: base-period; by default the first", "at: base-period 的基期；默认为第一期")),
});
export type DistanceToReferenceOptions = Infer<typeof options>;

export const distanceToReferenceCard = card({
  id: "distance-to-reference",
  names: { en: "Distance to a reference unit", zh: "参照单位距离标准化" },
  summary: {
    en: "Where a value lies between the worst observed and that of a unit you name: 0 at the worst, 1 level with the reference, more beyond it.",
    zh: "数值处在最差值与指定参照单位之间的何处：最差为 0，与参照持平为 1，超过则大于 1。",
  },
  step: { verb: "normalise", as: "distance-to-reference" },
  formula: String.raw`z=\frac{y-\min y}{y_{0}-\min y},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ reference, at, base }) =>
    `reference ${reference}, ${at}${base === undefined ? "" : ` ${base}`} · worst of all periods · direction applied once`,
  load: async () => {
    const { distanceToReference } = await import("./distance-to-reference.js");
    return ({ panel }, chosen) => distanceToReference(panel, chosen);
  },
});
