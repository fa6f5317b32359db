import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round, spoken } from "../svg/element.js";
import { shorten, textWidth } from "../text/measure.js";
import { type Area, area } from "./area.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { type Ink, inks } from "./series.js";

type Lorenz = Extract<Chart, { kind: "lorenz" }>;
type Curve = Lorenz["curves"][number];
const row = 19;

/** Lorenz curves under the line of equality; each is named above it, where the square is empty, with a line down to its own point. */
export function lorenz(chart: Lorenz, context: Context): Drawing {
  const { colours, width, words } = context;
  const left = 44;
  const bottom = 52;
  const top = 24;
  const side = Math.min(width - left - 12, context.height ? context.height - top - bottom : isNarrow(width) ? width : 430);
  const place = area({ left, top, width: side, height: side }, [0, 1], [0, 1]);
  const at = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const text = (share: number): string => `${Math.round(share * 100)}%`;
  const grid = at.map(
    (share) =>
      element("path", { d: `M${round(left)} ${round(place.y(share))}h${round(side)}`, stroke: colours.rule }) +
      lettering(text(share), { x: left - 8, y: place.y(share), fill: colours.quiet, anchor: "end" }) +
      lettering(text(share), {
        x: share === 1 ? place.x(1) + 8 : place.x(share),
        y: place.y(0) + 16,
        fill: colours.quiet,
        anchor: share === 1 ? "end" : "middle",
      }),
  );
  const equality =
    element("path", {
      d: pathOf(
        [
          [0, 0],
          [1, 1],
        ],
        place,
      ),
      stroke: colours.quiet,
      fill: "none",
    }) + lettering(words.equality, { x: place.x(0.2) - 6, y: place.y(0.2) - 6, fill: colours.quiet, anchor: "middle", rotate: -45 });
  const shades = inks(
    chart.curves.map(({ name, role, emphasised }) => ({ name, role, emphasised, values: [] })),
    colours,
  );
  const curves = chart.curves.map(({ label, points }, k) =>
    element(
      "path",
      { d: pathOf(points, place), fill: "none", stroke: shades[k].mark, "stroke-width": shades[k].width, "stroke-linejoin": "round" },
      spoken(label),
    ),
  );
  return {
    body:
      grid.join("") +
      equality +
      curves.join("") +
      labels(chart.curves, shades, place, context) +
      lettering(shorten(`↑ ${chart.y}`, 12, width), { x: 0, y: 8, fill: colours.quiet }) +
      lettering(shorten(`${chart.x} →`, 12, Math.min(width, place.x(1) + 12)), {
        x: Math.min(width, place.x(1) + 12),
        y: place.y(0) + 38,
        fill: colours.quiet,
        anchor: "end",
      }),
    height: top + side + bottom,
    says: `${words.kinds.lorenz}${words.colon}${chart.curves.map(({ label }) => label).join(words.comma)}`,
  };
}

const pathOf = (points: readonly (readonly [number, number])[], place: Area): string =>
  points.map(([x, y], k) => `${k === 0 ? "M" : "L"}${round(place.x(x))} ${round(place.y(y))}`).join("");

/** Names in the empty upper corner, from top to bottom; the lines to their curves fall one left of the other and cross no name. */
function labels(all: readonly Curve[], shades: readonly Ink[], place: Area, { colours }: Context): string {
  const longest = Math.max(0, ...all.map(({ label }) => textWidth(label, 13, true)));
  const from = Math.min(0.62, (longest + 26) / place.width);
  const gap = all.length > 1 ? (0.8 - from) / (all.length - 1) : 0;
  return all
    .map(({ label, points, emphasised }, k) => {
      const share = all.length > 1 ? 0.8 - gap * k : Math.max(from, 0.6);
      const value = heightAt(points, share);
      const y = place.top + 14 + row * k;
      const end = place.left + 8 + textWidth(label, 13, emphasised) + 5;
      const leader =
        value === null
          ? ""
          : element("path", {
              d: `M${round(end)} ${round(y)}H${round(place.x(share))}V${round(place.y(value))}`,
              stroke: colours.faint,
              fill: "none",
            }) + element("circle", { cx: place.x(share), cy: place.y(value), r: 3.5, fill: shades[k].mark });
      return leader + lettering(label, { x: place.left + 8, y, size: 13, fill: shades[k].text, bold: emphasised, halo: colours.paper });
    })
    .join("");
}

function heightAt(points: Curve["points"], share: number): number | null {
  const k = points.findIndex(([x]) => x >= share);
  if (k <= 0) return points[k]?.[1] ?? null;
  const [[x0, y0], [x1, y1]] = [points[k - 1], points[k]];
  return y0 + ((share - x0) / (x1 - x0 || 1)) * (y1 - y0);
}
