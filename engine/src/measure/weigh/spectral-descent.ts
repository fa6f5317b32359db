import { dot } from "../../ground/sums/index.js";

export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * Least value of a smooth function over a convex set, from one start: spectral projected gradient with a non-monotone line search
 * (Birgin, Martínez & Raydan 2000). A value of Infinity marks a point that must not be entered.
 */
export function spectralDescent(
  at: (x: readonly number[]) => Slope,
  project: (x: readonly number[]) => number[],
  start: readonly number[],
): { readonly x: readonly number[]; readonly value: number; readonly steps: number } {
  let x = project(start);
  let here = at(x);
  let best = { x, value: here.value };
  const recent = [here.value];
  let length = 1;
  for (let step = 0; step < 3000; step++) {
    if (!Number.isFinite(here.value)) return { ...best, steps: step };
    const full = moved(x, here.gradient, -1);
    if (Math.max(...project(full).map((one, k) => Math.abs(one - x[k]))) < 1e-12) return { ...best, steps: step };
    const towards = project(moved(x, here.gradient, -length)).map((one, k) => one - x[k]);
    const slope = dot(here.gradient, towards);
    const ceiling = Math.max(...recent);
    let share = 1;
    let next = moved(x, towards, 1);
    let there = at(next);
    while (!(there.value <= ceiling + 1e-4 * share * slope) && share > 1e-14) {
      share /= 2;
      next = moved(x, towards, share);
      there = at(next);
    }
    if (share <= 1e-14) return { ...best, steps: step };
    const s = next.map((one, k) => one - x[k]);
    const y = there.gradient.map((one, k) => one - here.gradient[k]);
    const curvature = dot(s, y);
    length = curvature > 0 ? Math.min(1e10, Math.max(1e-10, dot(s, s) / curvature)) : 1e10;
    [x, here] = [next, there];
    if (here.value < best.value) best = { x, value: here.value };
    recent.push(here.value);
    if (recent.length > 10) recent.shift();
  }
  return { ...best, steps: 3000 };
}

const moved = (x: readonly number[], along: readonly number[], by: number): number[] => x.map((one, k) => one + by * along[k]);
