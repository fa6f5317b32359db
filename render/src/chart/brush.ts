import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import type { Context } from "./context.js";

/** What lets a page choose a unit by its mark: the codes its marks carry as `data-unit`, and the one that is chosen. */
export interface Brush {
  /** code of every unit by the name the chart calls it */
  readonly codes: ReadonlyMap<string, string>;
  /** name of the chosen unit */
  readonly chosen: string | null;
}

/** The attribute by which a page knows whose mark was pressed; none outside a page. */
export const marked = ({ brush }: Context, name: string): { readonly "data-unit"?: string } => ({ "data-unit": brush?.codes.get(name) });

/** Letters that name a unit, to be pressed like its mark. */
export const nameplate = (context: Context, name: string, letters: string): string =>
  context.brush?.codes.has(name) ? element("g", marked(context, name), letters) : letters;

export const isChosen = ({ brush }: Context, name: string): boolean => brush?.chosen === name;

/** The chart with its chosen unit emphasised and no other, where charts of its kind have a mark for every unit. */
export function emphasising(chart: Chart, chosen: string): Chart {
  const also = <T extends { readonly name: string; readonly emphasised?: boolean }>(all: readonly T[]): readonly T[] =>
    all.some((one) => one.name === chosen) ? all.map((one) => ({ ...one, emphasised: one.name === chosen })) : all;
  switch (chart.kind) {
    case "lines":
      return { ...chart, series: also(chart.series) };
    case "bump":
      return { ...chart, series: also(chart.series) };
    case "tiles":
      return { ...chart, tiles: also(chart.tiles) };
    case "plane":
      return { ...chart, points: also(chart.points) };
    case "quadrant":
      return { ...chart, points: also(chart.points) };
    default:
      return chart;
  }
}

/** Room before the names of rows for the bar of the chosen one. */
export const indent = ({ brush }: Context): number => (brush ? 9 : 0);

interface RowAt {
  readonly middle: number;
  readonly height: number;
  /** where the name ends */
  readonly end: number;
  /** where the row ends, at the edge of the picture when left out */
  readonly to?: number;
  /** the name as far as it has room */
  readonly written: string;
}

/** The name of a row, which can be pressed over the whole row; the chosen one heavy, on a band with a bar before it. */
export function rowName(name: string, { middle, height, end, to, written }: RowAt, context: Context): string {
  const { colours, width } = context;
  const chosen = isChosen(context, name);
  const label = lettering(written, { x: end, y: middle, fill: colours.ink, anchor: "end", bold: chosen });
  if (!context.brush?.codes.has(name)) return label;
  const box = { x: 0, y: middle - height / 2, width: to ?? width, height };
  return element(
    "g",
    marked(context, name),
    spoken(name),
    element("rect", { ...box, fill: chosen ? colours.rule : "none", "pointer-events": "all" }),
    chosen ? element("rect", { ...box, width: 4, fill: colours.ink }) : "",
    label,
  );
}

/** A line that can be pressed along its way, for pictures whose own lines carry no names. */
export function pressed(name: string, points: readonly (readonly [number, number])[], context: Context): string {
  if (!context.brush?.codes.has(name) || points.length === 0) return "";
  const d = points.map(([x, y], k) => `${k === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  return element(
    "path",
    {
      ...marked(context, name),
      d: points.length === 1 ? `${d}h0.1` : d,
      fill: "none",
      stroke: "none",
      "stroke-width": 11,
      "pointer-events": "stroke",
    },
    spoken(name),
  );
}
