import { describe, expect, it } from "vitest";
import { bibtex, entry } from "./bibtex.js";
import { type CitationKey, citations } from "./catalogue.js";
import type { Citation } from "./citation.js";

const keys = Object.keys(citations) as CitationKey[];

/** What BibTeX requires of an entry beside author, title and year. */
const required = { article: "journal", book: "publisher", techreport: "institution", misc: undefined } as const;

/** Fields of an entry, read as BibTeX does: a value ends where its braces close. */
function read(text: string): { type: string; key: string; fields: Record<string, string> } {
  const head = /^@([a-z]+)\{([a-z][a-z0-9]*),\n/.exec(text);
  if (!head) throw new Error(`no entry: ${text}`);
  const fields: Record<string, string> = {};
  let at = head[0].length;
  while (text[at] !== "}") {
    const name = /^ {2}([a-z]+) = \{/.exec(text.slice(at));
    if (!name) throw new Error(`no field: ${text.slice(at)}`);
    const from = at + name[0].length;
    let depth = 1;
    for (at = from; depth > 0; at++) {
      if (at >= text.length) throw new Error(`braces stay open: ${text}`);
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
    }
    fields[name[1]] = text.slice(from, at - 1);
    at += /^,?\n/.exec(text.slice(at))?.[0].length ?? 0;
  }
  if (text.slice(at) !== "}\n") throw new Error(`after the entry: ${text.slice(at)}`);
  return { type: head[1], key: head[2], fields };
}

describe("bibtex", () => {
  it.each(keys)("%s is a whole entry that LaTeX can set", (key) => {
    const citation: Citation = citations[key];
    const { fields, ...found } = read(bibtex([key]));
    expect(found).toEqual({ type: citation.type, key });
    expect(fields.year).toBe(String(citation.year));
    const container = required[citation.type];
    if (container) expect(fields[container], container).toBeTruthy();
    expect(fields.doi).toBe(citation.doi);
    for (const [name, value] of Object.entries(fields)) {
      expect(value.trim(), name).toBe(value);
      if (name !== "doi" && name !== "url") expect(value, name).not.toMatch(/(?<!\\)[&%$#_]|[~^]|\\(?![&%$#_])/);
    }
    const text = (name: string): string => fields[name].replaceAll(/\\(?=[&%$#_])/g, "");
    expect(text("author")).toBe(citation.author);
    expect(text("title")).toBe(`{${citation.title}}`);
  });

  it("says what BibTeX reads as a command, and leaves the DOI as it is", () => {
    const all = bibtex(["diakoulaki1995", "deng1982"]);
    expect(all).toContain(String.raw`journal = {Systems \& Control Letters}`);
    expect(all).toContain(String.raw`journal = {Computers \& Operations Research}`);
    const odd = entry("x", { type: "misc", author: "{A_B} and C", year: 1, title: "5 % of #1 & $2", doi: "10.1/a_b" });
    expect(read(odd).fields).toEqual({
      author: String.raw`{A\_B} and C`,
      title: String.raw`{5 \% of \#1 \& \$2}`,
      year: "1",
      doi: "10.1/a_b",
    });
  });

  it("names volume, number and pages apart", () => {
    const of = (key: CitationKey) => {
      const { journal, volume, number, pages } = read(bibtex([key])).fields;
      return [journal, volume, number, pages];
    };
    expect(of("wang2021")).toEqual(["自然资源学报", "36", "3", "793--810"]);
    expect(of("shannon1948")).toEqual(["Bell System Technical Journal", "27", undefined, "379--423"]);
    expect(of("friedman1974")).toEqual(["IEEE Transactions on Computers", "C-23", "9", "881--890"]);
    expect(of("chen2003")).toEqual(["福建电脑", undefined, "9", "15--16"]);
    expect(of("bartlett1951")).toEqual(["Biometrika", "38", "3--4", "337--344"]);
    expect(of("oecd2008")).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("keeps the order of the catalogue, and names each source once", () => {
    const all = bibtex([...keys, ...keys].reverse());
    expect([...all.matchAll(/^@[a-z]+\{([^,]+),/gm)].map(([, key]) => key)).toEqual(keys);
    expect(bibtex([])).toBe("");
  });
});
