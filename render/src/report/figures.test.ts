import { describe, expect, it } from "vitest";
import { sampleCharts } from "../../fixtures/sample-charts.js";
import { sampleDocument } from "../../fixtures/sample-document.js";
import { markupFaults } from "../../fixtures/well-formed.js";
import { renderFigures } from "./figures.js";

describe.each(["en", "zh"] as const)("figures as files, %s", (language) => {
  const files = renderFigures(sampleDocument(language));

  it("are one a figure, the cover's too, named by id and language", () => {
    const ids = ["emblem", ...Object.keys(sampleCharts(language))];
    expect([...files.keys()].sort()).toEqual(ids.map((id) => `figures/${id}.${language}.svg`).sort());
  });

  it("are well-formed pictures that say what they show, on their own paper", () => {
    for (const svg of files.values()) {
      expect(markupFaults(svg)).toEqual([]);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toMatch(/<title>A finding &lt;/);
      expect(svg).toContain("own computation");
      expect(svg).toMatch(/<rect width="768" height="\d+" fill="#FFFFFF"\/>/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|<style|href=/);
    }
  });

  it("have the same bytes twice", () => {
    expect(renderFigures(sampleDocument(language))).toEqual(files);
  });
});
