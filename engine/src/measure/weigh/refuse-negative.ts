import { Fault } from "../../ground/fault/index.js";
import { type Panel, series, type Tree, variableIndex, weightedLeaves } from "../../table/index.js";

/** A fault at the first negative value of an indicator with weight. */
export function refuseNegative(normalised: Panel, tree: Tree): void {
  for (const { id } of weightedLeaves(tree, null)) {
    const cells = series(normalised, variableIndex(normalised, id));
    const cell = cells.findIndex((z) => z < 0);
    if (cell < 0) continue;
    const unit = normalised.units[cell % normalised.units.length].code;
    const period = normalised.periods[Math.floor(cell / normalised.units.length)];
    throw new Fault({
      code: "negative-value",
      place: { path: `${id}, unit ${unit}, period ${period}` },
      found: { en: `${id} is ${cells[cell]}`, zh: `${id} 的值为 ${cells[cell]}` },
      expected: {
        en: "expected values of at least 0: entropy takes them as shares of a sum",
        zh: "取值应不小于 0：熵权法以其占总和的比重计算",
      },
      next: { en: "normalise with min-max or goalposts to [0, 1]", zh: "请用 min-max 或 goalposts 化到 [0, 1]" },
    });
  }
}
