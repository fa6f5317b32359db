import { Fault } from "../../ground/fault/index.js";
import { mean } from "../../ground/sums/index.js";
import type { ResultParts } from "../../method/index.js";
import { offset, type Panel } from "../../table/index.js";
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
  const names = [...new Set(groups)];
  const positions = new Map(names.map((group, k) => [group, k]));
  const groupOf = groups.map((group) => positions.get(group) as number);
  const members: number[][] = names.map(() => []);
  groups.forEach((group, i) => {
    if (group !== "") members[groupOf[i]].push(i);
  });
  const room = new Float64Array(groups.length);
  const centreOf = (group: number, start: number): CellFill | null => {
    let n = 0;
    for (const k of members[group]) {
      const value = data.values[start + k];
      if (value === value) room[n++] = value;
    }
    return n > 0 ? { value: centre(room.subarray(0, n)), donors: n, from: names[group] } : null;
  };
  return fillCells(data, never, rule, (v, t) => {
    const start = offset(data, v, t, 0);
    const fills: (CellFill | null)[] = [];
    return (i) => {
      const group = groupOf[i];
      if (fills[group] === undefined) fills[group] = centreOf(group, start);
      return fills[group];
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
