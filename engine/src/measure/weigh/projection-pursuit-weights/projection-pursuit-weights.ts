/**
 * Projection pursuit weights: the unit direction a ≥ 0 that makes Q(a) = S_z D_z largest, S_z the spread of the projections and D_z
 * their local density inside a window R; weights are a² or a/Σa.
 * Source: Friedman & Tukey (1974), doi:10.1109/T-C.1974.224051; the form S·D with R = 0.1 S is the one of Chinese evaluation studies.
 * Q has corners and many local maxima. The search turns a in planes of two axes by ever smaller angles, from the axes, the diagonal
 * and seeded directions, then again and again from the best one kicked aside; at last it follows ridges by small
 * random steps, and fresh directions near and far probe the result. Another end nearly as good with other weights is a warning.
 */
import { cos, sin } from "../../../ground/elementary/index.js";
import { Stream } from "../../../ground/random/index.js";
import { sum } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Panel, Tree, Weights } from "../../../table/index.js";
import { completeRows } from "../../principal-components.js";
import { projectionIndex } from "../projection-index.js";
import { weighGroups } from "../weigh-groups.js";
import { type ProjectionPursuitWeightsOptions, projectionPursuitWeightsCard } from "./projection-pursuit-weights.method.js";

const widest = 0.4;
const coarse = 1e-3;
const fine = 1e-7;
const kicks = [1, 0.3, 0.1, 0.03, 0.01];
const kicksPerStart = 10;
const polishSteps = 4000;
const sweep = 720;
const quarter = Math.PI / 2;
const probes = 500;

/**
 * @param normalised indicators on one scale, direction applied; rows with a missing cell in the group are left out
 * @param options scope, within, bounds, window, take, starts, seed
 * @returns value: weights; trace per group: a, S, D, Q, ends of all starts, the best of the directions that probed the result
 */
export function projectionPursuitWeights(
  normalised: Panel,
  tree: Tree,
  options: Partial<ProjectionPursuitWeightsOptions> = {},
): Result<Weights> {
  const chosen = settle(projectionPursuitWeightsCard, options);
  const found = weighGroups(normalised, tree, chosen, (block) => {
    const { columns } = completeRows(block);
    const value = (a: readonly number[]): number => projectionIndex(columns, a, chosen.window).q;
    const stream = new Stream(chosen.seed, 1);
    const ends = startsFor(columns.length, chosen).map((start) => climb(value, start, coarse));
    for (let k = 0; k < kicksPerStart * chosen.starts; k++) ends.push(climb(value, kicked(highest(ends).a, k, stream), coarse));
    const best = polished(value, highest(ends), stream);
    const probe = highest(Array.from({ length: probes }, (_, k) => directed(value, kicked(best.a, k, stream))));
    const weightsOf = ({ a }: Direction): number[] =>
      chosen.take === "squares" ? a.map((one) => one * one) : a.map((one) => one / sum(a));
    const rival = rivalOf(best, ends, weightsOf);
    const { s, d, q } = projectionIndex(columns, best.a, chosen.window);
    return {
      weights: weightsOf(best),
      trace: { rows: columns[0].length, a: best.a, S: s, D: d, Q: q, ends: ends.map((one) => one.q), bestProbe: probe.q, rival },
      columns: { a: { names: { en: "entry of the direction", zh: "投影方向分量" }, of: best.a } },
      warnings: rival === null ? [] : [rivalWarning(block.place, rival.q / q)],
    };
  });
  return result(projectionPursuitWeightsCard, { options: chosen, ...found });
}

interface Direction {
  readonly a: readonly number[];
  readonly q: number;
}

/** Turn in every plane of two axes as long as that helps, then by half the angle. */
function climb(value: (a: readonly number[]) => number, start: readonly number[], narrowest: number): Direction {
  let a = start;
  let q = value(a);
  for (let angle = widest; angle > narrowest; angle /= 2) {
    const [c, s] = [cos(angle), sin(angle)];
    for (let better = true; better; ) {
      better = false;
      for (let i = 0; i < a.length; i++) {
        for (let j = 0; j < a.length; j++) {
          if (i === j || a[j] === 0) continue;
          const turned = turn(a, i, j, c, s);
          const there = value(turned);
          if (there > q * (1 + 1e-13)) [a, q, better] = [turned, there, true];
        }
      }
    }
  }
  return { a, q };
}

