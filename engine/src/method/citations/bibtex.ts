import { type CitationKey, citations } from "./catalogue.js";
import type { Citation } from "./citation.js";

/** BibTeX of the given keys, in the order of the catalogue. */
export function bibtex(keys: readonly CitationKey[]): string {
  return (Object.keys(citations) as CitationKey[])
    .filter((key) => keys.includes(key))
    .map((key) => {
      const c: Citation = citations[key];
      const container =
        c.type === "article" ? "journal" : c.type === "techreport" ? "institution" : c.type === "book" ? "publisher" : "howpublished";
      const fields = [
        ["author", c.author],
        ["title", c.title],
        ["year", c.year === undefined ? undefined : String(c.year)],
        [container, c.in],
        ["doi", c.doi],
        ["url", c.url],
      ].filter((field) => field[1] !== undefined);
      return `@${c.type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
    })
    .join("\n");
}
