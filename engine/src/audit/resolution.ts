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

/** The decimals most cells of a column are printed with: the column's own rounding. */
export function printedDecimals(cells: Float64Array): number {
  const counts = new Array<number>(most + 1).fill(0);
  for (const cell of cells) if (cell === cell) counts[decimals(cell)]++;
  return counts.indexOf(Math.max(...counts));
}
