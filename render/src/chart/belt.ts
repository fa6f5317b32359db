import { element, round } from "../svg/element.js";

type Point = readonly [number, number];
type Curve = readonly [Point, Point, Point, Point];

export type Tension = "tight" | "slack" | "broken";

/** Broken below 0.5 (the discoordinated classes), tight from 0.8 (good coordination and better), slack between. */
export const tension = (d: number): Tension => (d < 0.5 ? "broken" : d < 0.8 ? "slack" : "tight");

const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The part of a curve before t (de Casteljau). */
function before([p0, p1, p2, p3]: Curve, t: number): Curve {
  const [a, b, c] = [mix(p0, p1, t), mix(p1, p2, t), mix(p2, p3, t)];
  const [d, e] = [mix(a, b, t), mix(b, c, t)];
  return [p0, a, d, mix(d, e, t)];
}

const reversed = ([a, b, c, d]: Curve): Curve => [d, c, b, a];
const written = ([a, b, c, d]: Curve): string => `M${pair(a)}C${pair(b)} ${pair(c)} ${pair(d)}`;
const pair = (p: Point): string => `${round(p[0])} ${round(p[1])}`;

/** Degrees by which the belt leaves its wheels early. */
const slackness = (d: number): number => (d < 0.5 ? 24 : d < 0.8 ? 7 + (0.8 - d) * 50 : 0);

/** The lowest point a belt hangs to. */
export function beltBottom(y: number, radius: number, d: number, distance: number): number {
  const angle = (slackness(d) * Math.PI) / 180;
  const reach = (distance + 2 * radius * Math.sin(angle)) / 3;
  return Math.max(y + radius, y + radius * Math.cos(angle) + 0.75 * reach * Math.tan(angle));
}

interface Pulleys {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** distance of the belt from either centre */
  readonly radius: number;
}

/** A belt around two wheels. It sags under its own weight as D falls, and parts where the classes speak of discoordination. */
export function belt({ left, right, y, radius }: Pulleys, d: number, look: { stroke: string; width: number }): string {
  const state = tension(d);
  const angle = (slackness(d) * Math.PI) / 180;
  const [s, c] = [Math.sin(angle) * radius, Math.cos(angle) * radius];
  const run = (side: 1 | -1): Curve => {
    const from: Point = [left + side * s, y - side * c];
    const to: Point = [right - side * s, y - side * c];
    const reach = (to[0] - from[0]) / 3;
    const sag = reach * Math.tan(angle);
    return [from, [from[0] + reach, from[1] + sag], [to[0] - reach, to[1] + sag], to];
  };
  const upper = run(1);
  const lower = run(-1);
  const r = round(radius);
  const wrapLeft = `M${pair(upper[0])}A${r} ${r} 0 0 0 ${pair(lower[0])}`;
  const wrapRight = `M${pair(upper[3])}A${r} ${r} 0 0 1 ${pair(lower[3])}`;
  const gap = 0.26 + Math.max(0, 0.5 - d) * 0.3;
  const whole = (curve: Curve): string[] =>
    state === "broken" ? [written(before(curve, (1 - gap) / 2)), written(before(reversed(curve), (1 - gap) / 2))] : [written(curve)];
  return element("path", {
    d: [wrapLeft, wrapRight, ...whole(upper), ...whole(lower)].join(""),
    fill: "none",
    stroke: look.stroke,
    "stroke-width": look.width,
    "stroke-linecap": state === "broken" ? "round" : "butt",
    "stroke-linejoin": "round",
  });
}
