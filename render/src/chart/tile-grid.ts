import { element, lettering } from "../svg/element.js";
import { shorten, textWidth, wrap } from "../text/measure.js";

interface Seat {
  readonly column: number;
  readonly row: number;
}

export interface TileGrid {
  /** side of a tile */
  readonly side: number;
  readonly width: number;
  readonly height: number;
  readonly x: (tile: Seat) => number;
  readonly y: (tile: Seat) => number;
  /** an empty corner on the upper left, where a key may stand */
  readonly corner: { readonly width: number; readonly height: number };
}

/** Equal squares with 4-pixel gaps (2 on phones), as large as the width allows. */
export function tileGrid(tiles: readonly Seat[], width: number): TileGrid {
  const columns = tiles.map((t) => t.column);
  const rows = tiles.map((t) => t.row);
  const [c0, r0] = [Math.min(...columns), Math.min(...rows)];
  const across = Math.max(...columns) - c0 + 1;
  const down = Math.max(...rows) - r0 + 1;
  const gap = width < 480 ? 2 : 4;
  const side = Math.min(68, (width - gap * (across - 1)) / across);
  const pitch = side + gap;
  let corner = { width: 0, height: 0 };
  for (let h = 1; h <= Math.min(3, down); h++) {
    const first = Math.min(...tiles.filter((t) => t.row - r0 < h).map((t) => t.column - c0));
    const free = { width: first * pitch - gap, height: h * pitch - gap };
    if (free.width * Math.min(free.height, 130) > corner.width * Math.min(corner.height, 130)) corner = free;
  }
  return {
    side,
    width: pitch * across - gap,
    height: pitch * down - gap,
    x: (t) => (t.column - c0) * pitch,
    y: (t) => (t.row - r0) * pitch,
    corner,
  };
}

interface Named {
  readonly name: string;
  readonly short?: string;
}

/** How a map writes its tiles' names: whole where all fit at a readable size, else all in their short form. */
export function tileNames(
  tiles: readonly Named[],
  side: number,
): (tile: Named, at: { x: number; y: number; fill: string; bold?: boolean }) => string {
  const room = side - 3;
  const least = 10;
  const linesOf = (tile: Named): string[] => (side >= 56 ? wrap(tile.name, least, room) : [tile.name]);
  const fits = (tile: Named): boolean => linesOf(tile).length <= 2 && linesOf(tile).every((line) => textWidth(line, least) / 1.04 <= room);
  const short = tiles.every((t) => t.short !== undefined) && !tiles.every(fits);
  return (tile, at) => {
    const bold = at.bold ?? false;
    const lines = short ? [tile.short!] : linesOf(tile);
    if (lines.length === 2)
      return lines.map((line, i) => lettering(line, { ...at, y: at.y + (i - 0.5) * 11, size: least, anchor: "middle" })).join("");
    const size =
      [13, 12, 11].find((s) => side >= 44 + (s - 12) * 12 && textWidth(lines[0], s, bold) / 1.04 <= room) ?? (short ? 12 : least);
    return lettering(shorten(lines[0], size - 0.5, room + 2, bold), { ...at, size, anchor: "middle" });
  };
}

export const tileGround = (x: number, y: number, side: number, fill: string, stroke?: string): string =>
  stroke
    ? element("rect", { x: x + 0.75, y: y + 0.75, width: side - 1.5, height: side - 1.5, fill, stroke, "stroke-width": 1.5 })
    : element("rect", { x, y, width: side, height: side, fill });
