import { about, byDefault, choice } from "../../ground/schema/index.js";
import { slots } from "../../method/index.js";

export const rateInputs = { panel: slots.data, weights: slots.weights, tree: slots.tree } as const;

export const scope = about(
  byDefault(choice(["pooled", "per-period"]), "pooled"),
  "pooled: all periods are compared together, so ratings compare over time; per-period: each period by its own extremes",
  "pooled：各期一并比较，结果可跨期比较；per-period：各期按当期极值评价",
);
