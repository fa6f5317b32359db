import type { Language } from "../ground/words/index.js";
import type { Inline } from "./document.js";
import { count, score } from "./numbers/numbers.js";
import { plainText, prose } from "./prose.js";

/** How a value went: compared as printed, so that a sentence never says "rose" over two equal numbers. */
export function went(from: number, to: number, language: Language, format: (value: number) => string = score): string {
  const [before, after] = [format(from), format(to)];
  const up = to > from;
  if (before === after) return language === "zh" ? `维持在 ${after}` : `stayed at ${after}`;
  if (language === "zh") return `由 ${before} ${up ? "升至" : "降至"} ${after}`;
  return `${up ? "rose" : "fell"} from ${before} to ${after}`;
}

/** Phrases joined as a person would, colour kept: a, b and c · a，b，c. */
export function joined(phrases: readonly (readonly Inline[])[], language: Language): readonly Inline[] {
  return phrases.reduce<readonly Inline[]>((before, phrase, k) => {
    if (k === 0) return phrase;
    if (language === "zh") return prose`${before}，${phrase}`;
    return k === phrases.length - 1 ? prose`${before} and ${phrase}` : prose`${before}, ${phrase}`;
  }, []);
}

/** The words of a running text, e.g. for a figure's title. */
export const words = plainText;

/** A noun with its number: 1 table, 2 tables. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** A text closed by a full stop when nothing closes it. */
export const closed = (text: string, language: Language): string =>
  /[.!?。！？]$/.test(text) ? text : `${text}${language === "zh" ? "。" : "."}`;
