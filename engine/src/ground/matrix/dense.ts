import { Fault } from "../fault/index.js";

/** A matrix of finite numbers, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix from its numbers, row by row; a fault when their count or one of them is wrong. */
export function matrix(rows: number, columns: number, values: ArrayLike<number>): Matrix {
  if (rows < 1 || columns < 1 || values.length !== rows * columns) throw shapeFault(`${rows} × ${columns}, ${values.length}`);
  const copy = Float64Array.from(values);
  const bad = copy.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new Fault({
      code: "matrix-value",
      place: { path: `row ${Math.floor(bad / columns) + 1}, column ${(bad % columns) + 1}` },
      found: { en: `the matrix holds ${copy[bad]}`, zh: `矩阵含有 ${copy[bad]}` },
      expected: { en: "expected finite numbers", zh: "应为有限的数" },
      next: { en: "leave out or impute missing cells first", zh: "请先剔除或插补缺失值" },
    });
  }
  return { rows, columns, values: copy };
}

/** A matrix from a list of rows. */
export const fromRows = (rows: readonly ArrayLike<number>[]): Matrix => {
  const columns = rows[0]?.length ?? 0;
  const uneven = rows.find((row) => row.length !== columns);
  if (uneven) throw shapeFault(`${columns} / ${uneven.length}`);
  return matrix(
    rows.length,
    columns,
    rows.flatMap((row) => Array.from(row)),
  );
};

export const transpose = ({ rows, columns, values }: Matrix): Matrix => ({
  rows: columns,
  columns: rows,
  values: values.map((_, k) => values[(k % rows) * columns + Math.floor(k / rows)]),
});

export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw shapeFault(`${a.rows} × ${a.columns}, ${b.rows} × ${b.columns}`);
  const values = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const left = a.values[i * a.columns + k];
      for (let j = 0; j < b.columns; j++) values[i * b.columns + j] += left * b.values[k * b.columns + j];
    }
  }
  return { rows: a.rows, columns: b.columns, values };
}

export const shapeFault = (found: string): Fault =>
  new Fault({
    code: "matrix-shape",
    found: { en: `the sizes are ${found}`, zh: `大小为 ${found}` },
    expected: { en: "expected sizes that fit together", zh: "各部分大小应相互匹配" },
    next: { en: "check the numbers of rows and columns", zh: "请检查行数与列数" },
  });
