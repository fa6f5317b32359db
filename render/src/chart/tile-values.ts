import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { shorten } from "../text/measure.js";
import { isChosen, marked } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { shade } from "./shade.js";
import { tileGrid, tileGround, tileNames } from "./tile-grid.js";

type TileValues = Extract<Chart, { kind: "tile-values" }>;

/** The tile map shaded in seven steps, the number in every tile; no value is hatched. */
export function tileValues(chart: TileValues, context: Context): Drawing {
  const { colours, width, words } = context;
  const grid = tileGrid(chart.tiles, width);
  const { side } = grid;
  const nameOf = tileNames(chart.tiles, side);
  const scale = shade(
    chart.tiles.map(({ value }) => value),
    chart,
    context,
  );
  const hatch = `${context.id}-hatch`;
  const small = side < 44;
  const drawn = chart.tiles.map((tile) => {
    const { name, value } = tile;
    const [x, y] = [grid.x(tile), grid.y(tile)];
    const text = value === null ? words.noValue : scale.written(value);
    const ink = value === null ? colours.ink : scale.ink(value);
    const chosen = isChosen(context, name);
    const size = small ? 10 : 12;
    return element(
      "g",
      marked(context, name),
      spoken(`${name}${words.colon}${text}${value !== null && chart.unit ? ` ${chart.unit}` : ""}`),
      tileGround(x, y, side, value === null ? colours.panel : scale.fill(value)),
      value === null ? element("rect", { x, y, width: side, height: side, fill: `url(#${hatch})` }) : "",
      nameOf(tile, { x: x + side / 2, y: y + side * (small ? 0.32 : 0.34), fill: ink, bold: chosen }),
      lettering(shorten(text, size, side - 2, true), {
        x: x + side / 2,
        y: y + side * 0.67,
        size,
        fill: ink,
        bold: true,
        anchor: "middle",
      }),
      chosen ? ring(x, y, side, context) : "",
    );
  });
  const gaps = chart.tiles.filter(({ value }) => value === null).length;
  return {
    body: drawn.join("") + scale.key(0, grid.height + 14, width),
    height: grid.height + 14 + 18,
    defs: gaps > 0 ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds["tile-values"]}, ${chart.tiles.length}${words.colon}${scale.range}`,
  };
}

/** A double border that shows on every shade: ink outside, paper inside. */
const ring = (x: number, y: number, side: number, { colours }: Context): string =>
  element("rect", { x: x + 1.5, y: y + 1.5, width: side - 3, height: side - 3, fill: "none", stroke: colours.ink, "stroke-width": 3 }) +
  element("rect", { x: x + 3.5, y: y + 3.5, width: side - 7, height: side - 7, fill: "none", stroke: colours.paper, "stroke-width": 1.5 });
