import { exp, ln } from "../../ground/elementary/index.js";
import { Fault } from "../../ground/fault/index.js";
import { dot, sum } from "../../ground/sums/index.js";
import { quote } from "../../ground/words/index.js";

export type JudgementMatrix = readonly (readonly number[])[];

/**
 * Numbers of a judgement matrix from what was written: 3, 0.333333 or "1/3". Checked for size, diagonal and
 * reciprocity; of two reciprocal cells the one above 1 counts, so that a fraction typed with few digits loses nothing.
 */
export function readJudgements(
  written: readonly (readonly (number | string)[])[],
  children: readonly string[],
  place: string,
  tolerance: number,
): JudgementMatrix {
  const n = children.length;
  const uneven = written.findIndex((row) => row.length !== n);
  if (written.length !== n || uneven >= 0) throw sizeFault(place, written.length, uneven < 0 ? n : written[uneven].length, children);
  const a = written.map((row) => row.map(numberFrom));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (
        !(a[i][j] > 0 && Number.isFinite(a[i][j]) && Number.isFinite(a[j][i]) && a[j][i] > 0) ||
        Math.abs(a[i][j] * a[j][i] - 1) > tolerance
      )
        throw reciprocityFault(place, children[i], children[j], written[i][j], written[j][i], i === j);
    }
  }
  return a.map((row, i) => row.map((one, j) => (i === j ? 1 : one < 1 ? 1 / a[j][i] : one)));
}

function numberFrom(written: number | string): number {
  if (typeof written === "number") return written;
  const [above, below] = written.split("/").map(Number);
  return below === undefined ? above : above / below;
}

/** Cell by cell the geometric mean of several experts (Aczél & Saaty 1983: the only mean that keeps reciprocity). */
export function meanJudgements(all: readonly JudgementMatrix[], weights: readonly number[]): JudgementMatrix {
  const total = sum(weights);
  return all[0].map((row, i) => row.map((_, j) => exp(sum(all.map((a, k) => (weights[k] / total) * ln(a[i][j]))))));
}

/** Largest eigenvalue of a positive matrix and its vector with sum 1, by power iteration. */
export function principalEigen(a: JudgementMatrix): { lambda: number; vector: number[] } {
  const n = a.length;
  let vector = a.map(() => 1 / n);
  let lambda = n;
  for (let step = 0; step < 10000; step++) {
    const next = a.map((row) => dot(row, vector));
    lambda = sum(next);
    const unit = next.map((one) => one / lambda);
    const moved = Math.max(...unit.map((one, i) => Math.abs(one - vector[i])));
    vector = unit;
    if (moved < 1e-15) break;
  }
  return { lambda, vector };
}

export function solveJudgements(a: JudgementMatrix, how: "eigenvector" | "geometric-row" | "column-mean"): number[] {
  if (how === "eigenvector") return principalEigen(a).vector;
  const n = a.length;
  if (how === "geometric-row") {
    const rows = a.map((row) => exp(sum(row.map(ln)) / n));
    return rows.map((one) => one / sum(rows));
  }
  const columns = a.map((_, j) => sum(a.map((row) => row[j])));
  return a.map((row) => sum(row.map((one, j) => one / columns[j])) / n);
}

const sizeFault = (place: string, rows: number, columns: number, children: readonly string[]): Fault =>
  new Fault({
    code: "judgements-size",
    place: { path: place },
    found: { en: `${rows} rows and a row of ${columns}`, zh: `共 ${rows} 行，其中一行有 ${columns} 个数` },
    expected: {
      en: `expected ${children.length} × ${children.length}, in this order: ${children.join(", ")}`,
      zh: `应为 ${children.length} × ${children.length}，次序为：${children.join("、")}`,
    },
    next: { en: "compare every weighted child with every other", zh: "请对每个计入权重的下级两两比较" },
  });

const reciprocityFault = (place: string, one: string, other: string, value: unknown, back: unknown, same: boolean): Fault =>
  new Fault({
    code: "judgements-not-reciprocal",
    place: { path: `${place}, ${one} / ${other}` },
    found: same
      ? { en: `${one} against itself is ${quote(value)}`, zh: `${one} 与自身相比为 ${quote(value)}` }
      : {
          en: `${one} / ${other} is ${quote(value)} and ${other} / ${one} is ${quote(back)}`,
          zh: `${one} / ${other} 为 ${quote(value)}，而 ${other} / ${one} 为 ${quote(back)}`,
        },
    expected: same
      ? { en: "expected 1 on the diagonal", zh: "对角线应为 1" }
      : { en: "expected positive numbers of which one is 1 over the other", zh: "应为互为倒数的正数" },
    next: { en: 'write fractions as "1/3" rather than 0.33', zh: '分数请写成 "1/3"，不要写 0.33' },
  });
