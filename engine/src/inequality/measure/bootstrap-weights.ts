import { Stream } from "../../ground/random/index.js";
import type { Design } from "../survey-variance.js";

/**
 * Weights of one bootstrap replicate after another (Rao, Wu & Yue 1992): in every stratum n − 1 of its n sampling units are drawn with
 * replacement, a unit drawn k times counts k·n/(n − 1) times; the unit of a stratum of one stays as it is.
 * The same seed gives the same replicates; replicate b does not depend on those before it.
 */
export function bootstrapWeights(weights: Float64Array, { psu, stratumOf, strata }: Design, seed: number) {
  const units = unitsByStratum(stratumOf, strata);
  const most = units.reduce((a, one) => Math.max(a, one.length), 1);
  const drawn = new Uint32Array(most);
  const times = new Float64Array(stratumOf.length);
  const out = new Float64Array(weights.length);
  return (replicate: number): Float64Array => {
    const stream = new Stream(seed, 0, replicate);
    times.fill(0);
    for (const unit of units) {
      const n = unit.length;
      if (n === 1) {
        times[unit[0]] = 1;
        continue;
      }
      stream.resample(n, drawn.subarray(0, n - 1));
      for (let k = 0; k < n - 1; k++) times[unit[drawn[k]]]++;
      for (let k = 0; k < n; k++) times[unit[k]] *= n / (n - 1);
    }
    for (let i = 0; i < out.length; i++) out[i] = weights[i] * times[psu[i]];
    return out;
  };
}

function unitsByStratum(stratumOf: Uint32Array, strata: number): Uint32Array[] {
  const sizes = new Uint32Array(strata);
  for (const h of stratumOf) sizes[h]++;
  const units = Array.from(sizes, (n) => new Uint32Array(n));
  sizes.fill(0);
  stratumOf.forEach((h, c) => {
    units[h][sizes[h]++] = c;
  });
  return units;
}
