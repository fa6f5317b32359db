import type { Reading } from "./wheels-view.js";
import type { Words } from "./words.js";

export const fixed = (value: number | null, digits: number): string =>
  value === null || Number.isNaN(value) ? "–" : value.toFixed(digits);

/** Which wheel runs ahead, in words. */
export function leading({ empowerment, equity }: Reading, words: Words): string {
  if (equity > empowerment) return words.leadsEquity;
  return equity < empowerment ? words.leadsEmpowerment : words.together;
}
