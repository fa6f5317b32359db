import type { Chart, Role } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { decimalsFor, fixed } from "../text/number.js";
import { marked } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { tileGrid, tileGround, tileNames } from "./tile-grid.js";

type Tiles = Extract<Chart, { kind: "tiles" }>;

/** The tile map: in every tile a name and up to three bars from a common zero to a common full height. */
export function tiles(chart: Tiles, context: Context): Drawing {
  const { colours, width, words } = context;
  const grid = tileGrid(chart.tiles, width);
  const { side } = grid;
  const nameOf = tileNames(chart.tiles, side);
  const roles = [...new Set(chart.tiles.flatMap((t) => t.bars.map((b) => b.role)))];
  const decimals = decimalsFor(chart.tiles.flatMap((t) => t.bars.map((b) => b.value)));
  const legend = tilesKey(roles, chart.max, context);
  const inCorner = legend.width <= grid.corner.width && legend.height <= grid.corner.height;
  const down = inCorner ? 0 : legend.height + 12;

  const head = side >= 44 ? 20 : 14;
  const full = side - head - 6;
  const drawn = chart.tiles.map((tile) => {
    const x = grid.x(tile);
    const y = grid.y(tile) + down;
    const inner = side * 0.68;
    const space = Math.max(1.5, side * 0.06);
    const bar = (inner - space * (tile.bars.length - 1)) / Math.max(1, tile.bars.length);
    const floor = y + side - 4;
    const marks = tile.bars.map(({ role, value }, i) => {
      const left = x + (side - inner) / 2 + i * (bar + space);
      const ghost = element("rect", { x: left, y: floor - full, width: bar, height: full, fill: colours.rule, opacity: 0.55 });
      if (value === null)
        return lettering(words.noValue, { x: left + bar / 2, y: floor - 6, size: 11, fill: colours.quiet, anchor: "middle" });
      const height = Math.max(0, Math.min(1, value / (chart.max || 1))) * full;
      return ghost + element("rect", { x: left, y: floor - height, width: bar, height, fill: colours.mark[role] });
    });
    const values = tile.bars.map(({ role, value }) =>
      `${words.roles[role]} ${value === null ? words.noValue : fixed(value, decimals)}`.trim(),
    );
    return element(
      "g",
      marked(context, tile.name),
      spoken(`${tile.name}${words.colon}${values.join(words.comma)}`),
      tileGround(x, y, side, colours.panel, tile.emphasised ? colours.ink : undefined),
      nameOf(tile, { x: x + side / 2, y: y + head / 2 + 1, fill: colours.ink, bold: tile.emphasised }),
      ...marks,
    );
  });
  const told = chart.tiles.find((t) => t.emphasised) ?? chart.tiles[0];
  const says = told
    ? `${told.name} ${told.bars.map((b) => (b.value === null ? words.noValue : fixed(b.value, decimals))).join(" / ")}`
    : "";
  return {
    body: legend.body + drawn.join(""),
    height: grid.height + down,
    says: `${words.kinds.tiles}, ${chart.tiles.length}${words.colon}${says}`,
  };
}

/** What the bars mean, in words in their colours, and what full height is. */
function tilesKey(roles: readonly Role[], max: number, { colours, words }: Context): { body: string; width: number; height: number } {
  const rows = roles.filter((role) => words.roles[role] !== "");
  const last = words.full(fixed(max, decimalsFor([max % 1 === 0 ? 100 : max])));
  const body = rows.map(
    (role, i) =>
      element("rect", { x: 0, y: i * 20 + 4, width: 12, height: 12, fill: colours.mark[role] }) +
      lettering(words.roles[role], { x: 18, y: i * 20 + 10, size: 12, bold: true, fill: colours.text[role] }),
  );
  const text = lettering(last, { x: 0, y: rows.length * 20 + 9, size: 12, fill: colours.quiet });
  const widths = [textWidth(last, 12), ...rows.map((role) => 18 + textWidth(words.roles[role], 12, true))];
  return { body: body.join("") + text, width: Math.max(...widths), height: rows.length * 20 + 18 };
}
