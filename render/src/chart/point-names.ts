import { lettering } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import type { Area } from "./area.js";
import { nameplate } from "./brush.js";
import type { Context } from "./context.js";
import { type Box, overlaps } from "./labels.js";

/** Room left free round a name, so that it cannot be read as that of another point. */
const air = 4;
/** Of a large crowd only those farthest out are tried: the others have no room. */
const considered = 120;

interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly emphasised?: boolean;
}

/** Names beside their points where there is room to read them: the chosen ones first, which always stand, then those farthest from the crowd. */
export function pointNames(
  points: readonly Point[],
  context: Context,
  place: Area,
  taken: readonly Box[],
  strong: (p: Point) => boolean,
): string {
  const { colours, width } = context;
  const n = Math.max(1, points.length);
  const mx = points.reduce((sum, p) => sum + place.x(p.x), 0) / n;
  const my = points.reduce((sum, p) => sum + place.y(p.y), 0) / n;
  const far = (p: Point): number => Math.abs(place.x(p.x) - mx) + Math.abs(place.y(p.y) - my);
  const order = points
    .map((point, i) => ({ point, i }))
    .sort((a, b) => Number(b.point.emphasised ?? false) - Number(a.point.emphasised ?? false) || far(b.point) - far(a.point) || a.i - b.i);
  const boxOf = (p: Point): Box => around(place.x(p.x), place.y(p.y), p.emphasised ? 7 : 5);
  const boxes = points.map((point) => ({ point, box: boxOf(point) }));
  const named: Box[] = [...taken];
  return order
    .slice(0, considered)
    .map(({ point }) => {
      const bold = point.emphasised ?? false;
      const size = bold ? 13 : 11;
      const w = textWidth(point.name, size, bold);
      const others = [...named, ...boxes.flatMap((other) => (other.point === point ? [] : [other.box]))];
      const free = (spot: Spot, room: number): boolean => !others.some((other) => overlaps(wider(spot.box, room), other));
      const spots = spotsOf(place.x(point.x), place.y(point.y), w, size, bold).filter(({ box }) => {
        const left = place.left - (bold ? air * 2 : 0);
        return box.left >= left && box.right <= width && box.top >= place.top - 8 && box.bottom <= place.top + place.height;
      });
      const spot = spots.find((one) => free(one, air)) ?? (bold ? (spots.find((one) => free(one, 0)) ?? spots[0]) : undefined);
      if (!spot) return "";
      named.push(spot.box);
      const { x, y, anchor } = spot;
      const fill = strong(point) ? colours.ink : colours.quiet;
      return nameplate(context, point.name, lettering(point.name, { x, y, size, bold, anchor, fill, halo: colours.paper }));
    })
    .join("");
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly box: Box;
}

/** Places of a name round its point: beside it, above and below; at the corners only for a name that must stand. */
function spotsOf(x: number, y: number, w: number, size: number, corners: boolean): Spot[] {
  const spot = (dx: number, dy: number, anchor: Spot["anchor"]): Spot => {
    const left = anchor === "start" ? x + dx : anchor === "end" ? x + dx - w : x - w / 2;
    return { x: x + dx, y: y + dy, anchor, box: { left, right: left + w, top: y + dy - size / 2, bottom: y + dy + size / 2 } };
  };
  const ends = [1, -1].map((side) => [side, side > 0 ? "start" : "end"] as const);
  return [
    ...ends.map(([side, anchor]) => spot(8 * side, 0, anchor)),
    ...[-13, 13].map((dy) => spot(0, dy, "middle")),
    ...(corners ? ends : []).flatMap(([side, anchor]) => [-11, 11].map((dy) => spot(6 * side, dy, anchor))),
  ];
}

const around = (x: number, y: number, r: number): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
const wider = (box: Box, room: number): Box => ({
  left: box.left - room,
  right: box.right + room,
  top: box.top - room,
  bottom: box.bottom + room,
});
