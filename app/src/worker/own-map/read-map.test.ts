import { isFault } from "@gongfu/engine/ground/fault";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMap } from "./read-map.js";
import { type Point, simplify } from "./simplify.js";

const units = [
  { code: "150000", names: { en: "Inner Mongolia", zh: "内蒙古" } },
  { code: "520000", names: { en: "Guizhou", zh: "贵州" } },
  { code: "GBR", names: { en: "United Kingdom", zh: "英国" } },
];
const square = (x: number, y: number, side = 1): number[][][] => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
];
const file = (...features: object[]): Uint8Array => new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
const feature = (properties: object, coordinates: unknown = square(0, 0), type = "Polygon"): object => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
const codeOf = (bytes: Uint8Array): string => {
  try {
    readMap(bytes, units, "map.json");
  } catch (error) {
    if (isFault(error)) return error.code;
  }
  return "";
};

describe("a map of the reader's own", () => {
  it("is matched by code, by either name, and by a Chinese name that goes on", () => {
    const { shapes, without } = readMap(
      file(feature({ adcode: 520000 }), feature({ name: "内蒙古自治区" }, square(1, 0)), feature({ name: "Elsewhere" }, square(2, 0))),
      units,
      "map.json",
    );
    expect(shapes.map(({ code, name }) => [code, name])).toEqual([
      ["520000", "520000"],
      ["150000", "内蒙古自治区"],
      [null, "Elsewhere"],
    ]);
    expect(without).toEqual(["GBR"]);
    expect(readMap(file(feature({ iso_a3: "GBR" })), units, "m").shapes[0].code).toBe("GBR");
    expect(readMap(file(feature({ NAME: "united kingdom" })), units, "m").shapes[0].code).toBe("GBR");
  });

  it("lies in a picture one wide, north on top; degrees narrow with latitude, projected coordinates do not", () => {
    const degrees = readMap(file(feature({ name: "Guizhou" }, square(10, 59.5))), units, "m");
    expect(degrees.ratio).toBeCloseTo(1 / Math.cos((60 * Math.PI) / 180), 6);
    const metres = readMap(file(feature({ name: "Guizhou" }, square(500_000, 3_000_000, 9000))), units, "m");
    expect(metres.ratio).toBe(1);
    expect(metres.shapes[0].rings[0][0]).toEqual([0, 1]);
  });

  it("draws parts of many-part shapes, without specks", () => {
    const { shapes } = readMap(
      file(feature({ name: "贵州省" }, [square(0, 0, 5), square(8, 8, 2), square(7, 1, 0.0001)], "MultiPolygon")),
      units,
      "m",
    );
    expect(shapes[0].rings).toHaveLength(2);
  });

  it("is refused with a fault when it is no map, has no area, or shows no unit", () => {
    expect(codeOf(new TextEncoder().encode("{"))).toBe("map-no-geojson");
    expect(codeOf(new TextEncoder().encode('{"type":"Topology"}'))).toBe("map-no-geojson");
    expect(codeOf(file(feature({ name: "Guizhou" }, [1, 2], "Point")))).toBe("map-no-area");
    expect(codeOf(file(feature({ name: "Nowhere" })))).toBe("map-no-unit");
  });
});

describe("simplify", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { minLength: 5, maxLength: 40 });
  it("keeps the ends, adds no point, and keeps all at no tolerance that lie off the lines", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 20 }), (all, tolerance) => {
        const ring: Point[] = [...all, all[0]];
        const simple = simplify(ring, tolerance);
        expect(simple[0]).toEqual(ring[0]);
        expect(simple.at(-1)).toEqual(ring.at(-1));
        expect(simple.every((point) => ring.includes(point))).toBe(true);
        expect(simplify(ring, tolerance * 2 + 1).length).toBeLessThanOrEqual(ring.length);
      }),
    );
  });

  it("leaves a straight side its two ends", () => {
    const ring: Point[] = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 3],
      [0, 3],
      [0, 0],
    ];
    expect(simplify(ring, 0.01)).toEqual([
      [0, 0],
      [3, 0],
      [3, 3],
      [0, 3],
      [0, 0],
    ]);
  });
});
