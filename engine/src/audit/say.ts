import { listed, same, type Text } from "../ground/words/index.js";
import type { Panel } from "../table/index.js";

/** A number for a sentence: up to six digits, no trailing zeros. */
export const figure = (x: number, digits = 6): string => String(Number(x.toPrecision(digits)));

/** A factor: ×19.2, ×0.029. */
export const factor = (x: number): string => `×${figure(x, 3)}`;

export const percent = (share: number): string => `${figure(100 * share, 3)} %`;

/** A period or a span of periods; Chinese adds 年. */
export function span(from: number, to = from): Text {
  const years = from === to ? String(from) : `${from}–${to}`;
  return { en: years, zh: `${years}年` };
}

/** Name of a column; its id where it has no name in that language. */
export const nameOf = (panel: Panel, v: number): Text => panel.variables[v].names;
export const unitName = (panel: Panel, i: number): Text => panel.units[i].names;

/** Names of units, the first few and how many more. */
export function unitNames(panel: Panel, units: readonly number[]): Text {
  const names = units.map((i) => unitName(panel, i));
  return { en: listed(names.map((one) => one.en)).en, zh: listed(names.map((one) => one.zh)).zh };
}

/** Fill a sentence of both languages from the parts both share. */
export const sentence = (en: string, zh: string): Text => ({ en, zh });

/** Several periods as a person lists them. */
export const years = (list: readonly number[]): Text => {
  const text = listed(list.map(String), 8);
  return { en: text.en, zh: `${same(text.zh).zh}年` };
};
