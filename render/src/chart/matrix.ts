import { lettering } from "../svg/element.js";
import { shorten, textWidth } from "../text/measure.js";
import { type Area, area } from "./area.js";
import { indent, rowName } from "./brush.js";
import { type Context, isNarrow } from "./context.js";

export interface Matrix {
  readonly place: Area;
  /** width and height of one cell */
  readonly cell: number;
  readonly cellHeight: number;
  /** where the cells begin */
  readonly left: number;
  /** names of rows and columns */
  readonly labels: string;
}

/** A matrix with its names: columns flat where they have room, slanted or upright where they have not; `below` is kept free for a key. */
export function matrix(
  chart: { readonly rows: readonly string[]; readonly columns: readonly string[] },
  context: Context,
  below: number,
): Matrix {
  const { colours, width } = context;
  const narrow = isNarrow(width);
  const labelRoom = narrow ? 150 : 210;
  const rowNames = chart.rows.map((name) => shorten(name, 12, width * 0.32));
  const left = Math.max(20, ...rowNames.map((name) => textWidth(name, 12))) + 8 + indent(context);
  const cellWidth = (width - left) / Math.max(1, chart.columns.length);
  const flat = chart.columns.every((name) => textWidth(name, 12) <= cellWidth - 4);
  const steep = cellWidth < 26 ? 90 : 55;
  const longest = Math.max(0, ...chart.columns.map((name) => textWidth(shorten(name, 12, labelRoom), 12)));
  const top = flat ? 22 : Math.ceil(longest * (steep === 90 ? 1 : 0.82)) + 14;
  const overhang = chart.columns.map(
    (name, c) => textWidth(shorten(name, 12, labelRoom), 12) * 0.6 + 8 - (chart.columns.length - c - 0.5) * cellWidth,
  );
  const lean = flat || steep === 90 ? 0 : Math.max(0, ...overhang);
  const cellHeight = context.height ? Math.max(8, (context.height - top - below) / Math.max(1, chart.rows.length)) : narrow ? 20 : 22;
  const place = area(
    { left, top, width: width - left - lean, height: cellHeight * chart.rows.length },
    [0, chart.columns.length],
    [chart.rows.length, 0],
  );
  const cell = place.width / Math.max(1, chart.columns.length);
  const names = chart.rows.map((name, r) =>
    rowName(
      name,
      { middle: place.y(r + 0.5), height: cellHeight, end: left - 8, to: place.left + place.width, written: rowNames[r] },
      context,
    ),
  );
  const heads = chart.columns.map((name, c) => {
    const x = place.left + (c + 0.5) * cell;
    if (flat) return lettering(name, { x, y: top - 12, fill: colours.quiet, anchor: "middle" });
    return lettering(shorten(name, 12, labelRoom), { x: x + (steep === 90 ? 0 : -2), y: top - 7, fill: colours.quiet, rotate: -steep });
  });
  return { place, cell, cellHeight, left, labels: names.join("") + heads.join("") };
}
