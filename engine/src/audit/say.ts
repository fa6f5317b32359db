import { listed, type Text } from "../ground/words/index.js";
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

/** Several periods as a person lists them: neighbours of the given list of all periods as a span, 2013, 2015–2017. */
export function spans(chosen: readonly number[], all: readonly number[]): Text {
  const runs: [number, number][] = [];
  for (const period of chosen) {
    const last = runs[runs.length - 1];
    if (last && all.indexOf(period) === all.indexOf(last[1]) + 1) last[1] = period;
    else runs.push([period, period]);
  }
  const text = listed(runs.map(([from, to]) => span(from, to).en));
  return { en: text.en, zh: `${text.zh}年` };
}
