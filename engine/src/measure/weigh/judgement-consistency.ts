import { exp, ln } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import { type JudgementMatrix, principalEigen } from "./judgement-matrix.js";

/** Mean consistency index of random judgement matrices of order 1, 2, …, 15. */
export const randomIndices = {
  saaty: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  "alonso-lamata": [0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838],
} as const;
export type RandomIndex = keyof typeof randomIndices;

export interface Consistency {
  readonly lambda: number;
  readonly ci: number;
  /** null beyond order 15 */
  readonly ri: number | null;
  /** 0 up to order 2; null where there is no random index */
  readonly cr: number | null;
}

export function consistencyOf(a: JudgementMatrix, table: RandomIndex): Consistency {
  const n = a.length;
  const { lambda } = principalEigen(a);
  const ci = n < 3 ? 0 : Math.max(0, (lambda - n) / (n - 1));
  const ri = randomIndices[table][n - 1] ?? null;
  return { lambda, ci, ri, cr: n < 3 ? 0 : ri === null ? null : ci / ri };
}

export interface Advice {
  /** three places whose judgements contradict each other most: a_ij · a_jk · a_ki is farthest from 1 */
  readonly triple: readonly [number, number, number];
  readonly product: number;
  /** the judgement of the three that fits the rest of the matrix least */
  readonly judgement: readonly [number, number];
  readonly value: number;
  /** geometric mean of what all ways round give: a_ik · a_kj over the other k */
  readonly consistent: number;
}

/** Which judgement to think over; null for fewer than three. */
export function adviceFor(a: JudgementMatrix): Advice | null {
  const n = a.length;
  const l = a.map((row) => row.map(ln));
  let triple: [number, number, number] | null = null;
  let worst = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      for (let k = j + 1; k < n; k++) {
        const gap = Math.abs(l[i][j] + l[j][k] + l[k][i]);
        if (triple === null || gap > worst + 1e-12) [triple, worst] = [[i, j, k], gap];
      }
    }
  }
  if (triple === null) return null;
  const [i, j, k] = triple;
  const implied = (x: number, y: number): number => sum(l.map((row, z) => (z === x || z === y ? 0 : l[x][z] + row[y]))) / (n - 2);
  const pairs = [
    [i, j],
    [j, k],
    [i, k],
  ] as const;
  const off = pairs.map(([x, y]) => Math.abs(l[x][y] - implied(x, y)));
  const [x, y] = pairs[off.findIndex((one) => one >= Math.max(...off) - 1e-12)];
  return { triple, product: a[i][j] * a[j][k] * a[k][i], judgement: [x, y], value: a[x][y], consistent: exp(implied(x, y)) };
}
