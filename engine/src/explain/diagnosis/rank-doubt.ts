import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Cell, ResultTable } from "../../method/index.js";
import type { Patient } from "./patient.js";
import { median, type Peers } from "./peers.js";

export interface Interval {
  readonly nominal: number;
  readonly lower: number;
  readonly upper: number;
}

/** The rank interval of a system in the period diagnosed; null when none was handed in. */
export type IntervalOf = (system: string, unit: number) => Interval | null;
/** Where the interval of a unit lies on both sides of its peers' median rank, what that means in words; null where it does not. */
export type Flips = (system: string, unit: number) => Text | null;

/** Rank intervals from the table of a step that varies the choices. */
export function intervalsOf({ panel, now }: Patient, table: ResultTable | undefined): IntervalOf {
  if (!table) return () => null;
  const read = (id: string): readonly Cell[] => {
    const column = table.columns.find((one) => one.id === id);
    if (!column) throw noColumn(table.id, id);
    return column.values;
  };
  const [column, unit, period, nominal, lower, upper] = ["column", "unit", "period", "nominal", "lower", "upper"].map(read);
  const found = new Map<string, Interval>();
  column.forEach((id, row) => {
    if (period[row] !== panel.periods[now]) return;
    const [a, b, c] = [nominal[row], lower[row], upper[row]];
    if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number") return;
    found.set(`${String(id).split(".").at(-1)} ${unit[row]}`, { nominal: a, lower: b, upper: c });
  });
  return (system, i) => found.get(`${system} ${panel.units[i].code}`) ?? null;
}

/** A unit that may stand above or below the middle of its peers, as the choices fall, is not firmly diagnosed by them. */
export function flipsOf({ panel, tree, now }: Patient, peers: Peers, intervals: IntervalOf): Flips {
  const everyone = panel.units.map((_, i) => i);
  const middles = new Map<string, number | null>();
  const middleOf = (system: string, own: readonly number[], key: string): number | null => {
    const known = middles.get(key);
    if (known !== undefined) return known;
    const made = median(own.flatMap((j) => intervals(system, j)?.nominal ?? []));
    middles.set(key, made);
    return made;
  };
  const groups = new Map<readonly number[], number>();
  return (system, i) => {
    const one = intervals(system, i);
    if (!one) return null;
    const own = peers.at(now)[i] ?? everyone;
    if (!groups.has(own)) groups.set(own, groups.size);
    const middle = middleOf(system, own, `${system} ${groups.get(own)}`);
    if (middle === null || one.lower > middle === one.upper > middle) return null;
    const names = tree.nodes.find((node) => node.id === system)?.names ?? { en: system, zh: system };
    return {
      en: `Not firm: under other choices its rank in ${names.en} runs from ${rank(one.lower)} to ${rank(one.upper)}, on both sides of its peers' median ${rank(middle)}.`,
      zh: `此诊断不稳：在其他选择下，其“${names.zh}”位次在 ${rank(one.lower)} 至 ${rank(one.upper)} 之间，横跨同组位次中位数 ${rank(middle)}。`,
    };
  };
}

export const rank = (value: number): string => String(Number(value.toFixed(1)));

const noColumn = (table: string, id: string): Fault =>
  new Fault({
    code: "no-such-column",
    place: { path: "intervals" },
    found: { en: `table ${table} has no column ${id}`, zh: `表 ${table} 没有列 ${id}` },
    expected: { en: "expected the table rank-intervals of a step uncertainty", zh: "应为 uncertainty 步骤的表 rank-intervals" },
    next: { en: "name such a step in intervals", zh: "请在 intervals 中指明这样的步骤" },
  });
