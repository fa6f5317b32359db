import type { Panel } from "../../table/index.js";
import { offset } from "../../table/index.js";

/** What counts as deprived in one indicator: below a cut-off, or above it. */
export interface DeprivationRule {
  readonly id: string;
  readonly cutoff: number;
  readonly side: "below" | "above";
  /** share in the total weight; the rules' shares sum to 1 */
  readonly weight: number;
}

/** The rows of one period that count, and what each is deprived of. */
export interface Deprivation {
  readonly rules: readonly DeprivationRule[];
  /** position of the unit of each row */
  readonly unit: Uint32Array;
  /** how many people a row stands for, all above 0 */
  readonly people: Float64Array;
  /** by rule: weight of the deprivation where the row is deprived, else 0 */
  readonly part: readonly Float64Array[];
  /** by rule: (z − y)/z where the row is deprived, else 0; only where the rule has a size of shortfall */
  readonly gap: readonly Float64Array[];
  /** weighted share of deprivations of each row */
  readonly score: Float64Array;
  /** units with something missing that were left out, and units without any indicator or without weight */
  readonly dropped: number;
  readonly absent: number;
}

export type MissingDeprivation = "complete-case" | "reweight" | "not-deprived";

/** Count the deprivations of every unit in period number t. `population` is the position of the column of people, −1 when every unit is one. */
export function deprivation(
  p: Panel,
  t: number,
  rules: readonly DeprivationRule[],
  population: number,
  missing: MissingDeprivation,
): Deprivation {
  const columns = rules.map(({ id }) =>
    offset(
      p,
      p.variables.findIndex((one) => one.id === id),
      t,
      0,
    ),
  );
  const unit: number[] = [];
  let [dropped, absent] = [0, 0];
  for (let i = 0; i < p.units.length; i++) {
    const known = columns.filter((from) => p.values[from + i] === p.values[from + i]).length;
    const people = population < 0 ? 1 : p.values[offset(p, population, t, i)];
    if (known === 0 || people === 0) absent++;
    else if (people !== people || (known < rules.length && missing === "complete-case")) dropped++;
    else unit.push(i);
  }
  const n = unit.length;
  const part = rules.map(() => new Float64Array(n));
  const gap = rules.map(() => new Float64Array(n));
  const score = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    const values = columns.map((from) => p.values[from + unit[r]]);
    let scale = 1;
    if (missing === "reweight") {
      scale = rules.reduce((sum, { weight }, j) => sum + (values[j] === values[j] ? weight : 0), 0);
      if (values.every((one) => one === one)) scale = 1;
    }
    rules.forEach(({ cutoff, side, weight }, j) => {
      if (!(side === "below" ? values[j] < cutoff : values[j] > cutoff)) return;
      part[j][r] = weight / scale;
      gap[j][r] = (cutoff - values[j]) / cutoff;
      score[r] += weight / scale;
    });
  }
  const people = Float64Array.from(unit, (i) => (population < 0 ? 1 : p.values[offset(p, population, t, i)]));
  return { rules, unit: Uint32Array.from(unit), people, part, gap, score, dropped, absent };
}

/** How far below the cut-off a score may lie by rounding: eight times 0.1 is 0.7999999999999999. */
const slack = 1e-9;

/** Whether each row is poor: its score reaches k. */
export const poorAt = (score: Float64Array, k: number): Uint8Array => Uint8Array.from(score, (c) => (c >= k - slack && c > 0 ? 1 : 0));
