/**
 * Nearest neighbours: x̂ᵢⱼ is the average over the k units nearest to i that have j, in the same period; distance is the root mean square
 * difference over the columns both have, each divided by its standard deviation (n − 1) in that period.
 * Source: Troyanskaya et al. (2001), doi:10.1093/bioinformatics/17.6.520, with distances over shared columns.
 * Fails never; a cell whose unit shares too few columns with every unit that has the indicator stays missing, with a warning.
 */
import { dot, mean, sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { offset, type Panel } from "../../../table/index.js";
import { fillCells } from "../fill-cells.js";
import { type KnnFillOptions, knnFillCard } from "./knn-fill.method.js";

/**
 * @param data indicators in natural units; a constant column tells no unit from another and does not count
 * @param options k, average, shared, never
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the neighbours of each cell, nearest first
 */
export function knnFill(data: Panel, options: Partial<KnnFillOptions> = {}): Result<Panel> {
  const chosen = settle(knnFillCard, options);
  const standard = standardised(data);
  const known = new Map<number, Float64Array>();
  const distances = (t: number, i: number): Float64Array => {
    const key = t * data.units.length + i;
    const found = known.get(key) ?? distancesFrom(standard[t], i, chosen.shared);
    known.set(key, found);
    return found;
  };
  const filled = fillCells(data, chosen.never, `${chosen.k} nearest`, (v, t) => {
    const start = offset(data, v, t, 0);
    const givers = Array.from(data.units.keys()).filter((h) => data.values[start + h] === data.values[start + h]);
    return (i) => {
      const far = distances(t, i);
      const near = givers
        .filter((h) => far[h] === far[h])
        .sort((a, b) => far[a] - far[b] || a - b)
        .slice(0, chosen.k);
      if (near.length === 0) return null;
      const flags = near.reduce((bits, h) => bits | data.flags[start + h], 0);
      const from = near.map((h) => data.units[h].code).join(" ");
      return { value: averageOf(near, far, data.values, start, chosen.average), donors: near.length, from, flags };
    };
  });
  return result(knnFillCard, { options: chosen, ...filled });
}

function averageOf(
  near: readonly number[],
  far: Float64Array,
  values: Float64Array,
  start: number,
  average: KnnFillOptions["average"],
): number {
  const lent = Float64Array.from(near, (h) => values[start + h]);
  if (average === "equal") return mean(lent);
  const twins = lent.filter((_, k) => far[near[k]] === 0);
  if (twins.length) return mean(twins);
  const weights = Float64Array.from(near, (h) => 1 / far[h]);
  return dot(weights, lent) / sum(weights);
}

/** Every period's columns over their standard deviations, column by column; constant and lone columns are left out. */
function standardised(data: Panel): Float64Array[][] {
  return data.periods.map((_, t) =>
    data.variables.flatMap((_, v) => {
      const start = offset(data, v, t, 0);
      const x = data.values.subarray(start, start + data.units.length);
      const there = x.filter((one) => one === one);
      const centre = mean(there);
      const away = there.map((one) => one - centre);
      const spread = Math.sqrt(dot(away, away) / (there.length - 1));
      return spread > 0 ? [x.map((one) => one / spread)] : [];
    }),
  );
}

/** Distances of all units from one; missing where too few columns are shared, and to itself. */
function distancesFrom(columns: readonly Float64Array[], i: number, shared: number): Float64Array {
  const size = columns[0]?.length ?? 0;
  const squares = new Float64Array(size);
  const counts = new Uint32Array(size);
  for (const x of columns) {
    const own = x[i];
    if (own !== own) continue;
    for (let h = 0; h < size; h++) {
      const apart = x[h] - own;
      if (apart !== apart) continue;
      squares[h] += apart * apart;
      counts[h]++;
    }
  }
  return squares.map((square, h) => (h !== i && counts[h] >= shared ? Math.sqrt(square / counts[h]) : Number.NaN));
}
