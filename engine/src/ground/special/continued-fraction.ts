const tiny = 1e-300;
const most = 100_000;

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method as modified by Thompson & Barnett 1986 (doi:10.1016/0021-9991(86)90046-X). */
export function continuedFraction(first: number, term: (k: number) => readonly [a: number, b: number]): number {
  let value = first === 0 ? tiny : first;
  let c = value;
  let d = 0;
  for (let k = 1; k < most; k++) {
    const [a, b] = term(k);
    d = b + a * d;
    if (d === 0) d = tiny;
    c = b + a / c;
    if (c === 0) c = tiny;
    d = 1 / d;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 2.3e-16) break;
  }
  return value;
}
