/**
 * Weights from principal components of the correlation matrix R u = λu inside each group: the first vector; the vectors kept,
 * Σ(λ_k/Σλ)u_k, as in composite scores; or the largest squared loading after varimax.
 * Source: OECD/JRC Handbook (2008), step 6, doi:10.1787/9789264043466-en; rotation: Kaiser (1958), doi:10.1007/BF02289233.
 * Each vector has the sign that makes its sum positive. A weight that still comes out negative is a fault unless a policy is chosen.
 */
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { type Components, principalComponents, suitability } from "../../principal-components.js";
import { negativeWeightFault, negativeWeightWarning } from "../negative-weight.js";
import { noWeightFault } from "../no-weight-fault.js";
import { varimax } from "../varimax.js";
import { type Block, weighGroups } from "../weigh-groups.js";
import { type PcaWeightsOptions, pcaWeightsCard } from "./pca-weights.method.js";

/**
 * @param normalised indicators with their direction applied; their scale does not matter; rows with a missing cell in the group are left out
 * @param options scope, within, bounds, form, keep, negativeWeight
 * @returns value: weights; trace per group: rows, eigenvalues, explained, vectors, loadings, kmo, bartlett, raw weights, dropped
 */
export function pcaWeights(normalised: Panel, tree: Tree, options: Partial<PcaWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(pcaWeightsCard, options);
  const found = weighGroups(normalised, tree, chosen, (block) => {
    const { weights, raw, components, ids, warnings } = inBlock(block, chosen);
    const kept = chosen.form === "first" ? 1 : countKept(components.eigenvalues, chosen.keep);
    const explained = components.eigenvalues.map((one) => one / components.eigenvalues.length);
    const { kmo, bartlett } = suitability(components);
    return {
      weights,
      trace: {
        rows: components.rows,
        analysed: ids,
        dropped: block.ids.filter((id) => !ids.includes(id)),
        eigenvalues: components.eigenvalues,
        explained,
        kept,
        vectors: components.vectors,
        loadings: loadingsOf(components, kept),
        ...(chosen.form === "rotated" ? { rotated: varimax(loadingsOf(components, kept)) } : {}),
        kmo,
        bartlett,
        raw,
      },
      warnings: [...warnings, ...singularWarning(kmo, block.place)],
    };
  });
  return result(pcaWeightsCard, { options: chosen, ...found });
}

interface Found {
  /** one per indicator of the block */
  readonly weights: readonly number[];
  /** before the policy, one per indicator analysed */
  readonly raw: readonly number[];
  readonly components: Components;
  readonly ids: readonly string[];
  readonly warnings: readonly Warning[];
}

function inBlock(block: Block, { form, keep, negativeWeight: negative }: PcaWeightsOptions): Found {
  let ids = [...block.ids];
  for (;;) {
    const part: Block = { ...block, ids, columns: ids.map((id) => block.columns[block.ids.indexOf(id)]) };
    const components = principalComponents(part);
    const raw = rawWeights(components, form, keep);
    const below = ids.filter((_, j) => raw[j] < 0);
    if (below.length > 0 && negative === "fault") throw negativeWeightFault(block.place, ids, raw, "abs, zero or drop");
    if (below.length > 0 && negative === "drop") {
      const worst = ids[raw.indexOf(Math.min(...raw))];
      ids = ids.filter((id) => id !== worst);
      if (ids.length < 2) throw noWeightFault(block.place, { en: "all but one were dropped", zh: "除一个外均被剔除" });
      continue;
    }
    const used = raw.map((one) => (one >= 0 ? one : negative === "abs" ? -one : 0));
    const dropped = block.ids.filter((id) => !ids.includes(id));
    return {
      weights: block.ids.map((id) => used[ids.indexOf(id)] ?? 0),
      raw,
      components,
      ids,
      warnings: [
        ...(below.length ? [negativeWeightWarning(block.place, below, policyText[negative])] : []),
        ...(dropped.length ? [negativeWeightWarning(block.place, dropped, policyText.drop)] : []),
      ],
    };
  }
}

const policyText = {
  fault: { en: "", zh: "" },
  abs: { en: "its size is used", zh: "已取绝对值" },
  zero: { en: "it counts as 0", zh: "已记为 0" },
  drop: { en: "left out, and the components taken again", zh: "已剔除并重新计算主成分" },
};

function rawWeights(components: Components, form: PcaWeightsOptions["form"], keep: PcaWeightsOptions["keep"]): number[] {
  const { eigenvalues, vectors } = components;
  if (form === "first") return [...vectors[0]];
  const kept = countKept(eigenvalues, keep);
  if (form === "rotated") return varimax(loadingsOf(components, kept)).map((row) => Math.max(...row.map((one) => one * one)));
  const total = sum(eigenvalues.slice(0, kept));
  return vectors[0].map((_, j) => sum(vectors.slice(0, kept).map((vector, k) => (eigenvalues[k] / total) * vector[j])));
}

/** Loadings u√λ of the first components, one list per indicator. */
const loadingsOf = ({ eigenvalues, vectors }: Components, kept: number): number[][] =>
  vectors[0].map((_, j) => vectors.slice(0, kept).map((vector, k) => vector[j] * Math.sqrt(Math.max(0, eigenvalues[k]))));

function countKept(eigenvalues: readonly number[], keep: PcaWeightsOptions["keep"]): number {
  if (keep === "kaiser") return Math.max(1, eigenvalues.filter((one) => one > 1 + 1e-12).length);
  let reached = 0;
  const enough = eigenvalues.findIndex((one) => {
    reached += one / eigenvalues.length;
    return reached >= keep - 1e-12;
  });
  return enough + 1;
}

function singularWarning(kmo: number | null, place: string): Warning[] {
  if (kmo !== null) return [];
  return [
    {
      code: "no-suitability",
      text: {
        en: `${place}: KMO and Bartlett's test cannot be computed: a column is a combination of others, or all are uncorrelated`,
        zh: `${place}：无法计算 KMO 与 Bartlett 检验：某列可由其他列线性表示，或各列均不相关`,
      },
    },
  ];
}
