import { describe, expect, it } from "vitest";
import { follow, plainText, prose } from "./prose.js";
import { closed, joined, plural, went } from "./wording.js";

const wheel = { text: "equity", role: "equity", strong: true } as const;

describe("running text", () => {
  it("joins plain words and keeps a span's colour", () => {
    expect(prose`${wheel} rose to ${0.5} in ${"Ash"}.`).toEqual([wheel, " rose to 0.5 in Ash."]);
    expect(prose`${"a"}${""}${"b"}`).toEqual(["ab"]);
  });

  it("takes another text in and can be read without colours", () => {
    const inner = prose`${wheel} leads`;
    expect(prose`Here ${inner}.`).toEqual(["Here ", wheel, " leads."]);
    expect(plainText(follow(prose`Here `, inner, prose`.`))).toBe("Here equity leads.");
  });
});

describe("phrases", () => {
  it("never say that a value rose when the printed numbers are equal", () => {
    expect(went(0.41234, 0.41236, "en")).toBe("stayed at 0.412");
    expect(went(0.41234, 0.41236, "zh")).toBe("维持在 0.412");
  });

  it("say where a value came from and went", () => {
    expect([went(0.159, 0.316, "en"), went(0.316, 0.159, "zh")]).toEqual(["rose from 0.159 to 0.316", "由 0.316 降至 0.159"]);
    expect(went(0.57, 0.47, "en", (x) => `${Math.round(x * 100)}%`)).toBe("fell from 57% to 47%");
  });

  it("are joined as each language joins", () => {
    const three = [prose`a`, prose`b`, prose`c`];
    expect([plainText(joined(three, "en")), plainText(joined(three, "zh")), plainText(joined([], "en"))]).toEqual([
      "a, b and c",
      "a，b，c",
      "",
    ]);
  });

  it("agree in number and end with one stop", () => {
    expect([plural(1, "table"), plural(1200, "table"), plural(2, "country", "countries")]).toEqual([
      "1 table",
      "1,200 tables",
      "2 countries",
    ]);
    expect([closed("Three towns", "en"), closed("三个镇", "zh"), closed("Done.", "en"), closed("完。", "zh")]).toEqual([
      "Three towns.",
      "三个镇。",
      "Done.",
      "完。",
    ]);
  });
});