/** Turned from axis j towards axis i; where that would leave a ≥ 0, all of j goes to i. */
function turn(a: readonly number[], i: number, j: number, c: number, s: number): number[] {
  const out = [...a];
  const left = c * a[j] - s * a[i];
  out[i] = left > 0 ? c * a[i] + s * a[j] : Math.sqrt(a[i] * a[i] + a[j] * a[j]);
  out[j] = Math.max(0, left);
  return unit(out);
}

const unit = (a: readonly number[]): number[] => {
  const length = Math.sqrt(sum(a.map((one) => one * one)));
  return a.map((one) => one / length);
};

const direction = (n: number, stream: Stream): number[] => unit(Array.from({ length: n }, () => Math.abs(stream.normal())));

/** A direction beside another, nearer or farther by turns. */
const kicked = (a: readonly number[], k: number, stream: Stream): number[] =>
  unit(a.map((one) => Math.abs(one + kicks[k % kicks.length] * stream.normal())));

const directed = (value: (a: readonly number[]) => number, a: readonly number[]): Direction => ({ a, q: value(a) });
const highest = (all: readonly Direction[]): Direction => all.reduce((most, one) => (one.q > most.q ? one : most));

/** Scanned once round every plane of two axes, each plane going on from the best found so far. */
function swept(value: (a: readonly number[]) => number, start: Direction): Direction {
  let best = start;
  for (let i = 1; i < start.a.length; i++) {
    for (let j = 0; j < i; j++) {
      const length = Math.sqrt(best.a[i] * best.a[i] + best.a[j] * best.a[j]);
      const rest = best.a;
      for (let k = 0; k <= sweep; k++) {
        const angle = (k / sweep) * quarter;
        const next = directed(value, unit(rest.map((one, x) => (x === i ? length * cos(angle) : x === j ? length * sin(angle) : one))));
        if (next.q > best.q) best = next;
      }
    }
  }
  return best;
}

/** Small steps in random directions along ridges that no plane follows: wider after a success, narrower after a failure. */
function polished(value: (a: readonly number[]) => number, start: Direction, stream: Stream): Direction {
  let best = climb(value, swept(value, start).a, fine);
  let step = 0.05;
  for (let k = 0; k < polishSteps && step > fine; k++) {
    const next = directed(value, unit(best.a.map((one) => Math.abs(one + step * stream.normal()))));
    if (next.q > best.q) [best, step] = [next, step * 1.5];
    else step *= 0.95;
  }
  return climb(value, best.a, fine);
}

/** An end nearly as good as the best with other weights. */
function rivalOf(best: Direction, ends: readonly Direction[], weightsOf: (one: Direction) => number[]) {
  const own = weightsOf(best);
  const others = ends
    .filter((one) => one.q >= 0.99 * best.q)
    .map((one) => ({ q: one.q, weights: weightsOf(one) }))
    .filter(({ weights }) => weights.some((one, j) => Math.abs(one - own[j]) > 0.1));
  return others.length ? others.reduce((most, one) => (one.q > most.q ? one : most)) : null;
}

const rivalWarning = (place: string, share: number): Warning => {
  const percent = (share * 100).toFixed(1);
  return {
    code: "rival-optimum",
    text: {
      en: `${place}: another direction reaches ${percent} % of the optimum with weights that differ by more than 0.1: the weights are not firmly determined`,
      zh: `${place}：另一投影方向达到最优值的 ${percent}%，而权重相差超过 0.1：所得权重很不稳定`,
    },
  };
};

function startsFor(n: number, { starts, seed }: ProjectionPursuitWeightsOptions): number[][] {
  const axes = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  const stream = new Stream(seed, 0);
  return [...axes, unit(Array.from({ length: n }, () => 1)), ...Array.from({ length: starts }, () => direction(n, stream))];
}
