import { isFault } from "../ground/fault/index.js";
import { parseFormula } from "../ground/formula/index.js";
import { type Locate, parse } from "../ground/schema/index.js";
import type { Leaf } from "../table/index.js";
import { type FaultList, type Path, unknownReference } from "./framework-fault.js";
import { indicatorSchema } from "./framework-schema.js";
import { textOf } from "./read-tree.js";
import type { Definition, Indicator } from "./types.js";

/** An indicator as a leaf of the tree and as the framework's record of it. The formula is read only to find its faults here. */
export function readIndicator(written: unknown, parent: string, path: Path, locate: Locate): { leaf: Leaf; indicator: Indicator } {
  const one = parse(indicatorSchema, written, (inner, at) => locate([...path, ...inner], at));
  const { id, formula, weight, standsFor, match } = one;
  if (formula !== undefined) {
    try {
      parseFormula(formula, id);
    } catch (error) {
      throw isFault(error) ? error.at(locate([...path, "formula"], "value")) : error;
    }
  }
  const described = { id, names: textOf(one.names), unit: textOf(one.unit), direction: one.direction === "+" ? 1 : -1, weight } as const;
  const note = one.note === undefined ? {} : { note: textOf(one.note) };
  return {
    leaf: Object.freeze({ ...described, parent, ...(formula === undefined ? {} : { formula }) }),
    indicator: Object.freeze({ ...described, formula: formula ?? id, standsFor, match, ...note }),
  };
}

/** Every definition an indicator stands for is in the file. */
export function checkStandsFor(
  indicators: readonly Indicator[],
  places: readonly Path[],
  definitions: readonly Definition[],
  locate: Locate,
  faults: FaultList,
): void {
  const known = definitions.map((one) => one.id);
  indicators.forEach(({ standsFor }, k) => {
    standsFor.forEach((id, j) => {
      if (known.includes(id)) return;
      faults.found.push(unknownReference({ en: "definition", zh: "定义" }, id, known, locate([...places[k], "standsFor", j], "value")));
    });
  });
}
