import type { Block, FigureBlock, Inline, TableBlock } from "./document.js";

export const paragraph = (text: readonly Inline[]): Block => ({ kind: "text", text });
export const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: "list", items });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const formula = (latex: string): Block => ({ kind: "formula", latex });
export const figure = (parts: Omit<FigureBlock, "kind">): FigureBlock => ({ kind: "figure", ...parts });
export const table = (parts: Omit<TableBlock, "kind">): TableBlock => ({ kind: "table", ...parts });

/** Blocks that are there: a section is written from parts that may not exist in a study. */
export const there = (...blocks: readonly (Block | readonly Block[] | undefined | false)[]): readonly Block[] =>
  blocks.flatMap((one) => (one === undefined || one === false ? [] : "kind" in one ? [one] : [...one]));
