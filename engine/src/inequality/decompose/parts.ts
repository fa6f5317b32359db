import { Fault } from "../../ground/fault/index.js";
import { type Panel, series } from "../../table/index.js";
import { rowsAsGiven } from "../rows.js";

/** Columns by their names, all of the same rows. */
export type Parts = Readonly<Record<string, ArrayLike<number>>>;

/** The variables of a panel as columns by their ids. */
export const partsOf = (p: Panel): Parts => Object.fromEntries(p.variables.map(({ id }, v) => [id, series(p, v)]));

/** The rows that have every column and a positive weight, in the order given. */
export interface CompleteParts {
  readonly names: readonly string[];
  /** one array a column */
  readonly parts: readonly Float64Array[];
  /** share of each row in the total weight */
  readonly p: Float64Array;
  /** original row numbers */
  readonly row: Uint32Array;
  readonly n: number;
  readonly dropped: number;
  /** total weight */
  readonly weight: number;
}

/** Rows with a column missing are left out. Throws a Fault on columns of different lengths, infinite values, bad weights or no rows. */
export function completeParts(columns: Parts, weights?: ArrayLike<number>): CompleteParts {
  const names = Object.keys(columns);
  const length = columns[names[0]]?.length ?? 0;
  const uneven = names.find((name) => columns[name].length !== length);
  if (uneven !== undefined) throw lengthFault(uneven, columns[uneven].length, length);
  // sizes, so that two infinities do not cancel: the sum is missing or infinite where a term is
  const present = new Float64Array(length);
  for (const name of names) for (let i = 0; i < length; i++) present[i] += Math.abs(columns[name][i]) / names.length;
  const { row, p, n, dropped, total } = rowsAsGiven(present, weights);
  return { names, parts: names.map((name) => Float64Array.from(row, (i) => columns[name][i])), p, row, n, dropped, weight: total };
}

/** The complete rows of an outcome and the columns that explain it. */
export function outcomeAndParts(outcome: ArrayLike<number>, columns: Parts, weights?: ArrayLike<number>) {
  const names = Object.keys(columns);
  // keys of letters keep their order, whatever the columns are called
  const keyed = Object.fromEntries([["y", outcome] as const, ...names.map((name, k) => [`x${k}`, columns[name]] as const)]);
  const { parts, ...rows } = completeParts(keyed, weights);
  const [y, ...x] = parts;
  return { ...rows, names, y, x };
}

/** Row by row the compensated sum of the columns. */
export function totalOf(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(parts[0]?.length ?? 0);
  for (let i = 0; i < total.length; i++) {
    let [whole, lost] = [0, 0];
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k][i];
      const next = whole + part;
      lost += Math.abs(whole) >= Math.abs(part) ? whole - next + part : part - next + whole;
      whole = next;
    }
    total[i] = whole + lost;
  }
  return total;
}

const lengthFault = (name: string, found: number, wanted: number): Fault =>
  new Fault({
    code: "bad-columns",
    place: { path: name },
    found: { en: `${found} rows in "${name}"`, zh: `“${name}”有 ${found} 行` },
    expected: { en: `expected ${wanted} rows, as in the first column`, zh: `应与首列相同，为 ${wanted} 行` },
    next: { en: "give every column one number a row, NaN for missing", zh: "请使各列每行一个数，缺失为 NaN" },
  });
