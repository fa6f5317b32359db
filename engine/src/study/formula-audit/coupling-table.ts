import { sum } from "../../ground/sums/index.js";
import { type Interval, rangeOver } from "./interval.js";
import type { Published } from "./published.js";

type Numbers = readonly (Published | null)[];

/** The published columns of a coupling table; U has one column a system, in the order of the systems. */
export interface CouplingTable {
  readonly u: readonly Numbers[];
  readonly c: Numbers | null;
  readonly t: Numbers | null;
  readonly d: Numbers | null;
}

export const rangeAt = (column: Numbers | null, row: number): Interval | null => column?.[row]?.range ?? null;

/** The developments of a row as a box; null when one is not printed. */
export function boxAt({ u }: CouplingTable, row: number): Interval[] | null {
  const box = u.flatMap((column) => {
    const one = column[row];
    return one ? [[Math.max(0, one.range[0]), one.range[1]] as const] : [];
  });
  return u.length > 1 && box.length === u.length ? box : null;
}

/** T of a row: as printed, otherwise the mean of the developments. */
export function levelAt(table: CouplingTable, row: number): Interval | null {
  const printed = table.t?.[row];
  if (printed) return printed.range;
  const box = table.t ? null : boxAt(table, row);
  return box && rangeOver(box, (u) => sum(u) / u.length);
}

/** The two ends SPSSAU rescales every column to before it couples them. */
const [lowest, highest] = [0.01, 0.99] as const;

/** The boxes of a table whose columns were first rescaled to [0.01, 0.99]; every row moves when one is added. */
export function rescaledBoxes({ u }: CouplingTable): (row: number) => Interval[] | null {
  const columns = u.map((column) => {
    const known = column.filter((one) => one !== null);
    if (known.length === 0) return column.map(() => null);
    const least = known.reduce((low, one) => (one.value < low.value ? one : low));
    const most = known.reduce((high, one) => (one.value > high.value ? one : high));
    return column.map((one): Interval | null => {
      if (one === null || least.value === most.value) return null;
      const ends = [one, least, most];
      const place = ([x, a, b]: readonly number[]): number => {
        const share = one === least ? 0 : one === most ? 1 : Math.min(1, Math.max(0, (x - a) / (b - a)));
        return lowest + (highest - lowest) * share;
      };
      return rangeOver(
        ends.map((end) => end.range),
        place,
      );
    });
  });
  return (row) => {
    const box = columns.flatMap((column) => {
      const side = column[row];
      return side ? [side] : [];
    });
    return u.length > 1 && box.length === u.length ? box : null;
  };
}
