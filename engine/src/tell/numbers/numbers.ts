import type { Language } from "../../ground/words/index.js";

const minus = (text: string): string => text.replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
const grouped = (text: string): string => text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** Fixed decimals, thousands separated, a true minus sign; never "−0". */
export const fixed = (value: number, decimals: number): string => minus(grouped(value.toFixed(decimals)));

/** A score, weight or coefficient between 0 and 1. */
export const score = (value: number): string => fixed(value, 3);

/** A whole number of things. */
export const count = (value: number): string => fixed(value, 0);

/** A change with its sign: +0.157, −0.020, 0.000. */
export function signed(value: number, decimals = 3): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share of one as a percentage. */
export const percent = (value: number, decimals = 1): string => `${fixed(value * 100, decimals)}%`;

/** A number of any size: whole above a thousand, four significant digits below. */
export function magnitude(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1000) return fixed(value, 0);
  if (size >= 100) return fixed(value, 1);
  if (size >= 10) return fixed(value, 2);
  return size >= 1e-3 ? fixed(value, 4) : minus(value.toExponential(2));
}

/** A table cell: the formatted number, or null where there is none. */
export const cell = (value: number | null | undefined, format: (value: number) => string): string | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : format(value);

const ordinalEnding = (n: number): string => {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][n % 10] ?? "th";
};

/** A place in a ranking as a sentence says it: 3rd · 第3位. */
export function place(rank: number, language: Language): string {
  const whole = Math.round(rank) === rank ? String(rank) : fixed(rank, 1);
  return language === "zh" ? `第 ${whole} 位` : whole.includes(".") ? `rank ${whole}` : `${whole}${ordinalEnding(rank)}`;
}

/** First and last year: 2013–2022, or the only one. */
export const span = (periods: readonly number[]): string =>
  periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : String(periods[0] ?? "");

/** Years as runs: 2014–2018, 2021. */
export function runs(years: readonly number[], language: Language): string {
  const sorted = [...years].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const year of sorted) {
    const last = found.at(-1);
    if (last && year === last[1] + 1) last[1] = year;
    else if (!last || year !== last[1]) found.push([year, year]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(language === "zh" ? "、" : ", ");
}
