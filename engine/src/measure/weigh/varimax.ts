import { sum } from "../../ground/sums/index.js";

/**
 * Varimax rotation of loadings (one list per indicator) by plane rotations, rows brought to unit length first (Kaiser 1958).
 * Angles are taken by half-angle formulas, so no trigonometry enters. Stops when no plane turns by more than 1e-10.
 */
export function varimax(loadings: readonly (readonly number[])[]): number[][] {
  const length = loadings.map((row) => Math.sqrt(sum(row.map((one) => one * one))) || 1);
  const a = loadings.map((row, j) => row.map((one) => one / length[j]));
  const m = a[0].length;
  const p = a.length;
  for (let sweep = 0, turned = true; turned && sweep < 500; sweep++) {
    turned = false;
    for (let x = 0; x < m - 1; x++) {
      for (let y = x + 1; y < m; y++) {
        const u = a.map((row) => row[x] * row[x] - row[y] * row[y]);
        const v = a.map((row) => 2 * row[x] * row[y]);
        const [su, sv] = [sum(u), sum(v)];
        const across = 2 * (sum(u.map((one, j) => one * v[j])) - (su * sv) / p);
        const along = sum(u.map((one, j) => one * one - v[j] * v[j])) - (su * su - sv * sv) / p;
        const [cosine, sine] = quarterAngle(along, across);
        if (Math.abs(sine) < 1e-10) continue;
        turned = true;
        for (const row of a) [row[x], row[y]] = [cosine * row[x] + sine * row[y], cosine * row[y] - sine * row[x]];
      }
    }
  }
  return a.map((row, j) => row.map((one) => one * length[j]));
}

/** Cosine and sine of a quarter of the angle of (along, across). */
function quarterAngle(along: number, across: number): [number, number] {
  const size = Math.sqrt(along * along + across * across);
  if (size < 1e-14) return [1, 0];
  const [cosine, sine] = halfAngle(along / size, across / size);
  return halfAngle(cosine, sine);
}

const halfAngle = (cosine: number, sine: number): [number, number] => [
  Math.sqrt(Math.max(0, (1 + cosine) / 2)),
  (sine < 0 ? -1 : 1) * Math.sqrt(Math.max(0, (1 - cosine) / 2)),
];
