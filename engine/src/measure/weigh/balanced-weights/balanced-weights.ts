/**
 * Correlation-balanced weights: r_j = corr(x_j, Σ w_k x_k) inside each group; min Σ (r_j/Σr − t_j)² (balance) or max Σ r_j² (infomax)
 * over weights that sum to 1 inside bounds, by spectral projected gradients from several seeded starts.
 * Source: Paruolo, Saisana & Saltelli (2013), doi:10.1111/j.1467-985X.2012.01059.x; Becker et al. (2022), doi:10.21105/joss.04567.
 * The best end need not reach the targets: with weights of at least 0 an indicator that runs against its group cannot be balanced.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { Stream } from "../../../ground/random/index.js";
import { dot, mean, sum } from "../../../ground/sums/index.js";
import { quote } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { completeRows } from "../../principal-components.js";
import { checkBounds } from "../bound-weights.js";
import { projectOnSimplex } from "../simplex.js";
import { type Slope, spectralDescent } from "../spectral-descent.js";
import { weighGroups } from "../weigh-groups.js";
import { type BalancedWeightsOptions, balancedWeightsCard } from "./balanced-weights.method.js";

/**
 * @param normalised indicators with their direction applied; rows with a missing cell in the group are left out
 * @param options scope, within, bounds (default [0, 1]), objective, targets, starts, seed
 * @returns value: weights; trace per group: r, target, obtained, objective, that of equal weights, ends of all starts, bounds that hold
 */
export function balancedWeights(normalised: Panel, tree: Tree, options: Partial<BalancedWeightsOptions> = {}): Result<Weights> {
  const chosen = settle(balancedWeightsCard, options);
  checkTargets(chosen, tree);
  const bounds = chosen.bounds ?? [0, 1];
  const { scope, within } = chosen;
  const found = weighGroups(normalised, tree, { scope, within }, (block) => {
    const { ids, place } = block;
    checkBounds(ids.length, bounds, place);
    const S = covariances(completeRows(block).columns);
    const target = targetsOf(chosen, ids, place);
    const at = (w: readonly number[]): Slope => slopeOf(S, w, target, chosen.objective);
    const project = (w: readonly number[]): number[] => projectOnSimplex(w, bounds);
    const ends = startsFor(S, chosen).map((start) => spectralDescent(at, project, start));
    const best = ends.reduce((least, one) => (one.value < least.value - 1e-15 ? one : least));
    if (!Number.isFinite(best.value)) throw noBalance(place);
    const r = correlationsWith(S, best.x);
    const sign = chosen.objective === "balance" ? 1 : -1;
    const equal = at(project(ids.map(() => 1 / ids.length))).value;
    return {
      weights: best.x,
      trace: {
        r,
        ...(chosen.objective === "balance" ? { target, obtained: r.map((one) => one / sum(r)) } : {}),
        objective: sign * best.value,
        objectiveOfEqual: Number.isFinite(equal) ? sign * equal : null,
        ends: ends.map((one) => (Number.isFinite(one.value) ? sign * one.value : null)),
        atFloor: ids.filter((_, j) => best.x[j] === bounds[0]),
        atCap: ids.filter((_, j) => best.x[j] === bounds[1]),
      },
      columns: { r: { names: { en: "correlation with the group's index", zh: "与组内指数的相关系数" }, of: r } },
    };
  });
  return result(balancedWeightsCard, { options: chosen, ...found });
}

/** Covariances, scaled so that the largest variance is 1. */
function covariances(columns: readonly Float64Array[]): number[][] {
  const away = columns.map((column) => {
    const centre = mean(column);
    return column.map((one) => one - centre);
  });
  const largest = Math.max(...away.map((one) => dot(one, one)));
  return away.map((one) => away.map((other) => dot(one, other) / largest));
}

/** r_j = (Sw)_j/(s_j √(w'Sw)); NaN when the index does not vary. */
function correlationsWith(S: readonly (readonly number[])[], w: readonly number[]): number[] {
  const y = S.map((row) => dot(row, w));
  const q = dot(w, y);
  return y.map((one, j) => (q > 1e-14 ? one / Math.sqrt(S[j][j] * q) : Number.NaN));
}

