import { describe, expect, it } from "vitest";
import { studyText } from "../../../proof/study/shipped.js";
import { readStudy } from "../study/index.js";
import { formulaIn, formulaWords } from "./formula-words.js";

describe("words inside formulas", () => {
  it("have their Chinese in every method of the shipped study", async () => {
    const { steps } = await readStudy(await studyText(), "study.yaml");
    const written = steps.flatMap(({ card }) => [...card.formula.matchAll(/\\text\{([^}]*)\}/g)].map((match) => match[1].trim()));
    expect(written).toContain("number of weighted siblings");
    expect(written.filter((word) => /[a-z]/i.test(word) && formulaWords[word] === undefined)).toEqual([]);
  });

  it("are exchanged in Chinese, kept in English, and kept where no Chinese is known", () => {
    expect(formulaIn(String.raw`x_{\text{first}}`, "zh")).toBe(String.raw`x_{\text{首}}`);
    expect(formulaIn(String.raw`x_{\text{first}}`, "en")).toBe(String.raw`x_{\text{first}}`);
    expect(formulaIn(String.raw`\text{tbd}+1`, "zh")).toBe(String.raw`\text{tbd}+1`);
  });
});
