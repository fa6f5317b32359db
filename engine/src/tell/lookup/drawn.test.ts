import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnOf, roomFor } from "./drawn.js";

const words = {
  pick: <T>({ en }: { readonly en: T; readonly zh: T }): T => en,
  names: { units: (n: number) => `${n} counties` },
} as unknown as Parameters<typeof drawnOf>[0];

describe("the units a picture draws", () => {
  it("are all of them while there is room, and then the two ends in their order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (n) => {
        const ordered = Array.from({ length: n }, (_, k) => n - k);
        const { rows, says } = drawnOf(words, ordered);
        if (n <= roomFor) expect([rows, says]).toEqual([ordered, ""]);
        else {
          expect(rows.length).toBeLessThan(roomFor);
          expect([rows[0], rows.at(-1)]).toEqual([n, 1]);
          expect(new Set(rows).size).toBe(rows.length);
          expect(says).toContain(`${n} counties`);
        }
      }),
    );
  });
});
