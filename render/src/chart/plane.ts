import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round, spoken } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { axisLabels, fixed, ticks } from "../text/number.js";
import { type Area, area, extent } from "./area.js";
import { marked } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import type { Box } from "./labels.js";
import { pointNames } from "./point-names.js";

type Plane = Extract<Chart, { kind: "plane" }>;
const row = 20;

/** Units between x and y; between the curves x · y = border² lies one class of √(x · y). */
export function plane(chart: Plane, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const axis = (values: readonly number[]): number[] => {
    const [low, high] = extent(values);
    return ticks(Math.max(0, low), Math.min(1, high), narrow ? 4 : 6);
  };
  const xs = axis(chart.points.map((p) => p.x));
  const ys = axis(chart.points.map((p) => p.y));
  const [textX, textY] = [xs, ys].map((at) => axisLabels(at, context.language));
  const left = 12 + Math.max(...textY.map((text) => textWidth(text, 12)));
  const legend = key(chart, context);
  const top = 44;
  const bottom = 50 + legend.height;
  const height = context.height ?? Math.round(narrow ? width * 1.15 : Math.min(width * 0.66, 520)) + legend.height;
  const place = area({ left, top, width: width - left - 16, height: height - top - bottom }, [xs[0], xs.at(-1)!], [ys[0], ys.at(-1)!]);
  const end = place.top + place.height;
  const grid = [
    ...ys.map(
      (y, k) =>
        element("path", { d: `M${round(left)} ${round(place.y(y))}h${round(place.width)}`, stroke: colours.rule }) +
        lettering(textY[k], { x: left - 8, y: place.y(y), fill: colours.quiet, anchor: "end" }),
    ),
    ...xs.map((x, k) => lettering(textX[k], { x: place.x(x), y: end + 16, fill: colours.quiet, anchor: "middle" })),
  ];
  const { lines, taken } = borders(chart, context, place);
  const anyEmphasis = chart.points.some((p) => p.emphasised);
  const marks = chart.points.map((p) =>
    element(
      "g",
      marked(context, p.name),
      spoken(
        `${p.name}${words.colon}${chart.x} ${fixed(p.x, 3)}${words.comma}${chart.y} ${fixed(p.y, 3)}${words.comma}${chart.kinds[p.kind].name}`,
      ),
      mark(p.kind, place.x(p.x), place.y(p.y), p.emphasised ? 6 : narrow ? 4 : 4.75, colours.mark[chart.kinds[p.kind].role], colours.paper),
    ),
  );
  const range = (values: number[]): string =>
    extent(values)
      .map((value) => fixed(value, 2))
      .join("–");
  return {
    body:
      grid.join("") +
      lines +
      marks.join("") +
      pointNames(chart.points, context, place, taken, (p) => !anyEmphasis || (p.emphasised ?? false)) +
      lettering(`↑ ${chart.y}`, { x: 0, y: 8, fill: colours.quiet }) +
      lettering(`${chart.x} →`, { x: width, y: end + 36, fill: colours.quiet, anchor: "end" }) +
      legend.draw(end + 46),
    height,
    says: `${words.kinds.plane}${words.colon}${chart.x} ${range(chart.points.map((p) => p.x))}${words.comma}${chart.y} ${range(chart.points.map((p) => p.y))}`,
  };
}

/** The borders as far as they cross the picture, each with its value at its upper end, and the names of the classes where there is room. */
function borders(chart: Plane, { colours }: Context, place: Area): { lines: string; taken: Box[] } {
  const [x0, x1] = place.domain.x;
  const [y0, y1] = place.domain.y;
  const taken: Box[] = [];
  const crossing = chart.borders.flatMap(({ value, name }) => {
    const product = value * value;
    const [from, to] = [Math.max(x0, product / y1), Math.min(x1, product / Math.max(y0, 1e-9))];
    return from < to ? [{ value, name, product, from, to }] : [];
  });
  const lines = crossing.map(({ value, product, from, to }) => {
    const points = Array.from({ length: 25 }, (_, k) => from + ((to - from) * k) / 24);
    const d = points.map((x, k) => `${k === 0 ? "M" : "L"}${round(place.x(x))} ${round(place.y(product / x))}`).join("");
    const atTop = from > x0;
    const text = `D ${fixed(value, 1)}`;
    const [x, y] = atTop ? [place.x(from), place.top - 8] : [place.left + 4, place.y(product / from) - 8];
    const wide = textWidth(text, 12);
    taken.push({ left: atTop ? x - wide / 2 : x, right: x + wide, top: y - 8, bottom: y + 8 });
    return (
      element("path", { d, fill: "none", stroke: colours.quiet, "stroke-dasharray": "2 3" }) +
      lettering(text, { x, y, fill: colours.quiet, anchor: atTop ? "middle" : "start", halo: colours.paper })
    );
  });
  const edges = crossing.filter(({ from }) => from > x0);
  const names = edges.map(({ name, from }, k) => {
    const [a, b] = [place.x(from), edges[k + 1] ? place.x(edges[k + 1].from) : place.left + place.width];
    if (textWidth(name, 11) > b - a - 8) return "";
    return lettering(name, { x: (a + b) / 2, y: place.top - 24, size: 11, fill: colours.quiet, anchor: "middle" });
  });
  return { lines: lines.join("") + names.join(""), taken };
}

/** Told apart by shape first, then by colour. */
function mark(kind: number, x: number, y: number, r: number, fill: string, stroke: string): string {
  if (kind === 0) return element("circle", { cx: x, cy: y, r, fill, stroke });
  if (kind === 2) return element("rect", { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill, stroke });
  const d = [
    `M${round(x)} ${round(y - r * 1.2)}`,
    ...[
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([dx, dy]) => `l${round(dx * r * 1.2)} ${round(dy * r * 1.2)}`),
    "z",
  ];
  return element("path", { d: d.join(""), fill, stroke });
}

/** The kinds that are there, wrapped to the width. */
function key({ kinds, points }: Plane, { colours, width }: Context) {
  let [x, y] = [0, 0];
  const items = kinds.flatMap(({ name, role }, kind) => {
    const count = points.filter((p) => p.kind === kind).length;
    if (count === 0) return [];
    const text = `${name} ${count}`;
    const needed = 18 + textWidth(text, 12);
    if (x > 0 && x + needed > width) [x, y] = [0, y + row];
    const at = { x, y };
    x += needed + 18;
    return [{ text, role, kind, at }];
  });
  const draw = (from: number): string =>
    items
      .map(
        ({ text, role, kind, at }) =>
          mark(kind, at.x + 6, from + at.y + 10, 5, colours.mark[role], colours.paper) +
          lettering(text, { x: at.x + 18, y: from + at.y + 10, fill: colours.text[role] }),
      )
      .join("");
  return { height: items.length > 0 ? y + row : 0, draw };
}
