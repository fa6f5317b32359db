import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, round, spoken } from "../svg/element.js";
import { hatchPattern } from "../svg/hatch.js";
import { textWidth, wrap } from "../text/measure.js";
import { fixed } from "../text/number.js";
import { type Context, type Drawing, isNarrow } from "./context.js";
import { spread } from "./labels.js";

type Pyramid = Extract<Chart, { kind: "pyramid" }>;
type Layer = Pyramid["layers"][number];
const line = 16;

/** Layers as bars about one axis, the lowest at the bottom; those in the band in colour, with a bracket and the share beside. */
export function pyramid(chart: Pyramid, context: Context): Drawing {
  const { colours, width, words } = context;
  const narrow = isNarrow(width);
  const { layers, band } = chart;
  const top = 24;
  const step = context.height ? Math.max(12, (context.height - top - 34) / Math.max(1, layers.length)) : narrow ? 22 : 26;
  const floor = top + step * layers.length;
  const labels = layers.map(nameOf);
  const left = Math.max(textWidth(chart.unit, 12), ...labels.map((text) => textWidth(text, 12))) + 10;
  const sides = sidesOf(chart, floor, step);
  const captions = narrow ? [] : sides.map((side) => ({ ...side, lines: [...wrap(side.name, 13, 170), side.value] }));
  const right = narrow ? 0 : 16 + Math.max(0, ...captions.flatMap(({ lines }) => lines.map((text) => textWidth(text, 13, true))));
  const share = (layer: Layer): string => (layer.share === null ? words.noValue : `${fixed(layer.share * 100, 1)}%`);
  const room = Math.max(0, ...layers.map((layer) => textWidth(share(layer), 11))) + 8;
  const middle = left + (width - left - right) / 2;
  const reach = (width - left - right) / 2 - room;
  const most = Math.max(1e-9, ...layers.flatMap(({ share, before }) => [share ?? 0, before ?? 0]));
  const half = (value: number | null | undefined): number => (Math.max(0, value ?? 0) / most) * reach;
  const colour = colours.mark[chart.role];
  const hatch = `${context.id}-hatch`;

  let open = false;
  const bars = layers.map((layer, k) => {
    const wide = half(layer.share);
    const y = floor - step * (k + 1);
    const bar = (from: number, to: number, fill: string): string =>
      to > from
        ? element("rect", { x: middle - wide, y: y + step * (1 - to) + 0.5, width: 2 * wide, height: step * (to - from) - 1, fill })
        : "";
    const [from, to] = inBand(layer, band);
    const unsure = layer.to === null && to > from;
    open ||= unsure;
    return element(
      "g",
      {},
      spoken(`${labels[k]}${words.colon}${share(layer)}`),
      bar(0, from, colours.faint),
      bar(from, to, colour) + (unsure ? bar(from, to, `url(#${hatch})`) : ""),
      bar(to, 1, colours.faint),
      lettering(share(layer), {
        x: middle + Math.max(wide, half(layer.before)) + 6,
        y: y + step / 2,
        size: 11,
        fill: to > from ? colours.text[chart.role] : colours.quiet,
      }),
    );
  });
  const names = labels.map((text, k) => lettering(text, { x: left - 10, y: floor - step * (k + 0.5), fill: colours.ink, anchor: "end" }));
  const axis = element("path", { d: `M${round(middle)} ${top}V${round(floor)}`, stroke: colours.paper });
  const places = spread(
    captions.map(({ from, to, lines }) => ({ at: (from + to) / 2, size: lines.length * line + 4 })),
    0,
    floor + 10,
  );
  const edge = width - right;
  const beside = captions.map(({ from, to, lines, fill }, k) => {
    const x = edge + 4;
    const bracket = element("path", {
      d: `M${round(x - 4)} ${round(to + 2)}H${round(x)}V${round(from - 2)}H${round(x - 4)}`,
      stroke: colours.quiet,
      fill: "none",
    });
    return (
      bracket +
      lines
        .map((text, row) =>
          lettering(text, {
            x: x + 8,
            y: places[k] + (row - (lines.length - 1) / 2) * line,
            size: 13,
            fill: fill ? colours.text[chart.role] : colours.quiet,
            bold: row === lines.length - 1,
          }),
        )
        .join("")
    );
  });
  const earlier = chart.outline ? outline(layers, { middle, floor, step, half }, colours.ink) : "";
  const under = narrow ? sides.map(({ name, value, fill }) => ({ text: `${name} ${value}`, fill })) : [];
  const key = under.map(({ text, fill }, k) => {
    const y = floor + 20 + k * 20;
    return (
      element("rect", { x: left, y: y - 6, width: 12, height: 12, fill: fill ? colour : colours.faint }) +
      lettering(text, { x: left + 18, y, fill: fill ? colours.text[chart.role] : colours.quiet, bold: fill })
    );
  });
  const bottom = floor + under.length * 20;
  if (chart.outline) {
    key.push(
      element("path", { d: `M${round(left - 3)} ${round(bottom + 20)}h18`, stroke: colours.ink, "stroke-width": 1.25 }) +
        lettering(chart.outline, { x: left + 18, y: bottom + 20, fill: colours.ink }),
    );
  }
  return {
    body:
      lettering(chart.unit, { x: left - 10, y: 10, fill: colours.quiet, anchor: "end" }) +
      bars.join("") +
      axis +
      earlier +
      names.join("") +
      beside.join("") +
      key.join(""),
    height: bottom + (chart.outline ? 34 : 12),
    defs: open ? hatchPattern(hatch, colours.paper) : undefined,
    says: `${words.kinds.pyramid}${words.colon}${[chart.below, chart.middle, chart.above].map(({ name, value }) => `${name} ${value}`).join(words.comma)}`,
  };
}

