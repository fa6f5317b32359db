import { CholeskyDecomposition, EigenvalueDecomposition, LuDecomposition, Matrix as Peer, QrDecomposition, SVD } from "ml-matrix";
import { Fault } from "../fault/index.js";
import { type Matrix, shapeFault } from "./dense.js";

const epsilon = Number.EPSILON;

const toPeer = ({ rows, columns, values }: Matrix, scale: (i: number, j: number) => number = () => 1): Peer => {
  const out = new Peer(rows, columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out.set(i, j, values[i * columns + j] * scale(i, j));
  return out;
};
const fromPeer = (peer: Peer): Matrix => ({ rows: peer.rows, columns: peer.columns, values: Float64Array.from(peer.to1DArray()) });

const each = (n: number, make: (k: number) => number): Float64Array => Float64Array.from({ length: n }, (_, k) => make(k));

/** The matrix brought to an ordinary size where squares neither overflow nor vanish; entries far below rounding become 0. */
function tamed(a: Matrix): { peer: Peer; size: number } {
  const largest = largestSize(a.values.length, (k) => a.values[k]);
  const size = largest > 0 && (largest > 1e100 || largest < 1e-100) ? largest : 1;
  return { peer: toPeer({ ...a, values: a.values.map((value) => (Math.abs(value) < largest * 1e-100 ? 0 : value / size)) }), size };
}

/** Places of the numbers from the largest to the smallest; equal ones keep their order. */
const descending = (values: ArrayLike<number>): number[] => Array.from(values, (_, k) => k).sort((a, b) => values[b] - values[a]);

/** Take columns in an order, each with the sign that makes its entry of largest size positive (the first of equals). */
function signedColumns(peer: Peer, order: readonly number[]): { matrix: Matrix; signs: number[] } {
  const signs = order.map((column) => {
    let largest = 0;
    for (let i = 0; i < peer.rows; i++) {
      const value = peer.get(i, column);
      // rounding must not decide between entries of equal size
      if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
    }
    return largest < 0 ? -1 : 1;
  });
  return { matrix: picked(peer, order, signs), signs };
}

function picked(peer: Peer, order: readonly number[], signs: readonly number[]): Matrix {
  const values = new Float64Array(peer.rows * order.length);
  for (let i = 0; i < peer.rows; i++)
    for (let j = 0; j < order.length; j++) values[i * order.length + j] = signs[j] * peer.get(i, order[j]) + 0;
  return { rows: peer.rows, columns: order.length, values };
}

/** Eigenvalues of a symmetric matrix from the largest to the smallest, and unit eigenvectors as columns, largest entry positive. */
export function symmetricEigen(a: Matrix): { values: Float64Array; vectors: Matrix } {
  const { peer, size } = tamed(symmetric(a));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(peer, { assumeSymmetric: true });
  const order = descending(realEigenvalues);
  return { values: each(order.length, (k) => realEigenvalues[order[k]] * size), vectors: signedColumns(eigenvectorMatrix, order).matrix };
}

/** A = U diag(values) Vᵀ with min(rows, columns) singular values from the largest; largest entry of each column of V positive. */
export function singularValues(a: Matrix): { left: Matrix; values: Float64Array; right: Matrix } {
  const { peer, size } = tamed(a);
  const svd = new SVD(peer, { autoTranspose: true });
  const order = descending(svd.diagonal).slice(0, Math.min(a.rows, a.columns));
  const { matrix: right, signs } = signedColumns(svd.rightSingularVectors, order);
  const left = picked(svd.leftSingularVectors, order, signs);
  return { left, values: each(order.length, (k) => svd.diagonal[order[k]] * size), right };
}

/** Number of singular values above max(rows, columns) · ε times the largest. */
export function rank(a: Matrix): number {
  const { values } = singularValues(a);
  return values.filter((value) => value > values[0] * Math.max(a.rows, a.columns) * epsilon).length;
}

/** Lower triangular L with L Lᵀ = A; a fault names the first column that A does not allow. */
export function cholesky(a: Matrix): Matrix {
  const { scale, factor } = scaledCholesky(a);
  const lower = factor.lowerTriangularMatrix;
  for (let i = 0; i < a.rows; i++) for (let j = 0; j <= i; j++) lower.set(i, j, lower.get(i, j) / scale[i]);
  return fromPeer(lower);
}

/** X with A X = B for a symmetric positive definite A. */
export function solvePositive(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows) throw shapeFault(`${a.rows} × ${a.columns}, ${b.rows} × ${b.columns}`);
  const { scale, factor } = scaledCholesky(a);
  const solved = factor.solve(toPeer(b, (i) => scale[i]));
  return fromPeer(solved.mulColumnVector(Array.from(scale)));
}

