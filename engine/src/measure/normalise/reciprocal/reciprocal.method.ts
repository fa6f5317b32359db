import { type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";
import { scaleShape, scaleVariant } from "../scale-options.js";

const options = object(scaleShape);
export type ReciprocalOptions = Infer<typeof options>;

export const reciprocalCard = card({
  id: "reciprocal",
  names: { en: "Reciprocal of negative indicators", zh: "逆向指标取倒数" },
  summary: {
    en: "Turns indicators of which less is better by 1/x before min–max, as some papers do; it changes their spacing and is discouraged.",
    zh: "逆向指标先取倒数再作极差标准化，见于部分论文；会改变数值间距，不建议使用。",
  },
  step: { verb: "normalise", as: "reciprocal" },
  formula: String.raw`z=a+(b-a)\,\frac{y-\min y}{\max y-\min y},\quad y\in\{x,\ 1/x\}`,
  inputs: { panel: slots.data },
  options,
  outputs: { value: "normalised", tables: ["normalised", "bounds"] },
  citations: ["oecd2008"],
  variant: (chosen) => scaleVariant(chosen).replace("direction applied once", "less is better: 1/x"),
  load: async () => {
    const { reciprocal } = await import("./reciprocal.js");
    return ({ panel }, chosen) => reciprocal(panel, chosen);
  },
});
