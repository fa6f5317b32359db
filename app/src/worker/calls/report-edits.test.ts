import type { ReportDocument } from "@gongfu/engine/tell";
import { describe, expect, it } from "vitest";
import { edited, noEdits } from "./report-edits.js";

const section = (id: string) => ({ id, title: id.toUpperCase(), blocks: [], asides: [] });
const document: ReportDocument = {
  language: "en",
  kicker: "",
  title: "Two wheels",
  summary: [],
  asides: [],
  sections: [section("data"), section("results")],
  footer: [],
};

describe("a report before it is downloaded", () => {
  it("is what it was where nothing is changed, and where a heading is emptied", () => {
    expect(edited(document, noEdits)).toEqual(document);
    expect(edited(document, { without: [], headings: { title: " ", data: "" } })).toEqual(document);
  });

  it("loses sections and gets headings", () => {
    const { title, sections } = edited(document, { without: ["data"], headings: { title: "Ours", results: "What we found" } });
    expect([title, sections.map((one) => one.title)]).toEqual(["Ours", ["What we found"]]);
  });
});
