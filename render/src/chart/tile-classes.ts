import type { Chart } from "@gongfu/engine/tell";
import { divergingStep, onDiverging } from "../palette/palette.js";
import { element, lettering, round, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { shorten, textWidth } from "../text/measure.js";
import { isChosen, marked } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { key } from "./key.js";
import { tileGrid, tileGround, tileNames } from "./tile-grid.js";

type TileClasses = Extract<Chart, { kind: "tile-classes" }>;

/** The tile map coloured by class on the diverging scale; the label in each tile and the key carry the class too. */
export function tileClasses(chart: TileClasses, context: Context): Drawing {
  const { colours, width, words } = context;
  const grid = tileGrid(chart.tiles, width);
  const { side } = grid;
  const nameOf = tileNames(chart.tiles, side);
  const hatch = `${context.id}-hatch`;
  const step = (level: number): number => divergingStep(level, chart.levels.length);
  const drawn = chart.tiles.map((tile) => {
    const x = grid.x(tile);
    const y = grid.y(tile);
    const at = tile.level === null ? undefined : step(tile.level);
    const ink = at === undefined ? colours.ink : onDiverging(colours, at);
    const small = side < 44;
    const size = small ? 10 : 12;
    const room = side - 2;
    return element(
      "g",
      marked(context, tile.name),
      spoken(
        [tile.name, tile.level === null ? words.noValue : chart.levels[tile.level], tile.label, said(chart, tile)]
          .filter((t) => t !== "")
          .join(words.comma),
      ),
      tileGround(
        x,
        y,
        side,
        at === undefined ? colours.panel : colours.diverging[at],
        isChosen(context, tile.name) ? colours.ink : undefined,
      ),
      at === undefined ? element("rect", { x, y, width: side, height: side, fill: `url(#${hatch})` }) : "",
      nameOf(tile, { x: x + side / 2, y: y + side * (small ? 0.32 : 0.34), fill: ink }),
      lettering(shorten(tile.label, size, room, true), {
        x: x + side / 2,
        y: y + side * (small ? 0.68 : 0.66),
        size,
        fill: ink,
        bold: true,
        anchor: "middle",
      }),
      tile.corner ? cornerMark(tile.corner, x, y, side, ink) : "",
    );
  });
  const gaps = chart.tiles.filter((t) => t.level === null).length;
  const counts = chart.levels.map((_, level) => chart.tiles.filter((t) => t.level === level).length);
  const used = chart.levels.flatMap((name, level) => (counts[level] > 0 ? [{ name, level, count: counts[level] }] : []));
  const legend = key(
    used.map(({ name, level, count }) => ({
      name,
      mark: colours.diverging[step(level)],
      text: colours.ink,
      inside: { text: String(count), fill: onDiverging(colours, step(level)) },
    })),
    { x: 0, y: grid.height + 14, width },
  );
  const below = cornerKey(chart, context, grid.height + 14 + legend.height);
  return {
    body: drawn.join("") + legend.body + below.body,
    height: grid.height + 14 + legend.height + below.height,
    defs: gaps > 0 ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds["tile-classes"]}${words.colon}${used.map(({ name, count }) => `${name} ${count}`).join(words.comma)}${gaps > 0 ? `${words.comma}${words.noValue} ${gaps}` : ""}`,
  };
}

const said = ({ corners }: TileClasses, { level, corner }: TileClasses["tiles"][number]): string =>
  corners && level !== null ? corners[corner ?? "none"] : "";

/** A small triangle in a lower corner of a square. */
const cornerMark = (corner: "left" | "right", x: number, y: number, side: number, fill: string): string => {
  const size = Math.max(6, side * 0.15);
  const [at, way] = corner === "left" ? [x, 1] : [x + side, -1];
  return element("path", { d: `M${round(at)} ${round(y + side)}v${round(-size)}l${round(way * size)} ${round(size)}z`, fill });
};

/** What the corners mean, with how many tiles carry each. */
function cornerKey({ corners, tiles: all }: TileClasses, { colours, width }: Context, top: number): { body: string; height: number } {
  if (!corners) return { body: "", height: 0 };
  const items = (["left", "right", undefined] as const).flatMap((corner) => {
    const count = all.filter((one) => one.level !== null && one.corner === corner).length;
    return count > 0 ? [{ corner, text: `${corners[corner ?? "none"]} ${count}` }] : [];
  });
  let [x, y] = [0, top];
  const body = items.map(({ corner, text }) => {
    const needed = 20 + textWidth(text, 12);
    if (x > 0 && x + needed > width) [x, y] = [0, y + 22];
    const square = element("rect", { x: x + 0.5, y: y + 4.5, width: 13, height: 13, fill: "none", stroke: colours.quiet });
    const drawn =
      square +
      (corner ? cornerMark(corner, x + 1, y + 5, 12, colours.ink) : "") +
      lettering(text, { x: x + 20, y: y + 11, fill: colours.ink });
    x += needed + 18;
    return drawn;
  });
  return { body: body.join(""), height: items.length > 0 ? y - top + 24 : 0 };
}
