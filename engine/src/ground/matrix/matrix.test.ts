import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../fault/index.js";
import {
  cholesky,
  fromRows,
  inverse,
  leastSquares,
  type Matrix,
  matrix,
  multiply,
  rank,
  singularValues,
  solvePositive,
  symmetricEigen,
  transpose,
} from "./index.js";

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const sized = (rows: number, columns: number): fc.Arbitrary<Matrix> =>
  fc.array(entry, { minLength: rows * columns, maxLength: rows * columns }).map((values) => matrix(rows, columns, values));
const size = fc.integer({ min: 1, max: 6 });
const any = fc.tuple(size, size).chain(([rows, columns]) => sized(rows, columns));
const symmetric = size.chain((n) => sized(n, n)).map((a) => ({ ...a, values: a.values.map((v, k) => v + transpose(a).values[k]) }));
/** BᵀB + I, whose eigenvalues are at least 1 */
const positive = any.map((b) => {
  const values = multiply(transpose(b), b).values.map((v, k) => v + (k % (b.columns + 1) === 0 ? 1 : 0));
  return { rows: b.columns, columns: b.columns, values };
});

const identity = (n: number): Matrix =>
  matrix(
    n,
    n,
    Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
  );
const diagonal = (values: ArrayLike<number>): Matrix => {
  const n = values.length;
  return matrix(
    n,
    n,
    Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? values[k / (n + 1)] : 0)),
  );
};
const close = (a: Matrix, b: Matrix, tolerance = 1e-9): void => {
  expect([a.rows, a.columns]).toEqual([b.rows, b.columns]);
  const scale = Math.max(1, ...b.values.map(Math.abs));
  expect(Math.max(...a.values.map((v, k) => Math.abs(v - b.values[k]))) / scale).toBeLessThan(tolerance);
};
const largestIsPositive = ({ rows, columns, values }: Matrix): boolean =>
  Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => values[i * columns + j])).every(
    (column) => Math.max(...column) >= Math.max(...column.map(Math.abs)) * (1 - 1e-8),
  );

describe("matrix: laws", () => {
  it("eigenvectors are orthonormal, ordered, signed and rebuild the matrix", () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const { values, vectors } = symmetricEigen(a);
        close(multiply(transpose(vectors), vectors), identity(a.rows));
        close(multiply(multiply(vectors, diagonal(values)), transpose(vectors)), a);
        expect([...values]).toEqual([...values].sort((p, q) => q - p));
        expect(largestIsPositive(vectors)).toBe(true);
      }),
    );
  });
  it("singular values rebuild the matrix, also one wider than tall, and are those of its transpose", () => {
    fc.assert(
      fc.property(any, (a) => {
        const { left, values, right } = singularValues(a);
        close(multiply(multiply(left, diagonal(values)), transpose(right)), a);
        close(multiply(transpose(right), right), identity(values.length));
        close(diagonal(singularValues(transpose(a)).values), diagonal(values));
        expect(largestIsPositive(right)).toBe(true);
        expect(values.every((v, k) => v >= 0 && (k === 0 || v <= values[k - 1]))).toBe(true);
      }),
    );
  });
  it("rank of a product is at most the number of columns between", () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size, size).chain(([m, k, n]) => fc.tuple(sized(m, k), sized(k, n))),
        ([a, b]) => {
          expect(rank(multiply(a, b))).toBeLessThanOrEqual(Math.min(a.rows, a.columns, b.columns));
        },
      ),
    );
  });
  it("Cholesky factors, solutions and inverses undo the matrix", () => {
    fc.assert(
      fc.property(positive, (a) => {
        const lower = cholesky(a);
        close(multiply(lower, transpose(lower)), a);
        close(multiply(a, solvePositive(a, identity(a.rows))), identity(a.rows));
        close(multiply(inverse(a), a), identity(a.rows));
      }),
    );
  });
  it("least squares leaves residuals orthogonal to the columns, in any units", () => {
    const tall = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 8, max: 12 }));
    fc.assert(
      fc.property(
        tall.chain(([k, n]) => fc.tuple(sized(n, k), sized(n, 1))),
        fc.integer({ min: -9, max: 9 }),
        ([a, b], power) => {
          fc.pre(rank(a) === a.columns && singularValues(a).values[a.columns - 1] > 1e-3);
          const fit = leastSquares(a, b);
          const residuals = { ...b, values: b.values.map((v, k) => v - multiply(a, fit).values[k]) };
          close(multiply(transpose(a), residuals), matrix(a.columns, 1, new Float64Array(a.columns)), 1e-8);
          const units = 10 ** power;
          const other = leastSquares({ ...a, values: a.values.map((v, k) => (k % a.columns === 0 ? v * units : v)) }, b);
          close({ ...other, values: other.values.map((v, k) => (k === 0 ? v * units : v)) }, fit, 1e-8);
        },
      ),
    );
  });
});

