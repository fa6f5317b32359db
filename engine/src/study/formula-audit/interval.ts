/** All numbers from the first to the second. */
export type Interval = readonly [number, number];

/** What rounding of the arithmetic may add, relative to the size of the numbers. */
const slack = 1e-12;

/** How far two intervals lie apart; 0 when they meet. */
export function gap([a, b]: Interval, [c, d]: Interval): number {
  const apart = Math.max(c - b, a - d);
  return apart <= slack * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : apart;
}

/**
 * Range of f over a box: its values at the corners, and where the coordinates are as equal as the box allows.
 * Exact for what is monotone in every coordinate, and for what is quasi-concave with its peak where all are equal.
 */
export function rangeOver(box: readonly Interval[], f: (point: readonly number[]) => number): Interval {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (point: readonly number[]): void => {
    const value = f(point);
    if (value < least) least = value;
    if (value > most) most = value;
  };
  for (let corner = 0; corner < 1 << box.length; corner++) take(box.map((side, k) => side[(corner >> k) & 1]));
  take(evenPoint(box));
  return [least, most];
}

/** The point whose coordinates are the nearest in the box to their own mean. */
function evenPoint(box: readonly Interval[]): number[] {
  const at = (level: number): number[] => box.map(([low, high]) => Math.min(high, Math.max(low, level)));
  let [low, high] = [Math.min(...box.map((side) => side[0])), Math.max(...box.map((side) => side[1]))];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const mean = at(middle).reduce((total, one) => total + one, 0) / box.length;
    if (mean > middle) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

/** f(a·b/under) for positive intervals and rising f; null when one is absent. */
export function productOf(a: Interval | null, b: Interval | null, f: (x: number) => number, under?: Interval | null): Interval | null {
  if (!a || !b || under === null) return null;
  const [most, least] = under ? [under[1], under[0]] : [1, 1];
  const positive = (x: number): number => Math.max(0, x);
  return least > 0 ? [f((positive(a[0]) * positive(b[0])) / most), f((positive(a[1]) * positive(b[1])) / least)] : null;
}

/** Where most of the rows agree: the interval shared by the largest number of them (each row may allow several). */
export function mostShared(rows: readonly (readonly Interval[])[]): { readonly range: Interval; readonly count: number } | null {
  const ends = rows.flatMap((row) =>
    row.flatMap(([low, high]) => [
      { at: low, step: 1 },
      { at: high, step: -1 },
    ]),
  );
  ends.sort((a, b) => a.at - b.at || b.step - a.step);
  let [depth, count] = [0, 0];
  let range: Interval | null = null;
  ends.forEach(({ at, step }, k) => {
    depth += step;
    if (depth > count) {
      count = depth;
      range = [at, ends[k + 1].at];
    }
  });
  return range && { range, count };
}
