import type { Language } from "@gongfu/engine/ground/words";

const minus = (text: string): string => text.replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
const grouped = (text: string): string => text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** A number with fixed decimals, thousands separated, true minus sign. */
export const fixed = (value: number, decimals: number): string => minus(grouped(value.toFixed(decimals)));

/** Decimals that suit the magnitude of the largest value shown: shares to two places, thousands to none. */
export function decimalsFor(values: Iterable<number | null>): number {
  let largest = 0;
  for (const value of values) if (value !== null && Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || largest >= 100) return 0;
  if (largest >= 10) return 1;
  return largest >= 0.1 ? 2 : 3;
}

/** Round steps of 1, 2 or 5 that cover a range. */
export function ticks(low: number, high: number, wanted = 5): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, wanted);
  let power = 1;
  while (power > rough) power /= 10;
  while (power * 10 <= rough) power *= 10;
  const step = power * ([1, 2, 5, 10].find((factor) => power * factor >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Labels of an axis: one format for the whole axis, large numbers in the language's own unit. */
export function axisLabels(values: readonly number[], language: Language): string[] {
  const largest = Math.max(...values.map(Math.abs));
  const units: readonly (readonly [number, string])[] =
    language === "zh"
      ? [
          [1e8, "亿"],
          [1e4, "万"],
        ]
      : [
          [1e9, " bn"],
          [1e6, " m"],
        ];
  const [size, unit] = units.find(([least]) => largest >= least * (language === "zh" ? 5 : 1)) ?? [1, ""];
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) / size : 1;
  let decimals = 0;
  while (decimals < 6 && Math.abs(Math.round(step * 10 ** decimals) / 10 ** decimals - step) > step * 1e-6) decimals++;
  return values.map((value) => (value === 0 ? "0" : fixed(value / size, decimals) + unit));
}
