import { element, round } from "../svg/element.js";

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly thickness: number;
  /** degrees left open between two arcs */
  readonly gap: number;
}

const point = ({ x, y, radius }: Ring, degrees: number): string => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
};

/** An arc of a ring from one angle to another, clockwise, 0 at the top. */
export function arc(ring: Ring, from: number, to: number, stroke: string): string {
  const large = to - from > 180 ? 1 : 0;
  const radius = round(ring.radius);
  return element("path", {
    d: `M${point(ring, from)}A${radius} ${radius} 0 ${large} 1 ${point(ring, to)}`,
    fill: "none",
    stroke,
    "stroke-width": ring.thickness,
  });
}

/** A ring of equal sectors: in each a quiet track, and over it an arc as long as its share. */
export function ring(shape: Ring, shares: readonly { share: number; colour: string; says: string }[], track: string): string {
  const sector = 360 / Math.max(1, shares.length);
  return shares
    .map(({ share, colour, says }, i) => {
      const from = i * sector + shape.gap / 2;
      const room = sector - shape.gap;
      const length = Math.max(0, Math.min(1, share)) * room;
      return element("g", {}, says, arc(shape, from, from + room, track), length > 0.5 ? arc(shape, from, from + length, colour) : "");
    })
    .join("");
}
