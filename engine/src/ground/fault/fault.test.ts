import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault, faultText, isFault, nearest, outOfRange, placeText, throwAll } from "./index.js";

const weight = (extra = {}): Fault =>
  new Fault({
    code: "wrong-type",
    place: { file: "study.yaml", line: 14, column: 7, path: "weigh" },
    found: { en: "the weight is heavy", zh: "权重为“重”" },
    expected: { en: "expected a number", zh: "应为数字" },
    next: { en: "write 0.3", zh: "请写 0.3" },
    ...extra,
  });

describe("a fault", () => {
  it("prints place, finding, expectation and next step in one language or both", () => {
    expect(faultText(weight(), "en")).toBe("study.yaml:14:7  weigh  the weight is heavy\n  expected a number\n  write 0.3");
    expect(faultText(weight(), "zh")).toBe("study.yaml:14:7  weigh  权重为“重”\n  应为数字\n  请写 0.3");
    expect(faultText(weight({ place: undefined, next: { en: "x = 1", zh: "x = 1" } }))).toBe(
      "the weight is heavy · 权重为“重”\n  expected a number · 应为数字\n  x = 1",
    );
  });
  it("is an error whose message is its finding and whose exit code is 1 unless said", () => {
    expect([weight().message, weight().name, weight().exit, weight({ exit: 2 }).exit]).toEqual(["the weight is heavy", "Fault", 1, 2]);
    expect([isFault(weight()), isFault(new Error("x")), isFault(undefined)]).toEqual([true, false, false]);
  });
  it("survives a structured clone as its parts", () => {
    const inner = weight({ code: "inner" });
    const parts = structuredClone({ ...weight({ others: [] }).parts(), others: [] });
    expect(new Fault({ ...parts, others: [inner] }).parts()).toEqual(weight({ others: [inner] }).parts());
  });
  it("names the place of a number out of range", () => {
    const fault = outOfRange("df", -1, { en: "a number above 0", zh: "大于 0 的数" });
    expect(faultText(fault, "en")).toBe("df  df is -1\n  expected a number above 0\n  choose a value inside this range");
    expect(faultText(fault, "zh")).toBe("df  df 的值是 -1\n  应为大于 0 的数\n  请选择范围内的值");
  });
});

describe("a place", () => {
  it.each([
    [{}, ""],
    [{ path: "--value" }, "--value"],
    [{ file: "a.csv" }, "a.csv"],
    [{ file: "a.csv", line: 3 }, "a.csv:3"],
    [{ file: "a.csv", column: 3 }, "a.csv"],
    [{ file: "a.csv", line: 3, column: 9, path: "gdp" }, "a.csv:3:9  gdp"],
    [{ line: 3 }, ""],
  ])("%j prints as %s", (place, text) => expect(placeText(place)).toBe(text));
  it("seen from further out keeps what it knew and gains what it did not, in the others too", () => {
    const fault = weight({ place: { path: "weigh" }, others: [weight({ place: {} })] }).at({ file: "b.yaml", path: "outer" });
    expect([fault.place, fault.others[0].place]).toEqual([
      { file: "b.yaml", path: "weigh" },
      { file: "b.yaml", path: "outer" },
    ]);
  });
});

describe("several faults", () => {
  it("travel in the first, in order; none is no fault", () => {
    const faults = ["a", "b", "c"].map((code) => weight({ code }));
    const nested = weight({ code: "a", others: [weight({ code: "a2" })] });
    const caught = (list: Fault[]): string[] => {
      try {
        throwAll(list);
      } catch (error) {
        return [(error as Fault).code, ...(error as Fault).others.map((other) => other.code)];
      }
      return [];
    };
    expect(caught([])).toEqual([]);
    expect(caught([faults[1]])).toEqual(["b"]);
    expect(caught(faults)).toEqual(["a", "b", "c"]);
    expect(caught([nested, faults[1]])).toEqual(["a", "a2", "b"]);
  });
});

describe("the nearest known word", () => {
  const known = ["entropy", "equal", "critic", "manual", "min-max"];
  it.each([
    ["entropi", "entropy"],
    ["Entropy", "entropy"],
    ["etnropy", "entropy"],
    ["minmax", "min-max"],
    ["crtic", "critic"],
    ["zzzzzz", undefined],
    ["", undefined],
  ])("to %s is %s", (written, word) => expect(nearest(written, known)).toBe(word));
  it("is the word itself when it is known, and comes from the list", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{3,12}$/), { minLength: 1, maxLength: 8 }),
        fc.string({ maxLength: 200 }),
        (words, written) => {
          expect(nearest(words[0], words)).toBe(words[0]);
          expect([...words, undefined]).toContain(nearest(written, words));
        },
      ),
    );
  });
});
