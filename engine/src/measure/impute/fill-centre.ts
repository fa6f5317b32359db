import { Fault } from "../../ground/fault/index.js";
import { mean } from "../../ground/sums/index.js";
import type { ResultParts } from "../../method/index.js";
import { offset, type Panel, present } from "../../table/index.js";
import { type CellFill, fillCells } from "./fill-cells.js";

type Centre = (values: Float64Array) => number;

/** The value in the middle; the mean of the two in the middle when their number is even. */
export const median: Centre = (values) => {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : mean(sorted.subarray(half - 1, half + 1));
};

/** Fill every missing cell with the centre of the cells of its group (all units when none is given) in the same period. */
export function fillCentre(
  data: Panel,
  never: readonly string[],
  rule: string,
  centre: Centre,
  groups: readonly string[] = data.units.map(() => "all"),
): Omit<ResultParts<Panel>, "options"> {
  if (groups.length !== data.units.length) throw groupsShape(groups.length, data.units.length);
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const known = members.get(group);
    if (known) known.push(i);
    else members.set(group, [i]);
  });
  return fillCells(data, never, rule, (v, t) => {
    const start = offset(data, v, t, 0);
    const fills = new Map<string, CellFill | null>([["", null]]);
    return (i) => {
      const group = groups[i];
      const known = fills.get(group);
      if (known !== undefined) return known;
      const positions = members.get(group) ?? [];
      const cells = new Float64Array(positions.length);
      for (let k = 0; k < positions.length; k++) cells[k] = data.values[start + positions[k]];
      const donors = present(cells);
      const made = donors.length ? { value: centre(donors), donors: donors.length, from: group } : null;
      fills.set(group, made);
      return made;
    };
  });
}

const groupsShape = (found: number, wanted: number): Fault =>
  new Fault({
    code: "groups-shape",
    place: { path: "by" },
    found: { en: `${found} groups are given for ${wanted} units`, zh: `${wanted} 个单位给出了 ${found} 个组别` },
    expected: { en: "expected the group of every unit, in the order of the units", zh: "应按单位顺序给出每个单位的组别" },
    next: { en: "take the grouping from the same panel", zh: "请使用同一面板的分组" },
  });
