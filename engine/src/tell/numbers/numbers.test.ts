import { describe, expect, it } from "vitest";
import { cell, count, fixed, magnitude, percent, place, runs, score, signed, span } from "./numbers.js";

describe("numbers for people", () => {
  it("have a true minus sign, thousands separators and no negative zero", () => {
    expect([fixed(-1234.5, 1), fixed(1234567, 0), fixed(-0.0004, 3), fixed(-0, 2)]).toEqual(["−1,234.5", "1,234,567", "0.000", "0.00"]);
    expect(fixed(1234.5678, 4)).toBe("1,234.5678");
  });

  it("show scores to three decimals, counts to none, shares in per cent", () => {
    expect([score(0.12345), count(8370), percent(0.0188), percent(0.469, 0)]).toEqual(["0.123", "8,370", "1.9%", "47%"]);
  });

  it("carry a sign when they are changes, none when the change rounds to nothing", () => {
    expect([signed(0.157), signed(-0.02), signed(0.0001), signed(-0.0001)]).toEqual(["+0.157", "−0.020", "0.000", "0.000"]);
  });

  it("keep about four digits at any size", () => {
    expect([0, 123456, 123.45, 12.345, 1.23456, 0.00001234].map(magnitude)).toEqual([
      "0",
      "123,456",
      "123.5",
      "12.35",
      "1.2346",
      "1.23e-5",
    ]);
  });

  it("leave a cell without a value empty", () => {
    expect([cell(null, score), cell(undefined, score), cell(Number.NaN, score), cell(0, score)]).toEqual([null, null, null, "0.000"]);
  });
});

describe("places and years", () => {
  it("count as English counts", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map((n) => place(n, "en"))).toEqual(
      "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th".split(" "),
    );
  });

  it("say a shared rank as it is", () => {
    expect([place(2.5, "en"), place(3, "zh")]).toEqual(["rank 2.5", "第 3 位"]);
  });

  it("join neighbouring years, whatever their order", () => {
    expect([runs([2018, 2014, 2015, 2016, 2021, 2021], "en"), runs([2013, 2015], "zh"), runs([], "en")]).toEqual([
      "2014–2016, 2018, 2021",
      "2013、2015",
      "",
    ]);
    expect([span([2013, 2014, 2022]), span([2020]), span([])]).toEqual(["2013–2022", "2020", ""]);
  });
});
