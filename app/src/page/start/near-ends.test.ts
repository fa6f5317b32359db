import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearEnds } from "./near-ends.js";

describe("both ends of a ranking", () => {
  it("counts every unit with a value once, shown or in a gap, and always shows the chosen one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant(Number.NaN)), { maxLength: 120 }),
        fc.nat(119),
        (values, chosen) => {
          const rows = nearEnds(Float64Array.from(values), chosen);
          const counted = rows.reduce((sum, row) => sum + (row.kind === "gap" ? row.count : 1), 0);
          expect(counted).toBe(values.filter((one) => !Number.isNaN(one)).length);
          expect(rows.length).toBeLessThanOrEqual(40);
          const present = chosen < values.length && !Number.isNaN(values[chosen]);
          expect(rows.some((row) => row.kind === "unit" && row.unit === chosen)).toBe(present);
          const shown = rows.flatMap((row) => (row.kind === "unit" ? [values[row.unit]] : []));
          expect(shown).toEqual([...shown].sort((a, b) => b - a));
        },
      ),
    );
  });

  it("gives equal values the same rank", () => {
    expect(nearEnds(Float64Array.of(1, 3, 3, 2), -1).map((row) => row.kind === "unit" && row.rank)).toEqual([1, 1, 3, 4]);
  });
});
