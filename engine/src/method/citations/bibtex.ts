import { type CitationKey, citations } from "./catalogue.js";
import type { Citation } from "./citation.js";

/** BibTeX of the given keys, in the order of the catalogue. */
export function bibtex(keys: readonly CitationKey[]): string {
  return (Object.keys(citations) as CitationKey[])
    .filter((key) => keys.includes(key))
    .map((key) => entry(key, citations[key]))
    .join("\n");
}

type Field = readonly [name: string, value: string | undefined];

/** One entry; braces in an author are BibTeX's own, round the name of a body. */
export function entry(key: string, { type, author, title, year, in: container, doi, url }: Citation): string {
  const fields: readonly Field[] = [
    ["author", escaped(author)],
    // Braces twice: a style does not change the case of names and acronyms in a title.
    ["title", `{${escaped(title)}}`],
    ["year", String(year)],
    ...(container === undefined ? [] : type === "article" ? journal(container) : ([[holder[type], escaped(container)]] as const)),
    ["doi", doi],
    ["url", url],
  ];
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@${type}{${key},\n${written.join(",\n")}\n}\n`;
}

const holder = { book: "publisher", techreport: "institution", misc: "howpublished" } as const;

/** “Name volume(number):pages”, each part but the name only where it is known. */
function journal(container: string): readonly Field[] {
  const parts = /^(?<name>.+?) (?=[\d(C])(?<volume>[\dA-Z-]+)?(?:\((?<number>[\d-]+)\))?(?::(?<pages>[\d-]+))?$/.exec(container)?.groups;
  if (parts === undefined) return [["journal", escaped(container)]];
  return [
    ["journal", escaped(parts.name)],
    ["volume", parts.volume],
    ["number", parts.number?.replace("-", "--")],
    ["pages", parts.pages?.replace("-", "--")],
  ];
}

/** Characters that LaTeX would take for commands. DOIs and addresses are read verbatim and stay as they are. */
const escaped = (text: string): string => text.replaceAll(/[&%$#_]/g, String.raw`\$&`);
