import type { Chart } from "@gongfu/engine/tell";
import type { Palette } from "../palette/palette.js";
import { element, lettering, round } from "../svg/element.js";
import { textWidth, wrap } from "../text/measure.js";
import { fixed, ticks } from "../text/number.js";
import type { Area } from "./area.js";
import { isNarrow } from "./context.js";

type Scale = Extract<Chart, { kind: "intervals" }>["scale"];

interface IntervalScale {
  readonly domain: readonly [number, number];
  /** room for names above the rows */
  readonly above: number;
  readonly text: (value: number) => string;
  /** lines and numbers behind the rows */
  readonly draw: (place: Area, colours: Palette) => string;
}

/** The scale intervals lie on: ranks with 1 at the left, or degrees over the borders of their classes. */
export const intervalScale = (scale: Scale, width: number): IntervalScale =>
  "ranks" in scale ? rankScale(scale.ranks, width) : degreeScale(scale, width);

const upright = (x: number, { top, height }: Area, stroke: string, dashed = false): string =>
  element("path", { d: `M${x.toFixed(1)} ${top}V${(top + height).toFixed(1)}`, stroke, "stroke-dasharray": dashed ? "2 3" : undefined });

function rankScale(ranks: number, width: number): IntervalScale {
  const every = isNarrow(width) ? 10 : 5;
  const at = [1, ...Array.from({ length: Math.floor(ranks / every) }, (_, k) => (k + 1) * every)];
  return {
    domain: [1, Math.max(2, ranks)],
    above: 0,
    text: (value) => fixed(value, Number.isInteger(value) ? 0 : 1),
    draw: (place, colours) =>
      at
        .map(
          (rank) =>
            upright(place.x(rank), place, colours.rule) +
            lettering(String(rank), {
              x: place.x(rank),
              y: place.top + place.height + 14,
              size: 12,
              fill: colours.quiet,
              anchor: "middle",
            }),
        )
        .join(""),
  };
}

function degreeScale({ from, to, borders }: Exclude<Scale, { readonly ranks: number }>, width: number): IntervalScale {
  const at = ticks(Math.max(0, from), Math.min(1, to), isNarrow(width) ? 4 : 6);
  const [low, high] = [at[0], at.at(-1)!];
  const inside = borders.filter(({ value }) => value >= low && value < high);
  return {
    domain: [low, high],
    above: 30,
    text: (value) => fixed(value, 2),
    draw: (place, colours) => {
      const lines = inside.map(({ value }) => (value > low ? upright(place.x(value), place, colours.quiet, true) : ""));
      const names = inside.map(({ value, name }, k) => {
        const [a, b] = [place.x(value), place.x(inside[k + 1]?.value ?? high)];
        return { x: (a + b) / 2, lines: wrap(name, 11, b - a - 4), room: b - a - 4 };
      });
      const fit = names.every(({ lines: all, room }) => all.length < 3 && all.every((text) => textWidth(text, 11) <= room));
      const heads = (fit ? names : []).flatMap(({ x, lines: all }) =>
        all.map((text, row) =>
          lettering(text, { x, y: place.top - 9 - 13 * (all.length - 1 - row), size: 11, fill: colours.quiet, anchor: "middle" }),
        ),
      );
      const numbers = at.map((value) =>
        lettering(fixed(value, 1), {
          x: round(place.x(value)),
          y: place.top + place.height + 14,
          size: 12,
          fill: colours.quiet,
          anchor: "middle",
        }),
      );
      return [...lines, ...heads, ...numbers].join("");
    },
  };
}
