import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";

/** One class of a degree between 0 and 1. */
export interface DegreeLevel {
  /** 1 for the lowest */
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly names: Text;
}

/** A published way of cutting 0–1 into named classes. */
export interface LevelSet {
  readonly id: string;
  /** what it classes: the coordination degree D or the coupling degree C */
  readonly of: "D" | "C";
  readonly names: Text;
  readonly levels: readonly DegreeLevel[];
  /** where the cuts and names are printed */
  readonly sources: readonly string[];
}

/** A user's own classes: cuts from 0 to 1, one name fewer than cuts; unnamed classes are called by their bounds. */
export interface OwnLevels {
  readonly cuts: readonly number[];
  readonly names?: readonly (string | Text)[];
}

/** Which end of a class belongs to it; the first and the last class hold 0 and 1 either way. */
export type ClosedEnd = "left-closed" | "right-closed";

/** Classes from their cuts; a Fault when the cuts do not rise from 0 to 1 or the names do not fit. */
export function levelsFrom({ cuts, names }: OwnLevels): readonly DegreeLevel[] {
  const count = cuts.length - 1;
  if (count < 1 || cuts[0] !== 0 || cuts[count] !== 1 || cuts.some((cut, k) => k > 0 && !(cut > cuts[k - 1]))) {
    throw levelsFault(
      { en: `the cuts are ${cuts.join(", ")}`, zh: `分级界限为 ${cuts.join("、")}` },
      { en: "expected cuts that rise from 0 to 1", zh: "分级界限应从 0 递增到 1" },
    );
  }
  if (names && names.length !== count) {
    throw levelsFault(
      { en: `${names.length} names for ${count} classes`, zh: `${count} 个等级给出了 ${names.length} 个名称` },
      { en: "expected one name a class, one fewer than the cuts", zh: "每级应有一个名称，比界限少一个" },
    );
  }
  return Object.freeze(
    Array.from({ length: count }, (_, k): DegreeLevel => {
      const [from, to] = [cuts[k], cuts[k + 1]];
      const name = names?.[k] ?? `${from}–${to}`;
      return Object.freeze({ level: k + 1, from, to, names: typeof name === "string" ? { en: name, zh: name } : name });
    }),
  );
}

/** Number of the class a degree falls in, after rounding to 12 decimals so that 0.3 − 2⁻⁵⁴ counts as 0.3; NaN has none. */
export function levelAt(levels: readonly Pick<DegreeLevel, "level" | "to">[], degree: number, interval: ClosedEnd = "left-closed"): number {
  const rounded = Math.round(degree * 1e12) / 1e12;
  if (rounded !== rounded) return Number.NaN;
  let k = 0;
  while (k < levels.length - 1 && !(interval === "left-closed" ? rounded < levels[k].to : rounded <= levels[k].to)) k++;
  return levels[k].level;
}

const levelsFault = (found: Text, expected: Text): Fault =>
  new Fault({
    code: "bad-levels",
    place: { path: "classes" },
    found,
    expected,
    next: { en: "write e.g. {cuts: [0, 0.5, 1], names: [low, high]}", zh: "例如写 {cuts: [0, 0.5, 1], names: [低, 高]}" },
  });
