/** Every combination of levels once, the last input fastest: points at the middle of their level, so ⌊u·k⌋ is the level. */
export function factorial(levels: readonly number[]): Float64Array[] {
  const total = levels.reduce((product, k) => product * k, 1);
  return Array.from({ length: total }, (_, i) => {
    const point = new Float64Array(levels.length);
    let rest = i;
    for (let k = levels.length - 1; k >= 0; k--) {
      point[k] = ((rest % levels[k]) + 0.5) / levels[k];
      rest = Math.floor(rest / levels[k]);
    }
    return point;
  });
}

/** The level a number of [0, 1) stands for among k equally likely ones: ⌊u·k⌋. */
export const levelOf = (u: number, k: number): number => Math.min(k - 1, Math.floor(u * k));
