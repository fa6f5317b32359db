import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisLabels, decimalsFor, fixed, ticks } from "./number.js";

describe("numbers in pictures", () => {
  it("have a true minus sign and no negative zero", () => {
    expect([fixed(-1234.5, 1), fixed(-0.001, 2), fixed(12345, 0)]).toEqual(["−1,234.5", "0.00", "12,345"]);
  });

  it("get decimals by the size of the largest", () => {
    expect([decimalsFor([0.5, null]), decimalsFor([12]), decimalsFor([1234]), decimalsFor([0.04]), decimalsFor([])]).toEqual([
      2, 1, 0, 3, 0,
    ]);
  });
});

describe("ticks", () => {
  it("are round and hold both ends", () => {
    expect(ticks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, span) => {
        const at = ticks(low, low + span);
        expect(at[0]).toBeLessThanOrEqual(low + span * 1e-6);
        expect(at[at.length - 1]).toBeGreaterThanOrEqual(low + span * (1 - 1e-6));
        expect(at.length).toBeLessThan(16);
      }),
    );
  });

  it("are labelled in one format, large ones in the language's own unit", () => {
    expect(axisLabels([0, 0.05, 0.1], "en")).toEqual(["0", "0.05", "0.10"]);
    expect(axisLabels([0, 5e8, 1e9], "zh")).toEqual(["0", "5亿", "10亿"]);
    expect(axisLabels([0, 1e6, 2e6], "en")).toEqual(["0", "1 m", "2 m"]);
  });
});
