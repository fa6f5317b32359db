import { describe, expect, it } from "vitest";
import { markupFaults } from "../../fixtures/well-formed.js";
import { formula } from "./formula.js";
import { inline } from "./inline.js";

describe("running text", () => {
  it("keeps colour and weight and takes no markup from words", () => {
    expect(inline(["a < b & ", { text: "equity", role: "equity", strong: true }])).toBe(
      'a &lt; b &amp; <strong><span class="q">equity</span></strong>',
    );
  });

  it("links to pages, anchors and files of the results only", () => {
    const link = (href: string): string => inline([{ text: "x", href }]);
    for (const href of ["https://doi.org/10.1", "#section-data", "tables/a.csv", "mailto:a@b.c"])
      expect(link(href)).toContain(`<a href="${href}">`);
    for (const href of [
      "javascript:alert(1)",
      " javascript:1",
      "\u0001javascript:1",
      "data:text/html,x",
      "//elsewhere.example/x",
      "vbscript:x",
    ])
      expect(link(href)).toBe("x");
  });
});

describe("a formula", () => {
  it("is MathML with its LaTeX kept", () => {
    const math = formula(String.raw`G = 1-\sum_i p_i`);
    expect(math).toMatch(/^<math[^>]*>[\s\S]*<\/math>$/);
    expect(math).toContain('<annotation encoding="application/x-tex">');
    expect(markupFaults(math)).toEqual([]);
  });

  it("is cut into parts that may wrap, never inside brackets or groups", () => {
    const parts = (latex: string): number => formula(latex).match(/<math/g)?.length ?? 0;
    expect(parts(String.raw`a=1,\quad b=2,\; c=3`)).toBe(3);
    expect(parts(String.raw`f_{a,\quad b}=\frac{x,\;y}{2}`)).toBe(1);
    expect(parts(String.raw`\left(a,\quad b\right)`)).toBe(1);
  });

  it("is shown as written when it cannot be read", () => {
    expect(formula(String.raw`\frac{1<2`)).toBe(String.raw`<code>\frac{1&lt;2</code>`);
  });
});
