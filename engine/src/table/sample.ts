import { Fault } from "../ground/fault/index.js";
import { nearest } from "../ground/fault/nearest.js";
import { quote, type Text } from "../ground/words/index.js";

export interface SampleColumn {
  readonly id: string;
  readonly names: Text;
  readonly unit: Text;
  /** numbers (NaN = missing) or texts ("" = missing) */
  readonly values: Float64Array | readonly string[];
}

/** Rows (persons, households, firms) with weights. Treat every array as read-only. */
export interface Sample {
  readonly kind: "sample";
  readonly rows: number;
  readonly columns: readonly SampleColumn[];
  /** non-negative and finite, one a row; all 1 when the file has none */
  readonly weights: Float64Array;
}

/** Build a sample; throws a Fault when lengths differ or a weight is negative, missing or infinite. */
export function sample(columns: readonly SampleColumn[], weights?: Float64Array): Sample {
  const rows = columns[0]?.values.length ?? weights?.length ?? 0;
  for (const column of columns) {
    if (column.values.length !== rows) {
      throw new Fault({
        code: "sample-shape",
        place: { path: column.id },
        found: {
          en: `column ${quote(column.id)} has ${column.values.length} rows`,
          zh: `列 ${quote(column.id)} 有 ${column.values.length} 行`,
        },
        expected: { en: `expected ${rows} rows, as in the first column`, zh: `应与第一列一样有 ${rows} 行` },
        next: { en: "give every column one value a row", zh: "每列每行应有一个值" },
      });
    }
  }
  const w = weights ?? new Float64Array(rows).fill(1);
  if (w.length !== rows) throw weightFault(w.length, `${w.length} weights for ${rows} rows`);
  for (let i = 0; i < rows; i++) if (!(w[i] >= 0 && w[i] < Number.POSITIVE_INFINITY)) throw weightFault(i, String(w[i]));
  return Object.freeze({ kind: "sample", rows, columns: Object.freeze([...columns]), weights: w });
}

export function sampleColumn(s: Sample, id: string): SampleColumn {
  const column = s.columns.find((one) => one.id === id);
  if (column) return column;
  const near = nearest(
    id,
    s.columns.map((one) => one.id),
  );
  throw new Fault({
    code: "unknown-column",
    found: { en: `no column ${quote(id)}`, zh: `没有名为 ${quote(id)} 的列` },
    expected: {
      en: `expected one of: ${s.columns.map((one) => one.id).join(", ")}`,
      zh: `应为以下之一：${s.columns.map((one) => one.id).join("、")}`,
    },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these columns", zh: "请选择其中一列" },
  });
}

const weightFault = (row: number, found: string): Fault =>
  new Fault({
    code: "bad-weight",
    place: { path: `row ${row + 1}` },
    found: { en: `weight is ${found}`, zh: `权重为 ${found}` },
    expected: { en: "expected a finite number of at least 0", zh: "应为不小于 0 的有限数" },
    next: { en: "mend or drop the row", zh: "请更正或删去该行" },
  });
