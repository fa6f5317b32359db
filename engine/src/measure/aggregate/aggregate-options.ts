import { about, byDefault, choice, number, object } from "../../ground/schema/index.js";

/** The options every aggregation shares. */
export const aggregateShape = {
  available: about(
    byDefault(number({ min: 0, max: 1 }), 0),
    "smallest share of a node's parts that must be there; below it the score is missing",
    "节点分项可用比例的下限；低于此值则得分缺失",
  ),
  changingComposition: about(
    byDefault(choice(["fault", "allow"]), "fault"),
    "what to do when an indicator is missing for most units of one period",
    "某期多数单位缺某指标时如何处理",
  ),
};

export const aggregateOptions = object(aggregateShape);

/** How the parts are put together, and what happens when some are missing, in one line. */
export const meanVariant = (rule: string, available: number): string =>
  `${rule} · weights rescaled over available parts${available > 0 ? ` (at least ${available})` : ""}`;
