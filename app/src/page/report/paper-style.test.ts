import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../../../render/fixtures/sample-document.js";
import { renderReport } from "../../../../render/src/index.js";
import { paperStyle } from "./paper-style.js";

describe("the style sheet of a report inside the page", () => {
  const css = /<style>([\s\S]*?)<\/style>/.exec(renderReport(sampleDocument("en")))?.[1] ?? "";

  it("speaks of no document, page or body any more, and of everything else as before", () => {
    const paper = paperStyle(css);
    expect(paper).not.toMatch(/(^|[\n{},\s])(html|body|:root|@page)\b/);
    expect(paper).toContain(":host{color-scheme:light dark;");
    expect(paper).toContain(".body{margin:0;");
    expect(paper).toContain("@media print{");
    expect(paper.match(/\{/g)?.length).toBe((css.match(/\{/g)?.length ?? 0) - (css.match(/@page\{/g)?.length ?? 0));
  });
});
