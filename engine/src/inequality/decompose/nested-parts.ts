import type { Text } from "../../ground/words/index.js";
import { finite, type ResultTable, rowsTable } from "../../method/index.js";
import { type Group, groupCells, groupColumns } from "../groups.js";

export interface NestedParts {
  readonly theil: number;
  /** level by level, the coarsest first: between its groups inside those of the level above */
  readonly between: readonly number[];
  /** within the groups of the finest level */
  readonly within: number;
}

/** A group of one level: the inequality inside, its signed part of that between its siblings, and of the finest level its part within. */
export interface NestedGroup {
  readonly level: number;
  readonly group: Group;
  readonly inside: number | null;
  readonly between: number;
  readonly within: number | null;
}

/** The groups of one level. */
export interface Level {
  readonly groups: readonly Group[];
  /** number of the group above that each group lies in */
  readonly parent: Uint32Array;
}

/** Stands between the keys of a path; no key of a file holds it. */
export const pathStep = "\u001f";

const betweenName = (d: number) =>
  d === 0
    ? { en: "between groups of level 1", zh: "第1层组间" }
    : { en: `between groups of level ${d + 1}, inside those of level ${d}`, zh: `第${d}层各组之内的第${d + 1}层组间` };
const withinName = (d: number) => ({ en: `within groups of level ${d}`, zh: `第${d}层组内` });

/** One row with every part and its share. */
export function nestedTotalTable(names: Text, { theil, between, within }: NestedParts, n: number, mean: number): ResultTable {
  const parts = [
    ...between.map((part, d) => ({ id: `between_${d + 1}`, names: betweenName(d), part })),
    { id: "within", names: withinName(between.length), part: within },
  ];
  const columns = [
    { id: "theil", names, part: theil },
    ...parts,
    ...parts.map(({ id, names, part }) => ({
      id: `${id}_share`,
      names: { en: `share ${names.en}`, zh: `${names.zh}贡献率` },
      part: finite(part / theil),
    })),
    { id: "n", names: { en: "rows", zh: "行数" }, part: n },
    { id: "mean", names: { en: "mean", zh: "均值" }, part: mean },
  ];
  return {
    id: "nested-theil",
    names,
    columns: columns.map(({ id, names, part }) => ({ id, names, values: [part] })),
  };
}

/** One row a level, the last within the finest groups. */
export const nestedLevelsTable = ({ theil, between, within }: NestedParts, levels: readonly Level[]): ResultTable =>
  rowsTable(
    "levels",
    { en: "Levels", zh: "各层" },
    [
      ...between.map((part, d) => ({ level: d + 1, groups: levels[d].groups.length, part })),
      { level: levels.length + 1, groups: null, part: within },
    ].map((row) => ({
      ...row,
      share: finite(row.part / theil),
    })),
    {
      level: { en: "level, the last within the finest groups", zh: "层次，末行为最细组之内" },
      groups: { en: "groups", zh: "组数" },
      part: { en: "part of the inequality", zh: "对总差距的贡献" },
      share: { en: "share of the whole", zh: "贡献率" },
    },
  );

/** One row a group of every level. */
export const nestedGroupsTable = (nodes: readonly NestedGroup[], theil: number): ResultTable =>
  rowsTable(
    "groups",
    { en: "Groups", zh: "各组" },
    nodes.map(({ level, group, inside, between, within }) => ({
      level,
      ...groupCells(group),
      group: group.key.replaceAll(pathStep, " / "),
      theil: inside,
      between,
      within,
      within_share: within === null ? null : finite(within / theil),
    })),
    {
      level: { en: "level", zh: "层次" },
      ...groupColumns,
      theil: { en: "inequality inside", zh: "组内泰尔指数" },
      between: { en: "part of the inequality between its siblings", zh: "对同层组间差距的贡献" },
      within: { en: "part of the inequality within", zh: "对组内差距的贡献" },
      within_share: { en: "share of the whole, from inside", zh: "组内贡献率" },
    },
  );
