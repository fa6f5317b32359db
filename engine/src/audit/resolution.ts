const most = 15;
const tens = Array.from({ length: most + 1 }, (_, d) => Number(`1e${d}`));
/** Twelve digits are what a printed figure and its arithmetic keep; beyond them lies the noise of binary fractions. */
const noise = 1e-12;

/** Decimals a figure is printed with (trailing zeros are not seen): 3446.1 → 1; at most 15. */
export function decimals(x: number): number {
  const size = Math.abs(x);
  for (let d = 0; d < most; d++) {
    const scaled = size * tens[d];
    if (Math.abs(scaled - Math.round(scaled)) <= noise * scaled) return d;
  }
  return most;
}

/** The last printed digit as a step: 3446.1 → 0.1. */
export const resolution = (x: number): number => 1 / tens[decimals(x)];

/** Significant digits of a figure, zeros at both ends left out: 3446.1 → 5, 1200 → 2, 0 → 0. */
export function significant(x: number): number {
  if (x === 0) return 0;
  const digits = Math.abs(x).toExponential(12).split("e")[0].replace(".", "").replace(/0+$/, "");
  return digits.length;
}

/** As many cells as it takes to see how a column is printed. */
const enough = 2000;

/** The decimals most of a column's cells are printed with (of up to 2,000 evenly spaced ones): its own rounding. */
export function printedDecimals(values: ArrayLike<number>): number {
  const counts = new Array<number>(most + 1).fill(0);
  const stride = Math.max(1, Math.floor(values.length / enough));
  for (let k = 0; k < values.length; k += stride) if (values[k] === values[k]) counts[decimals(values[k])]++;
  return counts.indexOf(Math.max(...counts));
}