describe("matrix: numbers by hand", () => {
  it("[[2, 1], [1, 2]] has eigenvalues 3 and 1 along (1, 1) and (1, −1)", () => {
    const { values, vectors } = symmetricEigen(
      fromRows([
        [2, 1],
        [1, 2],
      ]),
    );
    close(matrix(1, 2, values), matrix(1, 2, [3, 1]), 1e-15);
    const h = Math.SQRT1_2;
    close(
      vectors,
      fromRows([
        [h, h],
        [h, -h],
      ]),
      1e-15,
    );
  });
  it("[[3, 0], [4, 5]] has singular values √45 and √5", () => {
    close(
      matrix(
        1,
        2,
        singularValues(
          fromRows([
            [3, 0],
            [4, 5],
          ]),
        ).values,
      ),
      matrix(1, 2, [Math.sqrt(45), Math.sqrt(5)]),
      1e-15,
    );
  });
  it("[[4, 2], [2, 3]] = L Lᵀ with L = [[2, 0], [1, √2]], and its inverse is [[3, −2], [−2, 4]] / 8", () => {
    const a = fromRows([
      [4, 2],
      [2, 3],
    ]);
    close(
      cholesky(a),
      fromRows([
        [2, 0],
        [1, Math.SQRT2],
      ]),
      1e-15,
    );
    close(
      inverse(a),
      fromRows([
        [3 / 8, -1 / 4],
        [-1 / 4, 1 / 2],
      ]),
      1e-15,
    );
    close(solvePositive(a, matrix(2, 1, [8, 8])), matrix(2, 1, [1, 2]), 1e-15);
  });
  it("the line through (0, 1), (1, 3), (2, 5), (3, 8) is 0.8 + 2.3 x", () => {
    close(
      leastSquares(
        fromRows([
          [1, 0],
          [1, 1],
          [1, 2],
          [1, 3],
        ]),
        matrix(4, 1, [1, 3, 5, 8]),
      ),
      matrix(2, 1, [0.8, 2.3]),
      1e-14,
    );
  });
  it("keeps its digits where columns are far apart in size", () => {
    const a = fromRows([
      [1e12, 1],
      [1, 1e-9],
    ]);
    close(
      multiply(
        inverse(
          fromRows([
            [1e150, 0],
            [0, 1e-150],
          ]),
        ),
        fromRows([
          [1e150, 0],
          [0, 1e-150],
        ]),
      ),
      identity(2),
    );
    close(multiply(inverse(a), a), identity(2), 1e-6);
  });
});

describe("matrix: edges", () => {
  it("one by one", () => {
    const a = matrix(1, 1, [4]);
    expect(symmetricEigen(a).values[0]).toBe(4);
    expect([cholesky(a), inverse(a), solvePositive(a, matrix(1, 1, [8])), leastSquares(a, a)].map((m) => m.values[0])).toEqual([
      2, 0.25, 2, 1,
    ]);
    expect([
      rank(a),
      rank(matrix(1, 1, [0])),
      rank(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
      ),
    ]).toEqual([1, 0, 1]);
  });
  it("numbers so small or so large that their squares are lost", () => {
    for (const unit of [5e-324, 1e-200, 1e200]) {
      const a = fromRows([
        [2 * unit, unit],
        [unit, 2 * unit],
      ]);
      expect([...symmetricEigen(a).values].map((v) => v / unit)).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
      expect(rank(a)).toBe(2);
    }
    const mixed = symmetricEigen(matrix(3, 3, [2e-14, -5e-324, -3e-123, -5e-324, 0, 0, -3e-123, 0, 0]));
    expect([...mixed.values].map((v) => v + 0)).toEqual([2e-14, 0, 0]);
  });
  it("does not keep hold of the array it was given", () => {
    const values = Float64Array.of(1, 2);
    const a = matrix(1, 2, values);
    values[0] = 9;
    expect(a.values[0]).toBe(1);
  });
  const twins = fromRows([
    [1, 2, 3],
    [2, 4, 7],
    [3, 6, 1],
    [4, 8, 2],
  ]);
  const cross = multiply(transpose(twins), twins);
  it.each<[string, () => unknown, string]>([
    ["collinear columns of a regression", () => leastSquares(twins, matrix(4, 1, [1, 2, 3, 4])), "column 2"],
    [
      "a column of zeros",
      () =>
        leastSquares(
          fromRows([
            [1, 0],
            [2, 0],
          ]),
          matrix(2, 1, [1, 2]),
        ),
      "column 2",
    ],
    ["a singular cross-product", () => solvePositive(cross, matrix(3, 1, [1, 2, 3])), "column 2"],
    [
      "a singular matrix",
      () =>
        inverse(
          fromRows([
            [1, 2],
            [2, 4],
          ]),
        ),
      "column 2",
    ],
    [
      "a matrix of zeros",
      () =>
        inverse(
          fromRows([
            [0, 0],
            [0, 0],
          ]),
        ),
      "column 1",
    ],
    [
      "an indefinite matrix",
      () =>
        cholesky(
          fromRows([
            [1, 2],
            [2, 1],
          ]),
        ),
      "column 2",
    ],
    ["a negative diagonal", () => cholesky(matrix(1, 1, [-1])), "column 1"],
    [
      "an asymmetric matrix",
      () =>
        symmetricEigen(
          fromRows([
            [1, 2],
            [3, 1],
          ]),
        ),
      "row 1, column 2",
    ],
    ["a missing value", () => matrix(1, 2, [1, Number.NaN]), "row 1, column 2"],
    [
      "an infinite value",
      () =>
        fromRows([
          [1, 2],
          [Number.POSITIVE_INFINITY, 4],
        ]),
      "row 2, column 1",
    ],
    ["no rows", () => fromRows([]), ""],
    ["uneven rows", () => fromRows([[1, 2], [3]]), ""],
    ["too few values", () => matrix(2, 2, [1, 2, 3]), ""],
    ["sizes that do not fit", () => multiply(twins, twins), ""],
    ["a right side of other length", () => solvePositive(identity(2), identity(3)), ""],
    ["fewer rows than columns", () => leastSquares(matrix(1, 2, [1, 2]), matrix(1, 1, [1])), ""],
    ["an oblong matrix", () => inverse(matrix(1, 2, [1, 2])), ""],
  ])("faults on %s", (_, run, place) => {
    expect(run).toThrow(Fault);
    try {
      run();
    } catch (fault) {
      expect((fault as Fault).place.path ?? "").toBe(place);
    }
  });
});