/** The objective, to be made least, and its gradient; Infinity where the index does not vary or the correlations do not sum above 0. */
function slopeOf(
  S: readonly (readonly number[])[],
  w: readonly number[],
  target: readonly number[],
  objective: BalancedWeightsOptions["objective"],
): Slope {
  const r = correlationsWith(S, w);
  const total = sum(r);
  if (total !== total || (objective === "balance" && total <= 1e-9)) return { value: Number.POSITIVE_INFINITY, gradient: w.map(() => 0) };
  const y = S.map((row) => dot(row, w));
  const q = dot(w, y);
  const gap = r.map((one, j) => one / total - target[j]);
  const lean = sum(gap.map((one, j) => (one * r[j]) / total));
  const byR = objective === "infomax" ? r.map((one) => -2 * one) : gap.map((one) => (2 / total) * (one - lean));
  const direct = byR.map((one, j) => one / Math.sqrt(S[j][j] * q));
  const along = sum(byR.map((one, j) => one * r[j])) / q;
  return {
    value: objective === "infomax" ? -sum(r.map((one) => one * one)) : sum(gap.map((one) => one * one)),
    gradient: S.map((row, k) => dot(row, direct) - along * y[k]),
  };
}

/** Equal weights, weights that even out the spreads, and random ones. */
function startsFor(S: readonly (readonly number[])[], { starts, seed }: BalancedWeightsOptions): number[][] {
  const unit = (raw: readonly number[]): number[] => raw.map((one) => one / sum(raw));
  const random = Array.from({ length: starts }, (_, k) => {
    const stream = new Stream(seed, k);
    return unit(S.map(() => stream.exponential()));
  });
  return [S.map(() => 1 / S.length), unit(S.map((row, j) => 1 / Math.sqrt(row[j]))), ...random];
}

function targetsOf({ targets }: BalancedWeightsOptions, ids: readonly string[], place: string): number[] {
  const given = ids.map((id) => targets?.[id] ?? 1);
  const total = sum(given);
  if (total > 0) return given.map((one) => one / total);
  throw new Fault({
    code: "no-target",
    place: { path: place },
    found: { en: `every target of ${place} is 0`, zh: `${place} 的目标全部为 0` },
    expected: { en: "expected at least one target above 0", zh: "至少应有一个目标大于 0" },
    next: { en: "mend the targets", zh: "请更正 targets" },
  });
}

function checkTargets({ targets, objective }: BalancedWeightsOptions, tree: Tree): void {
  if (targets === undefined) return;
  const known = tree.leaves.map((leaf) => leaf.id);
  const stranger = Object.keys(targets).find((id) => !known.includes(id));
  if (objective === "balance" && stranger === undefined) return;
  const near = stranger === undefined ? undefined : nearest(stranger, known);
  throw new Fault({
    code: "targets",
    place: { path: "targets" },
    found:
      objective === "infomax"
        ? { en: "targets are given but objective is infomax", zh: "给出了 targets，而 objective 为 infomax" }
        : { en: `targets name ${quote(stranger)}, which is no indicator`, zh: `targets 中的 ${quote(stranger)} 不是指标` },
    expected: { en: "expected targets of indicators, for balance only", zh: "targets 应按指标给出，且仅用于 balance" },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove them", zh: "请删去" },
  });
}

const noBalance = (place: string): Fault =>
  new Fault({
    code: "no-balance",
    place: { path: place },
    found: {
      en: `from no start does the index of ${place} vary and go with its indicators`,
      zh: `从任何起点出发，${place} 的指数都不能既有变化又与其指标同向`,
    },
    expected: { en: "expected indicators that go together on the whole", zh: "各指标总体上应同向变动" },
    next: { en: "check the directions, or weigh in another way", zh: "请核对指标方向，或改用其他赋权方法" },
  });
