import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../fixtures/sample-document.js";
import { pageFaults } from "../../fixtures/well-formed.js";
import { renderReport } from "./report.js";

describe.each(["en", "zh"] as const)("the report in %s", (language) => {
  const document = sampleDocument(language);
  const html = renderReport(document, { other: { language: language === "en" ? "zh" : "en", href: "report.other.html" } });

  it("is well formed, with ids that occur once and references that lead somewhere", () => {
    expect(pageFaults(html)).toEqual([]);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(anchors.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("says its language and fetches nothing", () => {
    expect(html).toContain(`<html lang="${language === "en" ? "en" : "zh-Hans"}">`);
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(html).not.toMatch(/<script|<iframe|<img|@import|javascript:|\son[a-z]+="/i);
    const outside = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]).filter((url) => /^(https?:)?\/\//.test(url));
    expect(outside).toEqual([]);
    expect([...html.matchAll(/url\(([^)]+)\)/g)].filter((match) => !match[1].startsWith("#"))).toEqual([]);
  });

  it("has one first heading and leaves no level out", () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.slice(1).filter((level, k) => level - levels[k] > 1)).toEqual([]);
  });

  it("names every picture, table and region for those who cannot see it", () => {
    for (const [, attributes] of html.matchAll(/<svg([^>]*)>/g))
      expect(attributes).toMatch(/role="img" aria-label="[^"]+" aria-describedby="[^"]+"/);
    for (const [, attributes] of html.matchAll(/<table([^>]*)>/g)) expect(attributes).toMatch(/aria-labelledby="[^"]+"/);
    expect(html.match(/<th scope="col"/g)).toHaveLength(9);
    expect(html.match(/<th scope="row"/g)).toHaveLength(9);
  });

  it("draws every figure for the column and for a phone, numbered in order", () => {
    const figures = document.sections.flatMap((section) => section.blocks).filter((block) => block.kind === "figure");
    expect(html.match(/<div class="wide"><svg/g)).toHaveLength(figures.length);
    expect(html.match(/<div class="narrow"><svg/g)).toHaveLength(figures.length);
    const numbers = [...html.matchAll(/<b>(?:Figure |图)(\d+)/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(figures.map((_, k) => k + 1));
  });

  it("gives a wide table the whole page and folds what is for reference", () => {
    expect(html).toMatch(/<\/div><div class="margin">[\s\S]*?Beside\.[\s\S]*?<figure class="table wide" id="table-wide">/);
    expect(html).toMatch(/id="table-folded">[\s\S]*?<details><summary>[^<]+<\/summary>/);
    expect(html).not.toMatch(/id="table-small">(?:(?!<\/figure>)[\s\S])*<details>/);
  });

  it("prints the mark of no value, groups, notes and files", () => {
    expect(html).toContain(`<span class="none">${language === "en" ? "–" : "—"}</span>`);
    expect(html).toContain('<tr class="group">');
    expect(html).toContain(language === "en" ? "Note: a note. Raw numbers: " : "注：a note.原始数据：");
    expect(html).toContain('<a href="tables/step.small.csv">tables/step.small.csv</a>');
  });

  it("exchanges the colours of the pictures in the dark", () => {
    const dark = /@media screen and \(prefers-color-scheme:dark\)\{([\s\S]*?)\n\}<?/.exec(html)?.[1] ?? "";
    expect(dark).toContain('svg [fill="#0072B2"]{fill:#4FB3E8}');
    expect(dark).toContain('svg [stroke="#D55E00"]{stroke:#F08A3C}');
  });

  it("has the same bytes twice and no number that is none", () => {
    expect(renderReport(document, { other: { language: language === "en" ? "zh" : "en", href: "report.other.html" } })).toBe(html);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("a document without a cover picture", () => {
  it("is a report all the same", () => {
    const { emblem, ...rest } = sampleDocument("en");
    const html = renderReport(rest);
    expect(emblem).toBeDefined();
    expect(pageFaults(html)).toEqual([]);
    expect(html).not.toContain('class="emblem"');
    expect(html).not.toContain("hreflang");
  });
});
