import { exp } from "../../ground/elementary/index.js";

/**
 * ∫ f over (0, 1) by the double exponential rule (Takahasi & Mori 1974): exact to rounding for smooth functions, also where f or its slope
 * is infinite at an end. f is given p and 1 − p, both to all their digits. NaN where f is.
 */
export function unitIntegral(f: (p: number, rest: number) => number): number {
  let step = 0.5;
  let total = row(f, 0, step);
  for (let level = 0; level < 7; level++) {
    const before = total * step;
    total += row(f, step / 2, step);
    step /= 2;
    if (Math.abs(total * step - before) <= 1e-14 * Math.abs(before)) break;
  }
  return total * step;
}

/** Σ f p′ at start + k·step on both sides of 0, where p = 1/(1 + exp(−π sinh t)). */
function row(f: (p: number, rest: number) => number, start: number, step: number): number {
  let total = 0;
  for (let t = start; t < 3.6; t += step) {
    const up = exp(t);
    const tail = exp((-Math.PI * (up - 1 / up)) / 2);
    const [small, large] = [tail / (1 + tail), 1 / (1 + tail)];
    const weight = ((Math.PI * (up + 1 / up)) / 2) * small * large;
    total += t === 0 ? weight * f(0.5, 0.5) : weight * (f(large, small) + f(small, large));
  }
  return total;
}
