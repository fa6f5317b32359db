import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { type ReadSampleOptions, readSample } from "./read-sample.js";

const read = (text: string, options: Partial<ReadSampleOptions> = {}) =>
  readSample(new TextEncoder().encode(text), { file: "people.csv", ...options });

async function faultOf(text: string, options: Partial<ReadSampleOptions> = {}): Promise<Fault> {
  try {
    await read(text, options);
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(error.place.file).toBe("people.csv");
    for (const words of [error.found, error.expected, error.next]) {
      expect(words.en).not.toBe("");
      expect(words.zh).toMatch(/\p{Script=Han}/u);
    }
    return error;
  }
  throw new Error("no fault");
}

describe("readSample", () => {
  it("takes a column for numbers when every cell that is not missing is one", async () => {
    const { sample: s } = await read('income,sex,age,empty\n"1,200", f ,30,\nNA,m,n.a.x,—\n3,,31,\n');
    expect(s.rows).toBe(3);
    expect([...(s.columns[0].values as Float64Array)]).toEqual([1200, Number.NaN, 3]);
    expect(s.columns[1].values).toEqual(["f", "m", ""]);
    expect(s.columns[2].values).toEqual(["30", "n.a.x", "31"]);
    expect([...(s.columns[3].values as Float64Array)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...s.weights]).toEqual([1, 1, 1]);
  });
  it("reads weights and keeps their column", async () => {
    const { sample: s } = await read("x,w\n1,0.5\n2,0\n", { weight: "w" });
    expect([...s.weights]).toEqual([0.5, 0]);
    expect(s.columns.map(({ id }) => id)).toEqual(["x", "w"]);
  });
  it.each([
    ["-1", "bad-weight"],
    ["", "bad-weight"],
    ["heavy", "text-number"],
  ])("refuses %j as a weight, at its line", async (cell, code) => {
    expect(await faultOf(`x,w\n1,1\n2,${cell}\n`, { weight: "w" })).toMatchObject({ code, place: { line: 3, column: 2 } });
  });
  it("refuses texts in a column that must be numbers", async () => {
    expect(await faultOf("x\n1\n2o\n", { numeric: ["x"] })).toMatchObject({ code: "text-number", place: { line: 3, column: 1 } });
  });
  it("refuses a column that is not there", async () => {
    expect((await faultOf("x,weight\n1,1\n", { weight: "weigth" })).next.en).toBe('did you mean "weight"?');
  });
});
