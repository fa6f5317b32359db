export type RankingRow =
  | { readonly kind: "unit"; readonly unit: number; readonly rank: number }
  | { readonly kind: "gap"; readonly after: number; readonly count: number };

/** More units than this are not all shown. */
const most = 40;
const ends = 10;

/** Units with a value from the highest down, equal values sharing a rank; of many only both ends and the chosen one. */
export function nearEnds(cells: Float64Array, chosen: number): readonly RankingRow[] {
  const order = Array.from(cells.keys())
    .filter((unit) => !Number.isNaN(cells[unit]))
    .sort((a, b) => cells[b] - cells[a] || a - b);
  const rows: RankingRow[] = [];
  let [rank, hidden] = [0, 0];
  order.forEach((unit, place) => {
    if (place === 0 || cells[unit] !== cells[order[place - 1]]) rank = place + 1;
    const shown = order.length <= most || place < ends || place >= order.length - ends || unit === chosen;
    if (!shown) {
      hidden++;
      return;
    }
    if (hidden) rows.push({ kind: "gap", after: place - hidden, count: hidden });
    hidden = 0;
    rows.push({ kind: "unit", unit, rank });
  });
  return rows;
}
