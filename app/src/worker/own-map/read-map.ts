import type { Text } from "@gongfu/engine";
import { Fault } from "@gongfu/engine/ground/fault";
import { areaOf, type Point, simplify } from "./simplify.js";

export interface MapShape {
  /** code of the unit it shows; null when it is none of the study's */
  readonly code: string | null;
  /** what the file calls it */
  readonly name: string;
  /** x from 0 to 1 eastward, y from 0 to `ratio` southward */
  readonly rings: readonly (readonly Point[])[];
}

/** A map of the reader's own, drawn simply: degrees as an equirectangular picture, projected coordinates as they are. */
export interface OwnMap {
  readonly shapes: readonly MapShape[];
  /** height in widths */
  readonly ratio: number;
  /** units of the study that no shape shows */
  readonly without: readonly string[];
}

interface Unit {
  readonly code: string;
  readonly names: Text;
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>> | null;
  readonly geometry: unknown;
}

/** How fine the outlines stay, in widths of the map. */
const fine = 1 / 1500;

/** @throws Fault for a file that is no GeoJSON, has no area, or shows none of the units */
export function readMap(bytes: Uint8Array, units: readonly Unit[], file: string): OwnMap {
  const features = featuresOf(parsed(bytes, file), file);
  const drawn = features.flatMap(({ properties, geometry }) => {
    const rings = ringsOf(geometry);
    return rings.length > 0 ? [{ properties: properties ?? {}, rings }] : [];
  });
  if (drawn.length === 0) throw noArea(file);
  const { project, ratio } = projection(drawn.flatMap(({ rings }) => rings.flat()));
  const find = matcher(units);
  const shapes = drawn.map(({ properties, rings }): MapShape => {
    const code = find(properties);
    return { code, name: nameIn(properties) ?? code ?? "", rings: outlines(rings.map((ring) => ring.map(project))) };
  });
  const shown = new Set(shapes.map(({ code }) => code));
  if (units.every(({ code }) => !shown.has(code))) throw noUnit(file, shapes[0].name);
  return { shapes, ratio, without: units.flatMap(({ code }) => (shown.has(code) ? [] : [code])) };
}

function parsed(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw noGeoJson(file);
  }
}

function featuresOf(value: unknown, file: string): readonly Feature[] {
  const object = value as { type?: unknown; features?: unknown; geometry?: unknown; properties?: unknown } | null;
  if (object?.type === "FeatureCollection" && Array.isArray(object.features)) return object.features as Feature[];
  if (object?.type === "Feature") return [object as unknown as Feature];
  throw noGeoJson(file);
}

function ringsOf(geometry: unknown): Point[][] {
  const { type, coordinates, geometries } = (geometry ?? {}) as { type?: string; coordinates?: unknown; geometries?: unknown };
  if (type === "Polygon") return (coordinates as unknown[]).map(pointsOf).filter((ring) => ring.length > 3);
  if (type === "MultiPolygon") return (coordinates as unknown[]).flatMap((polygon) => ringsOf({ type: "Polygon", coordinates: polygon }));
  if (type === "GeometryCollection" && Array.isArray(geometries)) return geometries.flatMap(ringsOf);
  return [];
}

const pointsOf = (ring: unknown): Point[] =>
  (ring as unknown[]).flatMap((point) => {
    const [x, y] = point as number[];
    return Number.isFinite(x) && Number.isFinite(y) ? [[x, y] as const] : [];
  });

/** Into a picture one wide: degrees with one degree of longitude as wide as at the middle latitude. */
function projection(points: readonly Point[]): { readonly project: (point: Point) => Point; readonly ratio: number } {
  const box = {
    west: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    south: Number.POSITIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
  };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  const degrees = box.west >= -180 && box.east <= 180 && box.south >= -90 && box.north <= 90;
  const narrow = degrees ? Math.cos(((box.south + box.north) / 2) * (Math.PI / 180)) : 1;
  const width = (box.east - box.west) * narrow || 1;
  return {
    project: ([x, y]) => [((x - box.west) * narrow) / width, (box.north - y) / width],
    ratio: (box.north - box.south) / width || 1,
  };
}

/** Simplified rings; specks are left out unless there is nothing else. */
function outlines(rings: readonly (readonly Point[])[]): Point[][] {
  const simple = rings.map((ring) => simplify(ring, fine)).filter((ring) => ring.length > 3);
  const large = simple.filter((ring) => areaOf(ring) > fine * fine * 8);
  return large.length > 0 ? large : simple.slice(0, 1);
}

const nameKeys = ["name_zh", "name", "NAME", "Name", "NAME_EN", "name_en", "ADMIN", "admin"];

function nameIn(properties: Readonly<Record<string, unknown>>): string | null {
  for (const key of nameKeys) if (typeof properties[key] === "string" && properties[key] !== "") return properties[key];
  return null;
}

const folded = (text: string): string => text.trim().toLowerCase();

/** Finds the unit a shape shows: a property that is its code or its name; a Chinese name may go on (内蒙古 · 内蒙古自治区). */
function matcher(units: readonly Unit[]): (properties: Readonly<Record<string, unknown>>) => string | null {
  const known = new Map(units.flatMap(({ code, names }) => [names.zh, names.en, code].map((text) => [folded(text), code] as const)));
  const chinese = [...units].filter(({ names }) => names.zh.length > 1).sort((a, b) => b.names.zh.length - a.names.zh.length);
  return (properties) => {
    const texts = Object.values(properties).flatMap((value) =>
      typeof value === "string" || typeof value === "number" ? [String(value)] : [],
    );
    for (const text of texts) {
      const code = known.get(folded(text));
      if (code !== undefined) return code;
    }
    for (const text of texts) {
      const found = chinese.find(({ names }) => text.startsWith(names.zh));
      if (found) return found.code;
    }
    return null;
  };
}

const noGeoJson = (path: string): Fault =>
  new Fault({
    code: "map-no-geojson",
    place: { path },
    found: { en: `${path} is no GeoJSON feature collection in UTF-8`, zh: `${path} 不是 UTF-8 编码的 GeoJSON 要素集` },
    expected: { en: 'expected {"type": "FeatureCollection", "features": […]}', zh: '应为 {"type": "FeatureCollection", "features": […]}' },
    next: { en: "export the map as GeoJSON and choose that file", zh: "请将地图导出为 GeoJSON 后再选择" },
  });

const noArea = (path: string): Fault =>
  new Fault({
    code: "map-no-area",
    place: { path },
    found: { en: `${path} holds no polygon`, zh: `${path} 中没有多边形` },
    expected: { en: "expected a polygon or multipolygon for every unit", zh: "每个单位应有一个多边形或多重多边形" },
    next: { en: "choose a file of areas, not of points or lines", zh: "请选择面状数据，而非点或线" },
  });

const noUnit = (path: string, first: string): Fault =>
  new Fault({
    code: "map-no-unit",
    place: { path },
    found: {
      en: `no shape of ${path} (the first is “${first}”) is a unit of the study`,
      zh: `${path} 中没有本研究的单位（首个为“${first}”）`,
    },
    expected: { en: "expected a property that is the code or the name of a unit", zh: "应有一项属性为单位的代码或名称" },
    next: { en: "add the codes of the study to the map's properties", zh: "请在地图属性中加入本研究所用的代码" },
  });
