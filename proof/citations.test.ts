import { cards } from "@gongfu/engine";
import { type CitationKey, citations } from "@gongfu/engine/method";
import { expect, it } from "vitest";
import { filesBelow, isTest, read } from "./source-files.js";

const known = Object.keys(citations) as CitationKey[];

it.each(cards.map((card) => [card.id, card] as const))("%s: its sources stand in the catalogue, each named once", (_, card) => {
  expect(card.citations.filter((key) => !known.includes(key))).toEqual([]);
  expect(new Set(card.citations).size).toBe(card.citations.length);
});

it("every source of the catalogue is named by a card", () => {
  const named = new Set(cards.flatMap((card) => card.citations));
  expect(known.filter((key) => !named.has(key))).toEqual([]);
});

it("a DOI belongs to one source, and a DOI in a method's header to a source of the catalogue", () => {
  const dois = known.flatMap((key) => ("doi" in citations[key] ? [(citations[key] as { doi: string }).doi] : []));
  expect(new Set(dois).size).toBe(dois.length);
  for (const doi of dois) expect(doi).toMatch(/^10\.\d{4,5}\/\S+$/);
  const sources = filesBelow("engine/src").filter(
    (path) => path.endsWith(".ts") && !isTest(path) && !path.startsWith("engine/src/ground/"),
  );
  const written = sources.flatMap((path) =>
    [...read(path).matchAll(/doi:(10\.\d{4,5}\/[^\s"',;]+)/g)].map(([, doi]) => [path, doi] as const),
  );
  expect(written.length).toBeGreaterThan(20);
  const strange = written.filter(([, doi]) => !dois.some((one) => doi.toLowerCase().startsWith(one.toLowerCase())));
  expect(strange).toEqual([]);
});
