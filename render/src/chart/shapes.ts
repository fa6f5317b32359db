import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { textWidth } from "../text/measure.js";
import { isChosen, marked, nameplate } from "./brush.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { type Box, overlaps } from "./labels.js";
import { shade } from "./shade.js";

type Shapes = Extract<Chart, { kind: "shapes" }>;
type Shape = Shapes["shapes"][number];

/** The reader's own map, shaded in seven steps; names where there is room for them, the chosen one always. */
export function shapes(chart: Shapes, context: Context): Drawing {
  const { colours, width, words } = context;
  const scale = shade(
    chart.shapes.map(({ value }) => value),
    chart,
    context,
  );
  const hatch = `${context.id}-hatch`;
  const height = Math.min(context.height ?? 640, width * chart.ratio);
  const size = height / chart.ratio;
  const left = (width - size) / 2;
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [left + x * size, y * size];
  const pathOf = ({ rings }: Shape): string =>
    rings.map((ring) => `${ring.map((point, k) => `${k === 0 ? "M" : "L"}${at(point).map(round).join(" ")}`).join("")}Z`).join("");
  const order = [...chart.shapes].sort((a, b) => Number(isChosen(context, a.name)) - Number(isChosen(context, b.name)));
  const drawn = order.map((one) => {
    const { name, value } = one;
    const chosen = isChosen(context, name);
    return element(
      "g",
      marked(context, name),
      spoken(`${name}${words.colon}${value === null ? words.noValue : scale.written(value)}`),
      element("path", {
        d: pathOf(one),
        "fill-rule": "evenodd",
        fill: value === null ? `url(#${hatch})` : scale.fill(value),
        stroke: chosen ? colours.ink : colours.paper,
        "stroke-width": chosen ? 2.5 : 0.75,
        "stroke-linejoin": "round",
        "pointer-events": "all",
      }),
    );
  });
  const gaps = chart.shapes.some(({ value }) => value === null);
  return {
    body: drawn.join("") + names(chart.shapes, at, context) + scale.key(0, height + 14, width),
    height: height + 14 + 18,
    defs: gaps ? hatchPattern(hatch, colours.faint) : undefined,
    says: `${words.kinds.shapes}, ${chart.shapes.length}${words.colon}${scale.range}`,
  };
}

/** Names at the middles of the largest parts, those of large shapes first, none over another. */
function names(all: readonly Shape[], at: (point: readonly [number, number]) => readonly [number, number], context: Context): string {
  const { colours, width } = context;
  const size = isNarrow(width) ? 10 : 11;
  const places = all.flatMap((one) => {
    const largest = one.rings.map((ring) => ({ ring, box: boxOf(ring.map(at)) })).sort((a, b) => areaOf(b.box) - areaOf(a.box))[0];
    return largest ? [{ one, box: largest.box, chosen: isChosen(context, one.name) }] : [];
  });
  const taken: Box[] = [];
  return places
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || areaOf(b.box) - areaOf(a.box))
    .map(({ one: { name }, box, chosen }) => {
      const half = textWidth(name, size, chosen) / 2 + 2;
      const x = Math.max(half, Math.min(width - half, (box.left + box.right) / 2));
      const y = (box.top + box.bottom) / 2;
      const own = { left: x - half, right: x + half, top: y - size / 2 - 1, bottom: y + size / 2 + 1 };
      const roomy = box.right - box.left > half * 1.6 && box.bottom - box.top > size;
      if (!chosen && (!roomy || taken.some((other) => overlaps(own, other)))) return "";
      taken.push(own);
      return nameplate(
        context,
        name,
        lettering(name, { x, y, size, fill: colours.ink, halo: colours.paper, anchor: "middle", bold: chosen }),
      );
    })
    .join("");
}

const areaOf = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top);

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
