import { about, byDefault, choice, number, optional, pair, text } from "../../ground/schema/index.js";

/** The options most weighing cards share, so that one thing has one name and one meaning everywhere. */
export const weighOptions = {
  scope: about(
    byDefault(choice(["pooled", "per-period"]), "pooled"),
    "pooled: one set of weights from all region-years; per-period: weights of each period, so scores do not compare over time",
    "pooled：由全部地区与年份得到一组权重；per-period：逐期赋权，各期得分不可比",
  ),
  within: optional(
    about(
      text({ min: 1 }),
      "level inside which the indicators are weighed against each other; by default the level above the indicators",
      "在哪一层级之内比较指标；默认为指标的上一层",
    ),
  ),
  bounds: optional(
    about(
      pair(number({ min: 0, max: 1 }), number({ min: 0, max: 1 })),
      "least and largest weight of an indicator inside its group, e.g. [0.05, 0.4]; an indicator that does not vary stays without weight, an only one has 1",
      "组内单个指标权重的下限与上限，如 [0.05, 0.4]；无变化的指标权重仍为 0，组内唯一指标权重为 1",
    ),
  ),
};

export type Bounds = readonly [number, number];

/** How a variant line names the level and the bounds. */
export const placeText = ({ within, bounds }: { readonly within?: string; readonly bounds?: Bounds }): string =>
  `within ${within ?? "the level above the indicators"}${bounds ? ` · bounds [${bounds.join(", ")}]` : ""}`;
