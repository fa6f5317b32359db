/**
 * Combination of weights by product w ∝ ∏ w_k, geometric mean w ∝ ∏ w_k^α_k or linear mix w = Σ α_k w_k.
 * Source of the product: Xu (2004), doi:10.1016/S0377-2217(03)00146-2.
 * A product exaggerates what the steps agree on, and an indicator without weight in one step has none; it fails when none is left.
 */
import { exp, ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Tree, Weights } from "../../../table/index.js";
import { combineWeights, type WeightsByStep } from "../combine-weights.js";
import { type MultiplicativeWeightsOptions, multiplicativeWeightsCard } from "./multiplicative-weights.method.js";

/**
 * @param of weights of two or more steps, by name, made with the same tree
 * @param options within, bounds, rule, parts
 * @returns value: weights; trace per group: the weights given. Nodes above `within` are combined in the same way
 */
export function multiplicativeWeights(of: WeightsByStep, tree: Tree, options: Partial<MultiplicativeWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(multiplicativeWeightsCard, options);
  const parts = partsOf(chosen, Object.keys(of).length);
  const found = combineWeights(of, tree, chosen, (vectors) => {
    const raw = vectors[0].map((_, j) => {
      const given = vectors.map((vector) => vector[j]);
      if (chosen.rule === "linear") return sum(given.map((one, k) => parts[k] * one));
      if (given.some((one, k) => one === 0 && parts[k] > 0)) return 0;
      return exp(sum(given.map((one, k) => (parts[k] > 0 ? parts[k] * ln(one) : 0))));
    });
    const total = sum(raw);
    return { weights: raw.map((one) => (total > 0 ? one / total : 0)), trace: {} };
  });
  return result(multiplicativeWeightsCard, { options: chosen, ...found, trace: { ...found.trace, parts } });
}

/** The exponent or share of each step. */
function partsOf({ rule, parts }: MultiplicativeWeightsOptions, count: number): readonly number[] {
  if (rule === "product") {
    if (parts === undefined) return Array.from({ length: count }, () => 1);
    throw partsFault(
      { en: "parts are given but rule is product", zh: "给出了 parts，而 rule 为 product" },
      { en: "expected none: a product takes every step once", zh: "乘积法中每个步骤各计一次，不应给出 parts" },
    );
  }
  if (parts === undefined) return Array.from({ length: count }, () => 1 / count);
  const total = sum(parts);
  if (parts.length === count && total > 0) return parts.map((one) => one / total);
  throw partsFault(
    { en: `parts are [${parts.join(", ")}] for ${count} steps`, zh: `parts 为 [${parts.join(", ")}]，而步骤有 ${count} 个` },
    { en: `expected ${count} numbers that are not all 0`, zh: `应为不全为 0 的 ${count} 个数` },
  );
}

const partsFault = (found: { en: string; zh: string }, expected: { en: string; zh: string }): Fault =>
  new Fault({ code: "parts", place: { path: "parts" }, found, expected, next: { en: "mend or remove parts", zh: "请更正或删去 parts" } });