const nameOf = ({ from, to }: Layer): string => (to === null ? `≥ ${from}` : `${from}–${to}`);

/** The part of a layer's thickness that lies in the band; of the open layer, all of it when the band reaches into it. */
function inBand({ from, to }: Layer, band: Pyramid["band"]): readonly [number, number] {
  if (to === null) return [0, band.to > from && band.from <= from ? 1 : 0];
  const at = (value: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)));
  return at(band.to) > at(band.from) ? [at(band.from), at(band.to)] : [0, 0];
}

/** Below, in and above the band: where each begins and ends on the page; what has no thickness is left out. */
function sidesOf(chart: Pyramid, floor: number, step: number) {
  const height = (value: number): number => {
    const k = chart.layers.findIndex(({ to }) => to === null || value < to);
    if (k < 0) return chart.layers.length;
    const { from, to } = chart.layers[k];
    return to === null ? (value > from ? k + 0.5 : k) : k + Math.max(0, (value - from) / (to - from));
  };
  const [low, high, all] = [height(chart.band.from), height(chart.band.to), chart.layers.length];
  const y = (layers: number): number => floor - step * layers;
  return [
    { ...chart.above, from: y(high), to: y(all), fill: false },
    { ...chart.middle, from: y(low), to: y(high), fill: true },
    { ...chart.below, from: y(0), to: y(low), fill: false },
  ].filter(({ from, to }) => from - to > 1);
}

interface Frame {
  readonly middle: number;
  readonly floor: number;
  readonly step: number;
  readonly half: (share: number | null | undefined) => number;
}

/** The silhouette of an earlier period. */
function outline(layers: readonly Layer[], { middle, floor, step, half }: Frame, stroke: string): string {
  const side = (sign: 1 | -1): string =>
    layers.map(({ before }, k) => `H${round(middle + sign * half(before))}V${round(floor - step * (k + 1))}`).join("");
  const d = ([1, -1] as const).map((sign) => `M${round(middle)} ${round(floor)}${side(sign)}H${round(middle)}`).join("");
  return element("path", { d, fill: "none", stroke, "stroke-width": 1.25 });
}
