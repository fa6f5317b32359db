import { Stream } from "../random/index.js";
import { mean } from "../sums/index.js";

/**
 * Morris trajectories: each starts at a grid point and moves every input once, in random order, by Δ = p/(2(p−1)); d + 1 points each
 * (Morris 1991, doi:10.1080/00401706.1991.10484804).
 * @param levels p, an even number of grid levels on [0, 1]
 */
export function morrisTrajectories(count: number, d: number, levels: number, seed: number): Float64Array[][] {
  const half = levels / 2;
  return Array.from({ length: count }, (_, r) => {
    const stream = new Stream(seed, 0, r);
    const at = Array.from({ length: d }, () => stream.below(half));
    const up = Array.from({ length: d }, () => stream.below(2) === 1);
    const point = (): Float64Array => Float64Array.from(at, (level) => level / (levels - 1));
    for (let k = 0; k < d; k++) if (!up[k]) at[k] += half;
    const path = [point()];
    for (const k of stream.permutation(d)) {
      at[k] += up[k] ? half : -half;
      path.push(point());
    }
    return path;
  });
}

export interface ElementaryEffects {
  /** mean of the effects: their signs may cancel */
  readonly mu: number;
  /** mean of their sizes (Campolongo, Cariboni & Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004) */
  readonly muStar: number;
  /** standard deviation, n − 1: interaction or curvature; 0 for a single trajectory */
  readonly sigma: number;
}

/** Effects of every input from the values along the trajectories. */
export function elementaryEffects(
  trajectories: readonly (readonly Float64Array[])[],
  y: readonly (readonly number[])[],
): ElementaryEffects[] {
  const d = trajectories[0][0].length;
  const effects = Array.from({ length: d }, (): number[] => []);
  trajectories.forEach((path, r) => {
    for (let s = 1; s < path.length; s++) {
      const k = path[s].findIndex((x, j) => x !== path[s - 1][j]);
      effects[k].push((y[r][s] - y[r][s - 1]) / (path[s][k] - path[s - 1][k]));
    }
  });
  return effects.map((all) => {
    const mu = mean(all);
    const squares = all.map((one) => (one - mu) * (one - mu));
    return { mu, muStar: mean(all.map(Math.abs)), sigma: all.length > 1 ? Math.sqrt((mean(squares) * all.length) / (all.length - 1)) : 0 };
  });
}
