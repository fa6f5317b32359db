/** The arithmetic of the default build over typed arrays: no names, flags, checks or trace. What any build must spend. */
export interface Shape {
  readonly units: number;
  readonly periods: number;
  readonly pillars: readonly (readonly number[])[];
  readonly divided: readonly number[];
  /** group of each unit, from 0 */
  readonly groups: Uint8Array;
  readonly directions: readonly (1 | -1)[];
}

/** Divide, fill with the group's mean, treat outliers, scale to 0–100, average level by level, rank within each period. */
export function bareBuild(raw: Float64Array, shape: Shape): { readonly index: Float64Array; readonly ranks: Float64Array } {
  const size = shape.units * shape.periods;
  const leaves = shape.directions.length;
  const values = raw.slice(0, leaves * size);
  let v = 0;
  shape.divided.forEach((count, k) => {
    const divisor = raw.subarray((leaves + k) * size, (leaves + k + 1) * size);
    for (const end = v + count; v < end; v++) for (let c = 0; c < size; c++) values[v * size + c] /= divisor[c];
  });
  for (let v = 0; v < leaves; v++) {
    const column = values.subarray(v * size, (v + 1) * size);
    for (let t = 0; t < shape.periods; t++) fill(column.subarray(t * shape.units, (t + 1) * shape.units), shape.groups);
    treat(column);
  }
  const index = mean(values, shape, shape.directions, 100);
  const ranks = new Float64Array(size);
  for (let t = 0; t < shape.periods; t++) rankInto(ranks, index, t * shape.units, shape.units);
  return { index, ranks };
}

/** Min–max and the mean of means only: less than any build must spend. */
export const bareMean = (raw: Float64Array, shape: Shape): Float64Array =>
  mean(
    raw,
    shape,
    shape.directions.map(() => 1),
    1,
  );

function fill(cells: Float64Array, groups: Uint8Array): void {
  const sums = new Float64Array(4);
  const counts = new Float64Array(4);
  let missing = 0;
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === cells[i]) {
      sums[groups[i]] += cells[i];
      counts[groups[i]]++;
    } else missing++;
  }
  if (missing > 0) for (let i = 0; i < cells.length; i++) if (cells[i] !== cells[i]) cells[i] = sums[groups[i]] / counts[groups[i]];
}

/** Up to five extremes pulled in, one at a time; the logarithm of the original when that is not enough. */
function treat(column: Float64Array): void {
  const n = column.length;
  let passing = passes(column, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (passing.passes) return;
  const sorted = column.slice().sort();
  let from = 0;
  let to = n - 1;
  while (!passing.passes && from + n - 1 - to < 5) {
    const edge = sorted[passing.skewness >= 0 ? to : from];
    if (passing.skewness >= 0) while (sorted[to] === edge) to--;
    else while (sorted[from] === edge) from++;
    passing = passes(column, sorted[from], sorted[to]);
  }
  const [low, high] = [sorted[from], sorted[to]];
  if (passing.passes) for (let c = 0; c < n; c++) column[c] = Math.min(Math.max(column[c], low), high);
  else {
    const shift = 0.01 * (sorted[n - 1] - sorted[0]) - sorted[0];
    for (let c = 0; c < n; c++) column[c] = Math.log(column[c] + shift);
  }
}

/** Bias-corrected skewness and excess kurtosis of a column held between two values, against 2 and 3.5. */
function passes(column: Float64Array, low: number, high: number): { readonly passes: boolean; readonly skewness: number } {
  const n = column.length;
  let sum = 0;
  for (let c = 0; c < n; c++) sum += Math.max(low, Math.min(column[c], high));
  const centre = sum / n;
  let [second, third, fourth] = [0, 0, 0];
  for (let c = 0; c < n; c++) {
    const away = Math.max(low, Math.min(column[c], high)) - centre;
    const square = away * away;
    second += square;
    third += square * away;
    fourth += square * square;
  }
  const m2 = second / n;
  const skewness = ((third / n / (m2 * Math.sqrt(m2))) * Math.sqrt(n * (n - 1))) / (n - 2);
  const kurtosis = (((n + 1) * (fourth / n / (m2 * m2) - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { passes: Math.abs(skewness) < 2 || kurtosis < 3.5, skewness };
}

function mean(values: Float64Array, { units, periods, pillars }: Shape, directions: readonly number[], top: number): Float64Array {
  const size = units * periods;
  const index = new Float64Array(size);
  const sub = new Float64Array(size);
  const pillar = new Float64Array(size);
  const scaled = new Float64Array(size);
  let v = 0;
  for (const sizes of pillars) {
    sub.fill(0);
    for (const count of sizes) {
      pillar.fill(0);
      for (let k = 0; k < count; k++, v++) {
        scale(values, v * size, directions[v], top, scaled);
        for (let c = 0; c < size; c++) if (scaled[c] === scaled[c]) pillar[c] += scaled[c] / count;
      }
      for (let c = 0; c < size; c++) sub[c] += pillar[c] / sizes.length;
    }
    for (let c = 0; c < size; c++) index[c] += sub[c] / pillars.length;
  }
  return index;
}

function scale(values: Float64Array, start: number, direction: number, top: number, out: Float64Array): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < out.length; c++) {
    const x = values[start + c];
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const worst = direction > 0 ? low : high;
  const span = direction * (high - low);
  for (let c = 0; c < out.length; c++) out[c] = (top * (values[start + c] - worst)) / span;
}

function rankInto(ranks: Float64Array, index: Float64Array, start: number, count: number): void {
  const sorted = index.slice(start, start + count).sort();
  for (let i = start; i < start + count; i++) {
    let [from, to] = [0, count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle] <= index[i]) from = middle + 1;
      else to = middle;
    }
    ranks[i] = count - from + 1;
  }
}
