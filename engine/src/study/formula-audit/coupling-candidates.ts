import { couplingDegree } from "../../explain/coupling/coupling-degree.js";
import { ln, pow } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import { couplingForms } from "./coupling-forms.js";
import { boxAt, type CouplingTable, levelAt, rescaledBoxes } from "./coupling-table.js";
import { type Interval, rangeOver } from "./interval.js";
import { type Candidate, type CandidateRow, judge, judgeFitted } from "./judge.js";
import type { Published } from "./published.js";

export type CouplingColumn = "c" | "t" | "d";

interface Quantity extends Omit<Candidate, "right"> {
  /** the columns this may legitimately stand in */
  readonly of: readonly CouplingColumn[];
  /** the columns it is tried against; all when absent */
  readonly against?: readonly CouplingColumn[];
  readonly range: (row: number) => Interval | null;
}

/** Every candidate that can be computed from the table, held against one of its columns. */
export function judgeColumn(table: CouplingTable, column: CouplingColumn, heading: string): CandidateRow[] {
  const printed = table[column] as readonly (Published | null)[];
  const simple = quantities(table)
    .filter(({ against }) => against === undefined || against.includes(column))
    .map(({ of, ...one }) => judge({ ...one, right: of.includes(column) }, heading, printed, one.range));
  return [...simple, ...fitted(table, column, heading)].filter((one) => one !== null);
}

function quantities(table: CouplingTable): Quantity[] {
  const over = (f: (u: readonly number[]) => number) => (row: number) => {
    const box = boxAt(table, row);
    return box && rangeOver(box, f);
  };
  const scaled = table.u.length > 1 ? rescaledBoxes(table) : () => null;
  const root = (c: (row: number) => Interval | null) => (row: number) => product(c(row), levelAt(table, row), Math.sqrt);
  const rescaled = (row: number): Interval | null => {
    const box = scaled(row);
    return box && rangeOver(box, (u) => couplingDegree(u, "standard", 1));
  };
  const level = (row: number): Interval | null => {
    const box = boxAt(table, row);
    return box && rangeOver(box, mean);
  };
  const at = (column: CouplingColumn) => (row: number) => table[column]?.[row]?.range ?? null;
  const [c, t] = [at("c"), at("t")];
  const forms: Quantity[] = couplingForms.map(({ id, names, right, of }) => ({
    id,
    names,
    of: right ? ["c"] : [],
    say: names,
    range: over(of),
  }));
  const roots: Quantity[] = couplingForms.map(({ id, names, right, of }) => ({
    id: `root-ct-${id}`,
    names: { en: `D = √(C·T), C being ${names.en}`, zh: `D = √(C·T)，其中 C 为${names.zh}` },
    of: right ? ["d"] : [],
    against: table.c ? [] : ["d"],
    say: { en: `D = √(C·T), C being ${names.en}`, zh: `D = √(C·T)，其中 C 为${names.zh}` },
    range: root(over(of)),
  }));
  const quantity = (id: string, en: string, zh: string, range: Quantity["range"], rest: Pick<Quantity, "of" | "against">): Quantity => ({
    id,
    names: { en, zh },
    say: { en, zh },
    range,
    ...rest,
  });
  const spssau = {
    en: "the standard coupling degree of columns rescaled to [0.01, 0.99]",
    zh: "各列先压缩到 [0.01, 0.99] 再计算的标准耦合度",
  };
  return [
    ...forms,
    quantity("rescaled-first", `${spssau.en} (SPSSAU's default)`, `${spssau.zh}（SPSSAU 默认）`, rescaled, { of: [] }),
    ...roots,
    quantity("root-ct-rescaled-first", `D = √(C·T), C being ${spssau.en}`, `D = √(C·T)，其中 C 为${spssau.zh}`, root(rescaled), {
      of: [],
      against: table.c ? [] : ["d"],
    }),
    quantity("mean", "T, the mean of the developments", "各系统均值 T", level, { of: ["t"] }),
    quantity("sum", "the sum of the developments, not divided by n", "各系统之和（未除以 n）", over(sum), { of: [] }),
    quantity(
      "root-ct",
      "D = √(C·T) of the printed C and T",
      "由所列 C 与 T 得到的 D = √(C·T)",
      (row) => product(c(row), levelAt(table, row), Math.sqrt),
      {
        of: ["d"],
        against: ["d"],
      },
    ),
    quantity("ct", "C·T, the root lost", "漏写开方的 C·T", (row) => product(c(row), levelAt(table, row), (x) => x), {
      of: [],
      against: ["d"],
    }),
    quantity(
      "columns-c-and-d",
      "the column of the other: C and D are exchanged (C² = D·T)",
      "C 与 D 两列互换（C² = D·T）",
      (row) => product(c(row), c(row), (x) => x, levelAt(table, row)),
      {
        of: [],
        against: ["d"],
      },
    ),
    quantity(
      "columns-t-and-d",
      "the column of the other: T and D are exchanged (T² = C·D)",
      "T 与 D 两列互换（T² = C·D）",
      (row) => product(t(row), t(row), (x) => x, c(row)),
      {
        of: [],
        against: ["d"],
      },
    ),
    quantity("the-column-c", "the printed C again", "所列 C 的重复", c, { of: [], against: ["t", "d"] }),
    quantity("the-column-t", "the printed T again", "所列 T 的重复", t, { of: [], against: ["d"] }),
  ];
}

