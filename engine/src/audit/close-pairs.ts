import type { Panel } from "../table/index.js";
import type { DataAuditOptions } from "./data-audit/data-audit.method.js";
import { significant } from "./resolution.js";

/** Fewer common cells than this prove nothing about two columns. */
const fewest = 10;

export interface ClosePair {
  readonly a: number;
  readonly b: number;
  /** equal in at least `agreeShare` of their common cells, half of these with telling digits; otherwise only close */
  readonly equal: boolean;
}

/**
 * Pairs of columns, not equal throughout, that hold equal or close figures in at least `agreeShare` of the cells both have.
 * In each unit and period the columns are put in order and only neighbours compared, so no pair of columns is tried in vain.
 */
export function closePairs({ variables, values, periods, units }: Panel, rules: DataAuditOptions): ClosePair[] {
  const columns = variables.length;
  const size = periods.length * units.length;
  const equal = new Map<number, number>();
  const close = new Map<number, number>();
  const order: number[] = [];
  const row = new Float64Array(columns);
  for (let k = 0; k < size; k++) {
    order.length = 0;
    for (let v = 0; v < columns; v++) {
      row[v] = values[v * size + k];
      if (row[v] === row[v]) order.push(v);
    }
    order.sort((p, q) => row[p] - row[q] || p - q);
    for (let n = 1; n < order.length; n++) {
      const [p, q] = [order[n - 1], order[n]];
      const pair = Math.min(p, q) * columns + Math.max(p, q);
      if (row[p] === row[q] && significant(row[p]) >= rules.digits) equal.set(pair, (equal.get(pair) ?? 0) + 1);
      if (row[p] > 0 && row[q] <= row[p] * (1 + rules.nearGap)) close.set(pair, (close.get(pair) ?? 0) + 1);
    }
  }
  const present = Array.from({ length: columns }, (_, v) => {
    let count = 0;
    for (let k = v * size; k < (v + 1) * size; k++) if (values[k] === values[k]) count++;
    return count;
  });
  const found: ClosePair[] = [];
  for (const pair of new Set([...equal.keys(), ...close.keys()])) {
    const [a, b] = [Math.floor(pair / columns), pair % columns];
    const most = Math.max(equal.get(pair) ?? 0, close.get(pair) ?? 0);
    if (most < rules.agreeShare * Math.max(present[a] + present[b] - size, fewest)) continue;
    let both = 0;
    let differ = 0;
    for (let k = 0; k < size; k++) {
      const [x, y] = [values[a * size + k], values[b * size + k]];
      if (x !== x || y !== y) continue;
      both++;
      if (x !== y) differ++;
    }
    if (both < fewest || differ === 0 || most < rules.agreeShare * both) continue;
    const agreeing = both - differ;
    found.push({ a, b, equal: agreeing >= rules.agreeShare * both && (equal.get(pair) ?? 0) >= agreeing / 2 });
  }
  return found.sort((p, q) => p.a - q.a || p.b - q.b);
}
