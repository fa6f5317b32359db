import type { TableBlock } from "@gongfu/engine/tell";
import { escapeText } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import type { Words } from "../text/words.js";
import { anchor } from "./anchor.js";

/** More rows than a screen or two hold are folded, whatever the document says. */
const manyRows = 60;
/** Cells no wider than this are never broken over two lines. */
const shortCell = 76;

/** A three-line table: caption above, rules above the head, below it and at the foot, notes under it. */
export function table(block: TableBlock, number: number, words: Words): string {
  const id = anchor("table", block.id);
  const align = block.head.map((column, i) => column.align ?? (i === 0 ? "left" : "right"));
  const side = (i: number, text: string): string => {
    const names = [align[i] === "right" && "n", textWidth(text, 14) <= shortCell && "s"].filter(Boolean);
    return names.length ? ` class="${names.join(" ")}"` : "";
  };
  const head = block.head
    .map(({ label, unit }, i) => {
      const inUnit = unit === undefined ? "" : `<span class="unit">${escapeText(words.unit(unit))}</span>`;
      return `<th scope="col"${side(i, label)}>${escapeText(label)}${inUnit}</th>`;
    })
    .join("");
  const groups = new Set(block.groups ?? []);
  const rows = block.rows
    .map((cells, r) => {
      const written = cells.map((cell, i) => {
        const text = cell === null ? `<span class="none">${words.noValue}</span>` : escapeText(cell);
        // a row that goes on with the one above has no name of its own
        return i === 0 && cell !== "" ? `<th scope="row"${side(0, cell ?? "")}>${text}</th>` : `<td${side(i, cell ?? "")}>${text}</td>`;
      });
      return `<tr${groups.has(r) && r > 0 ? ' class="group"' : ""}>${written.join("")}</tr>`;
    })
    .join("\n");
  const lines =
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">` +
    `<table aria-labelledby="${id}-caption">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table></div>`;
  const body =
    block.folded || block.rows.length > manyRows
      ? `<details><summary>${escapeText(words.rows(block.rows.length))}</summary>${lines}</details>`
      : lines;
  const note = block.note === undefined ? "" : `${escapeText(words.note + block.note)}`;
  const file =
    block.file === undefined ? "" : `${escapeText(words.numbers)}<a href="${escapeText(block.file)}">${escapeText(block.file)}</a>`;
  const foot = note + file === "" ? "" : `<p class="note">${[note, file].filter((part) => part !== "").join(words.gap)}</p>`;
  const caption = `<b>${words.table(number)}${words.after}</b>${escapeText(block.title)}`;
  return `<figure class="table${block.wide ? " wide" : ""}" id="${id}"><figcaption id="${id}-caption">${caption}</figcaption>\n${body}${foot}</figure>`;
}