const mean = (u: readonly number[]): number => sum(u) / u.length;

/** f(a·b/over) for positive intervals and rising f; null when one is absent. */
function product(a: Interval | null, b: Interval | null, f: (x: number) => number, over?: Interval | null): Interval | null {
  if (!a || !b || over === null) return null;
  const [most, least] = over ? [over[1], over[0]] : [1, 1];
  const positive = (x: number): number => Math.max(0, x);
  return least > 0 ? [f((positive(a[0]) * positive(b[0])) / most), f((positive(a[1]) * positive(b[1])) / least)] : null;
}

/** Formulas with a constant the text may not print: α of T, α inside C, θ of D. */
function fitted(table: CouplingTable, column: CouplingColumn, heading: string): (CandidateRow | null)[] {
  const printed = table[column] as readonly (Published | null)[];
  const two = table.u.length === 2;
  if (column === "t" && two)
    return [
      judgeFitted(
        alphaOfT,
        0.5,
        heading,
        printed,
        (row) => alphas(table, printed, row),
        (row, a) => over(table, row, ([x, y]) => a * x + (1 - a) * y),
      ),
    ];
  if (column === "c" && two)
    return [
      judgeFitted(
        weightsInC,
        1,
        heading,
        printed,
        (row) => ratios(table, printed, row),
        (row, s) => over(table, row, (u) => weighted(u, s)),
      ),
    ];
  if (column === "d" && table.c)
    return [
      judgeFitted(
        thetaOfD,
        0.5,
        heading,
        printed,
        (row) => exponents(table, printed, row),
        (row, theta) => product(table.c?.[row]?.range ?? null, levelAt(table, row), (x) => pow(x, theta)),
      ),
    ];
  return [];
}

const constant = (id: string, en: string, zh: string, right: boolean): Candidate => ({ id, names: { en, zh }, right, say: { en, zh } });
const alphaOfT = constant("alpha-of-t", "T = αU1 + (1 − α)U2, the same α in every row", "T = αU1 + (1 − α)U2，各行 α 相同", true);
const weightsInC = constant("weighted-c", "weights of the systems inside C (s = α/β)", "把系统权重写入 C 内（s = α/β）", false);
const thetaOfD = constant("theta-of-d", "D = (C·T)^θ, the same θ in every row", "D = (C·T)^θ，各行 θ 相同", true);

const over = (table: CouplingTable, row: number, f: (u: readonly number[]) => number): Interval | null => {
  const box = boxAt(table, row);
  return box && rangeOver(box, f);
};
const weighted = ([x, y]: readonly number[], s: number): number => (x > 0 && y > 0 ? (2 * Math.sqrt(s * x * y)) / (s * x + y) : 0);

/** α of a row from (T − U2)/(U1 − U2); rows whose developments may be equal say nothing. */
function alphas(table: CouplingTable, printed: readonly (Published | null)[], row: number): Interval[] {
  const box = boxAt(table, row);
  const t = printed[row];
  if (!box || !t || (box[0][0] <= box[1][1] && box[1][0] <= box[0][1])) return [];
  const [low, high] = rangeOver([...box, t.range], ([x, y, level]) => (level - y) / (x - y));
  return low > 1 || high < 0 ? [] : [[Math.max(0, low), Math.min(1, high)]];
}

/** s of a row, with C = 2√(sU1U2)/(sU1 + U2): s·U1/U2 is ρ or 1/ρ, √ρ = (1 − √(1 − C²))/C. */
function ratios(table: CouplingTable, printed: readonly (Published | null)[], row: number): Interval[] {
  const box = boxAt(table, row);
  const c = printed[row];
  if (!box || !c || !(box[0][0] > 0 && box[1][0] > 0 && c.range[0] > 0 && c.range[0] < 1)) return [];
  const [least, most] = [lesser(c.range[0]), lesser(Math.min(1, c.range[1]))];
  const [low, high] = [box[1][0] / box[0][1], box[1][1] / box[0][0]];
  return most === 1
    ? [[least * low, high / least]]
    : [
        [least * low, most * high],
        [low / most, high / least],
      ];
}
const lesser = (c: number): number => ((1 - Math.sqrt(1 - c * c)) / c) * ((1 - Math.sqrt(1 - c * c)) / c);

function exponents(table: CouplingTable, printed: readonly (Published | null)[], row: number): Interval[] {
  const base = product(table.c?.[row]?.range ?? null, levelAt(table, row), (x) => x);
  const d = printed[row];
  if (!base || !d || !(base[0] > 0 && base[1] < 1 && d.range[0] > 0 && d.range[1] < 1)) return [];
  return [rangeOver([d.range, base], ([top, x]) => ln(top) / ln(x))];
}
