import { couplingDegree } from "../../explain/coupling/coupling-degree.js";
import { exp, ln, pow } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import type { Text } from "../../ground/words/index.js";

/** A formula that texts call the coupling degree, of n developments. */
export interface CouplingForm {
  readonly id: string;
  readonly names: Text;
  readonly right: boolean;
  readonly of: (u: readonly number[]) => number;
}

const standard = (u: readonly number[]): number => couplingDegree(u, "standard", 1);
const mean = (u: readonly number[]): number => sum(u) / u.length;
export const geometricMean = (u: readonly number[]): number => {
  if (!(Math.min(...u) > 0)) return 0;
  return u.length === 2 ? Math.sqrt(u[0] * u[1]) : exp(sum(u.map(ln)) / u.length);
};
const deviation = (u: readonly number[], divisor: number): number => {
  const centre = mean(u);
  return centre > 0 ? 1 - Math.sqrt(sum(u.map((one) => (one - centre) * (one - centre))) / divisor) / centre : 0;
};

const form = (id: string, en: string, zh: string, of: CouplingForm["of"], right = false): CouplingForm => ({
  id,
  names: { en, zh },
  right,
  of,
});

/** Legitimate forms first, then the errors in circulation (刘春林 2017; 王淑佳等 2021). */
export const couplingForms: readonly CouplingForm[] = [
  form("standard", "the standard coupling degree C = n(∏U)^(1/n)/ΣU", "标准耦合度 C = n(∏U)^(1/n)/ΣU", standard, true),
  form(
    "wang-2021",
    "the corrected coupling degree of Wang et al. (2021)",
    "王淑佳等（2021）修正耦合度",
    (u) => couplingDegree(u, "wang-2021", 1),
    true,
  ),
  ...[2, 3, 4, 5, 6].map((k) =>
    form(
      `adjusted-${k}`,
      `Liao's [∏U/(mean U)^n]^k with k = ${k}`,
      `廖重斌式 [∏U/(U 均值)^n]^k，k = ${k}`,
      (u) => couplingDegree(u, "adjusted-k", k),
      true,
    ),
  ),
  form("deviation", "1 − S/Ū, S over n", "1 − S/Ū（S 除以 n）", (u) => deviation(u, u.length), true),
  form("deviation-sample", "1 − S/Ū, S over n − 1", "1 − S/Ū（S 除以 n − 1）", (u) => deviation(u, u.length - 1), true),
  form(
    "lost-coefficient",
    "(∏U)^(1/n)/ΣU, its coefficient n lost, which cannot pass 1/n",
    "丢失系数 n 的 (∏U)^(1/n)/ΣU（上限仅 1/n）",
    (u) => standard(u) / u.length,
  ),
  form("lost-root", "∏U/(mean U)^n, the nth root lost", "漏写开方的 ∏U/(U 均值)^n", (u) => pow(standard(u), u.length)),
  form("lost-root-and-coefficient", "∏U/(ΣU)^n, root and coefficient lost", "漏写开方与系数的 ∏U/(ΣU)^n", (u) =>
    pow(standard(u) / u.length, u.length),
  ),
  form("lost-exponent", "∏U/ΣU, the exponent lost", "漏写指数的 ∏U/ΣU", (u) =>
    sum(u) > 0 ? u.reduce((all, one) => all * one, 1) / sum(u) : 0,
  ),
  form(
    "geometric-mean",
    "the geometric mean (∏U)^(1/n), a level and not a coupling degree",
    "几何平均 (∏U)^(1/n)（反映水平，而非耦合度）",
    geometricMean,
  ),
];
