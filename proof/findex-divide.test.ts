import { digitalDivide } from "@gongfu/engine";
import { readFindex } from "@gongfu/engine/read";
import { describe, expect, it } from "vitest";

describe("series of Findex as a digital divide", () => {
  it("the adults of 25 and more are not the elderly", async () => {
    const bytes = new TextEncoder().encode("country,Year,con1.3,con1.4\nExamplia,2021,97,90\n");
    const { table } = await readFindex(bytes, { file: "findex.csv" });
    const made = digitalDivide(table).value;
    expect([made.elderly, made.gaps[0].low, made.gaps[0].gap]).toEqual([[], "older (25+)", 7]);
  });
  it("every axis of Findex has an order that is known", async () => {
    const codesOf = Array.from({ length: 12 }, (_, k) => `con1.${k + 1}`);
    const bytes = new TextEncoder().encode(`country,Year,${codesOf.join(",")}\nExamplia,2021,${codesOf.map((_, k) => 50 + k).join(",")}\n`);
    const made = digitalDivide((await readFindex(bytes, { file: "findex.csv" })).table);
    expect((made.trace.axes as { order: string }[]).map(({ order }) => order)).toEqual(Array(6).fill("known"));
    expect(made.value.gaps.map(({ axis, low, gap }) => [axis, low, gap])).toEqual([
      ["gender", "women", 1],
      ["age", "older (25+)", -1],
      ["education", "primary or less", 1],
      ["income", "poorest 40%", 1],
      ["residence", "rural", 1],
      ["labour force", "out of labour force", 1],
    ]);
  });
});