/** X that minimises the squares of A X − B, column by column, by Householder QR; collinear columns of A are a fault. */
export function leastSquares(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows || a.rows < a.columns) throw shapeFault(`${a.rows} × ${a.columns}, ${b.rows} × ${b.columns}`);
  const scale = each(a.columns, (j) => {
    const largest = largestSize(a.rows, (i) => a.values[i * a.columns + j]);
    if (largest === 0) throw collinear(j);
    return 1 / largest;
  });
  const qr = new QrDecomposition(toPeer(a, (_, j) => scale[j]));
  const { upperTriangularMatrix: upper } = qr;
  for (let j = 0; j < a.columns; j++) {
    // the length of column j, and of what the columns before it leave of it
    let length = 0;
    for (let i = 0; i <= j; i++) length += upper.get(i, j) * upper.get(i, j);
    if (Math.abs(upper.get(j, j)) <= Math.sqrt(length) * a.rows * epsilon) throw collinear(j);
  }
  return fromPeer(qr.solve(toPeer(b)).mulColumnVector(Array.from(scale)));
}

/** A⁻¹; a fault when A is singular to working precision after its rows and columns are brought to one size. */
export function inverse(a: Matrix): Matrix {
  const n = square(a);
  const rowScale = each(n, (i) => 1 / (largestSize(n, (j) => a.values[i * n + j]) || 1));
  const columnScale = each(n, (j) => 1 / (largestSize(n, (i) => a.values[i * n + j] * rowScale[i]) || 1));
  const lu = new LuDecomposition(toPeer(a, (i, j) => rowScale[i] * columnScale[j]));
  const { upperTriangularMatrix: upper } = lu;
  for (let j = 0; j < n; j++) if (Math.abs(upper.get(j, j)) <= n * epsilon) throw collinear(j);
  const solved = lu.solve(Peer.eye(n, n));
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) solved.set(i, j, solved.get(i, j) * columnScale[i] * rowScale[j]);
  return fromPeer(solved);
}

/** Cholesky factor of the matrix scaled to a unit diagonal, where a pivot is the share of a column that those before it leave. */
function scaledCholesky(a: Matrix): { scale: Float64Array; factor: CholeskyDecomposition } {
  const n = square(a);
  const whole = symmetric(a);
  const scale = each(n, (i) => {
    const size = whole.values[i * n + i];
    if (!(size > 0)) throw collinear(i);
    return 1 / Math.sqrt(size);
  });
  const factor = new CholeskyDecomposition(toPeer(whole, (i, j) => scale[i] * scale[j]));
  const { lowerTriangularMatrix: lower } = factor;
  for (let j = 0; j < n; j++) if (lower.get(j, j) * lower.get(j, j) <= n * epsilon) throw collinear(j);
  return { scale, factor };
}

const largestSize = (n: number, value: (k: number) => number): number => {
  let largest = 0;
  for (let k = 0; k < n; k++) largest = Math.max(largest, Math.abs(value(k)));
  return largest;
};

function square(a: Matrix): number {
  if (a.rows !== a.columns) throw shapeFault(`${a.rows} × ${a.columns}`);
  return a.rows;
}

/** The matrix with both triangles made equal; a fault when they differ by more than rounding. */
function symmetric(a: Matrix): Matrix {
  const n = square(a);
  const tolerance = 1e-10 * largestSize(n * n, (k) => a.values[k]);
  const values = a.values.map((value, k) => {
    const mirrored = a.values[(k % n) * n + Math.floor(k / n)];
    if (Math.abs(value - mirrored) > tolerance) {
      throw new Fault({
        code: "matrix-symmetry",
        place: { path: `row ${Math.floor(k / n) + 1}, column ${(k % n) + 1}` },
        found: { en: `${value} on one side, ${mirrored} on the other`, zh: `一侧为 ${value}，另一侧为 ${mirrored}` },
        expected: { en: "expected a symmetric matrix", zh: "应为对称矩阵" },
        next: { en: "check how the matrix was built", zh: "请检查矩阵的构造" },
      });
    }
    return (value + mirrored) / 2;
  });
  return { rows: n, columns: n, values };
}

const collinear = (column: number): Fault =>
  new Fault({
    code: "singular-matrix",
    place: { path: `column ${column + 1}` },
    found: {
      en: `column ${column + 1} of the matrix is a combination of those before it`,
      zh: `矩阵的第 ${column + 1} 列可由前面各列线性表示`,
    },
    expected: { en: "expected linearly independent columns", zh: "各列应线性无关" },
    next: { en: "leave out one of the columns that say the same", zh: "请去掉含义重复的一列" },
  });
