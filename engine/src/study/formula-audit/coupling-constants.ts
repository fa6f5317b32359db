import { couplingDegree, type Form } from "../../explain/coupling/coupling-degree.js";
import { ln, pow } from "../../ground/elementary/index.js";
import { boxAt, type CouplingTable, levelAt, rangeAt } from "./coupling-table.js";
import { type Interval, productOf, rangeOver } from "./interval.js";
import { type Candidate, type CandidateRow, judgeFitted } from "./judge.js";
import type { Published } from "./published.js";

type Ranges = (row: number) => Interval | null;

/** Formulas with a constant the text may not print: α of T, α of T inside D, α inside C, θ of D. Two systems, except for θ. */
export function fittedCandidates(table: CouplingTable, column: "c" | "t" | "d", heading: string): (CandidateRow | null)[] {
  const printed = table[column] as readonly (Published | null)[];
  const two = table.u.length === 2;
  const fit = (
    candidate: Candidate,
    usual: number,
    allowed: (row: number) => readonly Interval[],
    at: (row: number, constant: number) => Interval | null,
  ) => judgeFitted(candidate, usual, heading, printed, allowed, at);
  const level = (row: number, a: number): Interval | null => over(table, row, ([x, y]) => a * x + (1 - a) * y);
  if (column === "t" && two) return [fit(alphaOfT, 0.5, (row) => alphas(table, rangeAt(printed, row), row), level)];
  if (column === "c" && two)
    return [
      fit(
        weightsInC,
        1,
        (row) => ratios(table, printed, row),
        (row, s) => over(table, row, (u) => weighted(u, s)),
      ),
    ];
  if (column !== "d") return [];
  const form =
    (name: Form): Ranges =>
    (row) =>
      over(table, row, (u) => couplingDegree(u, name, 1));
  const couplings: readonly (readonly [string, Ranges])[] = table.c
    ? [["", (row) => rangeAt(table.c, row)]]
    : [
        ["", form("standard")],
        ["-wang-2021", form("wang-2021")],
      ];
  return couplings.flatMap(([suffix, c]) => [
    fit(
      named(thetaOfD, suffix),
      0.5,
      (row) => exponents(productOf(c(row), levelAt(table, row), itself), printed, row),
      (row, theta) => productOf(c(row), levelAt(table, row), (x) => pow(x, theta)),
    ),
    ...(two && !table.t
      ? [
          fit(
            named(alphaInD, suffix),
            0.5,
            (row) => alphas(table, squaredOver(rangeAt(printed, row), c(row)), row),
            (row, a) => productOf(c(row), level(row, a), Math.sqrt),
          ),
        ]
      : []),
  ]);
}

const itself = (x: number): number => x;
const constant = (id: string, en: string, zh: string, right = true): Candidate => ({
  id,
  names: { en, zh },
  right,
});
const alphaOfT = constant("alpha-of-t", "T = αU1 + (1 − α)U2 with the same α in every row", "各行 α 相同的 T = αU1 + (1 − α)U2");
const alphaInD = constant(
  "root-ct-alpha",
  "D = √(C·T) with T = αU1 + (1 − α)U2, the same α in every row",
  "D = √(C·T)，其中 T = αU1 + (1 − α)U2，各行 α 相同",
);
const weightsInC: Candidate = {
  ...constant("weighted-c", "2√(s·U1U2)/(s·U1 + U2)", "2√(s·U1U2)/(s·U1 + U2)", false),
  why: {
    en: "weights of the systems, in the ratio s, stand inside C, where they belong in T",
    zh: "把系统权重（两者之比为 s）写入了 C，而权重只应出现在 T 中",
  },
};
const thetaOfD = constant("theta-of-d", "D = (C·T)^θ with the same θ in every row", "各行 θ 相同的 D = (C·T)^θ");

const named = ({ id, names, ...rest }: Candidate, suffix: string): Candidate => {
  const full = suffix ? { en: `${names.en}, C by Wang et al. (2021)`, zh: `${names.zh}，C 用王淑佳等（2021）修正式` } : names;
  return { ...rest, id: `${id}${suffix}`, names: full };
};

const over = (table: CouplingTable, row: number, f: (u: readonly number[]) => number): Interval | null => {
  const box = boxAt(table, row);
  return box && rangeOver(box, f);
};
const weighted = ([x, y]: readonly number[], s: number): number => (x > 0 && y > 0 ? (2 * Math.sqrt(s * x * y)) / (s * x + y) : 0);

/** D²/C. */
const squaredOver = (d: Interval | null, c: Interval | null): Interval | null =>
  d && c && c[0] > 0 ? [(Math.max(0, d[0]) * Math.max(0, d[0])) / c[1], (d[1] * d[1]) / c[0]] : null;

/** α of a row from (T − U2)/(U1 − U2); rows whose developments may be equal say nothing. */
function alphas(table: CouplingTable, t: Interval | null, row: number): Interval[] {
  const box = boxAt(table, row);
  if (!box || !t || (box[0][0] <= box[1][1] && box[1][0] <= box[0][1])) return [];
  const [low, high] = rangeOver([...box, t], ([x, y, level]) => (level - y) / (x - y));
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

/** θ of a row from ln D/ln(C·T). */
function exponents(base: Interval | null, printed: readonly (Published | null)[], row: number): Interval[] {
  const d = printed[row];
  if (!base || !d || !(base[0] > 0 && base[1] < 1 && d.range[0] > 0 && d.range[1] < 1)) return [];
  return [rangeOver([d.range, base], ([top, x]) => ln(top) / ln(x))];
}
