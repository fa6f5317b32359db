import type { Inline } from "./document.js";

export type Part = string | number | Inline | readonly Inline[];

/** Running text from a template: plain strings are joined, spans keep their colour and weight. */
export function prose(strings: TemplateStringsArray, ...parts: readonly Part[]): readonly Inline[] {
  const found: Inline[] = [];
  const add = (part: Inline): void => {
    const last = found.at(-1);
    if (typeof part === "string" && typeof last === "string") found[found.length - 1] = last + part;
    else if (part !== "") found.push(part);
  };
  strings.forEach((text, k) => {
    add(text);
    if (k >= parts.length) return;
    const part = parts[k];
    if (typeof part === "number") add(String(part));
    else if (Array.isArray(part)) for (const one of part as readonly Inline[]) add(one);
    else add(part as Inline);
  });
  return found;
}

/** The words of a running text without colour or weight. */
export const plainText = (text: readonly Inline[]): string => text.map((part) => (typeof part === "string" ? part : part.text)).join("");

/** Text with another after it. */
export const follow = (...texts: readonly (readonly Inline[])[]): readonly Inline[] =>
  texts.reduce<readonly Inline[]>((before, after) => prose`${before}${after}`, []);
