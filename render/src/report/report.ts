import type { Language } from "@gongfu/engine/ground/words";
import type { Aside, Block, ReportDocument, Section } from "@gongfu/engine/tell";
import { emblemIcon } from "../chart/emblem-icon.js";
import { escapeText } from "../svg/element.js";
import { type Words, words } from "../text/words.js";
import { anchor } from "./anchor.js";
import { cover, figure } from "./figure.js";
import { formula } from "./formula.js";
import { inline } from "./inline.js";
import { style } from "./style.js";
import { table } from "./table.js";

export interface ReportOptions {
  /** the same report in the other language, e.g. `report.zh.html`; left out, there is no switch */
  readonly other?: { readonly language: Language; readonly href: string };
}

const htmlLanguage: Record<Language, string> = { en: "en", zh: "zh-Hans" };

interface Counter {
  figures: number;
  tables: number;
  headings: number;
}

function block(item: Block, section: number, count: Counter, language: Language, say: Words): string {
  switch (item.kind) {
    case "text":
      return `<p class="text">${inline(item.text)}</p>`;
    case "list":
      return `<ul class="text">${item.items.map((parts) => `<li>${inline(parts)}</li>`).join("")}</ul>`;
    case "heading":
      return `<h3><span class="no">${section}.${++count.headings}</span>${escapeText(item.text)}</h3>`;
    case "formula":
      return `<div class="formula" role="group" tabindex="0" aria-label="${say.formula}">${formula(item.latex)}</div>`;
    case "table":
      return table(item, ++count.tables, say);
    case "figure":
      return figure(item, ++count.figures, language, say);
  }
}

const asides = (notes: readonly Aside[]): string =>
  notes
    .map(
      ({ title, text }) =>
        `<div class="aside" role="note" aria-label="${escapeText(title)}"><b>${escapeText(title)}</b><p>${inline(text)}</p></div>`,
    )
    .join("\n");

interface Run {
  readonly wide: boolean;
  readonly blocks: readonly Block[];
}

/** Blocks in runs: those that keep to the main column, and wide tables that take the margin too. The first run may be empty: the margin notes stand beside it. */
function runs(blocks: readonly Block[]): readonly Run[] {
  const found: { wide: boolean; blocks: Block[] }[] = [{ wide: false, blocks: [] }];
  for (const item of blocks) {
    const wide = item.kind === "table" && item.wide === true;
    const last = found[found.length - 1];
    if (last.wide === wide) last.blocks.push(item);
    else found.push({ wide, blocks: [item] });
  }
  return found;
}

function section({ id, title, blocks, asides: notes }: Section, number: number, count: Counter, language: Language, say: Words): string {
  count.headings = 0;
  const name = anchor("section", id);
  const margin = notes.length > 0 ? `<div class="margin">${asides(notes)}</div>` : "";
  const body = runs(blocks).map((run, k) => {
    const markup = run.blocks.map((item) => block(item, number, count, language, say)).join("\n");
    return run.wide ? markup : `<div class="spread"><div>\n${markup}\n</div>${k === 0 ? margin : ""}</div>`;
  });
  return (
    `<section id="${name}" aria-labelledby="${name}-title">` +
    `<h2 id="${name}-title"><span class="no">${number}</span>${escapeText(title)}</h2>\n` +
    `${body.join("\n")}</section>`
  );
}

/** The document as one HTML file: pictures inside, no script, nothing fetched; reads on paper, desk and phone, light and dark. */
export function renderReport(document: ReportDocument, options: ReportOptions = {}): string {
  const { language } = document;
  const say = words[language];
  const count: Counter = { figures: 0, tables: 0, headings: 0 };
  const other = options.other
    ? `<a href="${escapeText(options.other.href)}" hreflang="${htmlLanguage[options.other.language]}" lang="${htmlLanguage[options.other.language]}">${say.other[options.other.language]}</a>`
    : "";
  const contents = document.sections
    .map(
      ({ id, title }, i) =>
        `<li><a href="#${anchor("section", id)}"><span class="no">${i + 1}</span><span>${escapeText(title)}</span></a></li>`,
    )
    .join("\n");
  const body = `<a class="skip" href="#report">${say.skip}</a>
<div class="page">
<header>
<div class="kicker"><span>${escapeText(document.kicker)}</span>${other}</div>
<h1>${escapeText(document.title)}</h1>
</header>
<main id="report" tabindex="-1">
<div class="spread cover"><div>
<div class="summary"><h2>${say.summary}</h2>
<ol>${document.summary.map((sentence) => `<li>${inline(sentence)}</li>`).join("\n")}</ol></div>
<nav aria-labelledby="contents"><h2 id="contents">${say.contents}</h2>
<ol>${contents}</ol></nav>
</div><div class="margin">${document.emblem ? cover(document.emblem, language) : ""}
${asides(document.asides)}</div></div>
${document.sections.map((part, i) => section(part, i + 1, count, language, say)).join("\n")}
</main>
<footer>${document.footer.map((line) => `<p>${escapeText(line)}</p>`).join("\n")}</footer>
</div>`;
  return `<!doctype html>
<html lang="${htmlLanguage[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Gongfu 共富">
<title>${escapeText(document.title)}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(emblemIcon())}">
<style>
${style(body)}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
