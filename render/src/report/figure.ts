import type { Language } from "@gongfu/engine/ground/words";
import type { FigureBlock } from "@gongfu/engine/tell";
import { renderChart } from "../chart/chart.js";
import { escapeText } from "../svg/element.js";
import type { Words } from "../text/words.js";
import { anchor } from "./anchor.js";

/** Widths a figure is drawn for: the main column, a phone, the margin. */
export const widths = { wide: 720, narrow: 350, margin: 280 };

const drawn = new WeakMap<FigureBlock, string>();

/** The picture of a figure as wide as the main column; drawn once, for the report and for its own file. */
export function widePicture(block: FigureBlock, language: Language): string {
  const svg = drawn.get(block) ?? picture(block, language, "wide");
  drawn.set(block, svg);
  return svg;
}

function picture(block: FigureBlock, language: Language, size: keyof typeof widths): string {
  const id = `${anchor("figure", block.id)}-${size}`;
  const { chart, title, description } = block;
  return renderChart(chart, { language, theme: "light", width: widths[size], title, description, id });
}

const framed = (size: keyof typeof widths, svg: string): string => `<div class="${size}">${svg}</div>`;

/** A figure: the finding above, number, source and method below; drawn once for the column and once for a phone. */
export function figure(block: FigureBlock, number: number, language: Language, words: Words): string {
  const file =
    block.file === undefined
      ? ""
      : `${words.gap}${escapeText(words.numbers)}<a href="${escapeText(block.file)}">${escapeText(block.file)}</a>`;
  return (
    `<figure class="figure" id="${anchor("figure", block.id)}">` +
    `<p class="finding">${escapeText(block.title)}</p><p class="subtitle">${escapeText(block.subtitle)}</p>\n` +
    `${framed("wide", widePicture(block, language))}\n${framed("narrow", picture(block, language, "narrow"))}\n` +
    `<figcaption><b>${words.figure(number)}${words.after}</b>${escapeText(block.note)}${file}</figcaption></figure>`
  );
}

/** The emblem on the cover: no number, its words under it. */
export function cover(block: FigureBlock, language: Language): string {
  return (
    `<figure class="emblem" id="${anchor("figure", block.id)}">${framed("margin", picture(block, language, "margin"))}` +
    `<figcaption>${escapeText(block.subtitle)}</figcaption></figure>`
  );
}
