export type Point = readonly [number, number];

/** The ring with points left out that lie within a distance of the line through those that stay (Douglas–Peucker). */
export function simplify(ring: readonly Point[], tolerance: number): Point[] {
  if (ring.length < 5) return [...ring];
  const kept = new Uint8Array(ring.length);
  kept[0] = kept[ring.length - 1] = 1;
  // a closed ring has its ends in one place: it is cut at the point farthest from them
  const far = farthest(ring, 0, ring.length - 1);
  kept[far.at] = 1;
  const open: [number, number][] = [
    [0, far.at],
    [far.at, ring.length - 1],
  ];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    if (to - from < 2) continue;
    const { at, distance } = farthest(ring, from, to);
    if (distance <= tolerance) continue;
    kept[at] = 1;
    open.push([from, at], [at, to]);
  }
  return ring.filter((_, k) => kept[k] === 1);
}

function farthest(ring: readonly Point[], from: number, to: number): { readonly at: number; readonly distance: number } {
  const [[x0, y0], [x1, y1]] = [ring[from], ring[to]];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  let [at, most] = [from + 1, -1];
  for (let k = from + 1; k < to; k++) {
    const [x, y] = ring[k];
    const distance = length === 0 ? Math.hypot(x - x0, y - y0) : Math.abs(dy * (x - x0) - dx * (y - y0)) / length;
    if (distance > most) [at, most] = [k, distance];
  }
  return { at, distance: most };
}

/** Twice the area a ring encloses. */
export function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach(([x, y], k) => {
    const [a, b] = ring[(k + 1) % ring.length];
    sum += x * b - a * y;
  });
  return Math.abs(sum);
}
