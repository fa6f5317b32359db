interface Wanted {
  /** where the middle of the label would like to stand */
  readonly at: number;
  readonly size: number;
}

/**
 * Places for labels in one column so that none overlaps: each stays as near to its wish as the others allow
 * (pools of touching labels are centred on the mean of their wishes), inside [low, high].
 */
export function spread(wanted: readonly Wanted[], low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a].at - wanted[b].at || a - b);
  const pools: { members: number[]; size: number; start: number; wish: number }[] = [];
  const settle = (pool: { size: number; wish: number; members: number[] }): number =>
    Math.max(low, Math.min(pool.wish / pool.members.length, Math.max(low, high - pool.size)));
  for (const i of order) {
    const { at, size } = wanted[i];
    let pool = { members: [i], size, wish: at - size / 2, start: 0 };
    pool.start = settle(pool);
    for (let before = pools.at(-1); before && before.start + before.size > pool.start; before = pools.at(-1)) {
      pools.pop();
      pool = {
        members: [...before.members, ...pool.members],
        size: before.size + pool.size,
        wish: before.wish + pool.wish - before.size * pool.members.length,
        start: 0,
      };
      pool.start = settle(pool);
    }
    pools.push(pool);
  }
  const places = new Array<number>(wanted.length).fill(0);
  for (const pool of pools) {
    let top = pool.start;
    for (const i of pool.members) {
      places[i] = top + wanted[i].size / 2;
      top += wanted[i].size;
    }
  }
  return places;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
