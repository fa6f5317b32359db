import { couplingDegree } from "../../explain/coupling/coupling-degree.js";
import { exp, ln, pow } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";

/** A formula that texts call the coupling degree, of n developments. */
export interface CouplingForm {
  readonly id: string;
  /** what it is, as a text should state it */
  readonly names: Text;
  readonly right: boolean;
  /** what is wrong with it */
  readonly why?: Text;
  readonly of: (u: readonly number[]) => number;
}

const standard = (u: readonly number[]): number => couplingDegree(u, "standard", 1);
const mean = (u: readonly number[]): number => sum(u) / u.length;
const root = (x: number, n: number): number => (n === 2 ? Math.sqrt(x) : pow(x, 1 / n));
const product = (u: readonly number[]): number => u.reduce((all, one) => all * one, 1);

function geometricMean(u: readonly number[]): number {
  if (!(Math.min(...u) > 0)) return 0;
  return u.length === 2 ? Math.sqrt(u[0] * u[1]) : exp(sum(u.map(ln)) / u.length);
}

function deviation(u: readonly number[], divisor: number): number {
  const centre = mean(u);
  return centre > 0 ? 1 - Math.sqrt(sum(u.map((one) => (one - centre) * (one - centre))) / divisor) / centre : 0;
}

/** [∏U/∏(Uᵢ + Uⱼ)]^(1/n), the product below taken over the pairs: for two systems the square of their sum is lost. */
function overPairs(u: readonly number[]): number {
  if (!(Math.min(...u) > 0)) return 0;
  let pairs = 1;
  for (let i = 0; i < u.length; i++) for (let j = 0; j < i; j++) pairs *= u[i] + u[j];
  return root(product(u) / pairs, u.length);
}

const right = (id: string, en: string, zh: string, of: CouplingForm["of"]): CouplingForm => ({ id, names: { en, zh }, right: true, of });
const error = (id: string, names: Text, why: Text, of: CouplingForm["of"]): CouplingForm => ({ id, names, right: false, why, of });
const same = (formula: string): Text => ({ en: formula, zh: formula });

/** Legitimate forms first, then the errors in circulation (刘春林 2017; 王淑佳等 2021: slips of writing, lost coefficients, models that do not hold). */
export const couplingForms: readonly CouplingForm[] = [
  right("standard", "the standard coupling degree C = n(∏U)^(1/n)/ΣU", "标准耦合度 C = n(∏U)^(1/n)/ΣU", standard),
  right("wang-2021", "the corrected coupling degree of Wang et al. (2021)", "王淑佳等（2021）修正耦合度", (u) =>
    couplingDegree(u, "wang-2021", 1),
  ),
  ...[2, 3, 4, 5, 6].map((k) =>
    right(`adjusted-${k}`, `Liao's coupling degree [∏U/(mean U)^n]^k with k = ${k}`, `廖重斌式耦合度 [∏U/(U 均值)^n]^k，k = ${k}`, (u) =>
      couplingDegree(u, "adjusted-k", k),
    ),
  ),
  right("deviation", "the deviation form 1 − S/Ū, S over n", "离差式 1 − S/Ū（S 除以 n）", (u) => deviation(u, u.length)),
  right("deviation-sample", "the deviation form 1 − S/Ū, S over n − 1", "离差式 1 − S/Ū（S 除以 n − 1）", (u) =>
    deviation(u, u.length - 1),
  ),
  error(
    "lost-coefficient",
    same("(∏U)^(1/n)/ΣU"),
    { en: "the coefficient n is lost, so that it cannot pass 1/n", zh: "丢失系数 n，其上限仅为 1/n" },
    (u) => standard(u) / u.length,
  ),
  error(
    "lost-root",
    { en: "∏U/(mean U)^n", zh: "∏U/(U 均值)^n" },
    { en: "the exponent 1/n is missing", zh: "漏写指数 1/n，即未开方" },
    (u) => pow(standard(u), u.length),
  ),
  error(
    "lost-root-and-coefficient",
    same("∏U/(ΣU)^n"),
    { en: "exponent 1/n and coefficient n are missing", zh: "漏写指数 1/n 与系数 n" },
    (u) => pow(standard(u) / u.length, u.length),
  ),
  error(
    "lost-exponent",
    same("∏U/ΣU"),
    { en: "the exponents n and 1/n are missing, and the coefficient n", zh: "漏写指数 n 与 1/n，并丢失系数 n" },
    (u) => (sum(u) > 0 ? product(u) / sum(u) : 0),
  ),
  error(
    "pairs",
    same("n[∏U/∏(Ui + Uj)]^(1/n)"),
    {
      en: "it multiplies the sums of pairs where the nth power of the sum belongs (for two systems the square is missing), so that equal systems do not give 1",
      zh: "分母误作两两之和的连乘，而非总和的 n 次方（两系统时即漏写平方），各系统相等时其值不为 1",
    },
    (u) => u.length * overPairs(u),
  ),
  error(
    "pairs-and-coefficient",
    same("[∏U/∏(Ui + Uj)]^(1/n)"),
    {
      en: "it multiplies the sums of pairs where the nth power of the sum belongs (for two systems the square is missing), and the coefficient n is lost",
      zh: "分母误作两两之和的连乘，而非总和的 n 次方（两系统时即漏写平方），并丢失系数 n",
    },
    overPairs,
  ),
  error(
    "geometric-mean",
    { en: "the geometric mean (∏U)^(1/n)", zh: "几何平均 (∏U)^(1/n)" },
    { en: "it tells the level of the systems, not how alike they are", zh: "它反映各系统的水平，而非彼此的接近程度" },
    geometricMean,
  ),
];
