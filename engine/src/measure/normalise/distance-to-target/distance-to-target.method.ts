import { about, byDefault, flag, type Infer, mapping, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleShape, scaleVariant } from "../scale-options.js";

const options = object({
  targets: about(
    mapping(number()),
    "target of every indicator, in its own unit (before any direction)",
    "各指标的目标值，按指标自身单位（未换算方向）",
  ),
  cap: about(
    byDefault(flag(), false),
    "count a value beyond its target as just reaching it; otherwise it leaves the range",
    "超过目标的值按达到目标计；否则结果可超出取值范围",
  ),
  ...scaleShape,
});
export type DistanceToTargetOptions = Infer<typeof options>;

export const distanceToTargetCard = card({
  id: "distance-to-target",
  names: { en: "Distance to target", zh: "目标距离标准化" },
  summary: {
    en: "How much of the way from the worst observed value to a declared target has been covered.",
    zh: "从观测到的最差值到声明的目标值，已走完多少路程。",
  },
  step: { verb: "normalise", as: "distance-to-target" },
  formula: String.raw`z=a+(b-a)\,\frac{y-\min y}{\tau-\min y},\quad y=\pm x`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008", "becker2022"],
  variant: ({ cap, ...rest }) => `declared targets · ${cap ? "capped" : "not capped"} · ${scaleVariant(rest)}`,
  load: async () => {
    const { distanceToTarget } = await import("./distance-to-target.js");
    return ({ panel }, chosen) => distanceToTarget(panel, chosen);
  },
});
