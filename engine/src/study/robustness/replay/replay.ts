import type { Framework } from "../../../framework/index.js";
import type { Result, ValueKind } from "../../../method/index.js";
import { isIndex, isPanel, isWeights, type Panel, type Tree } from "../../../table/index.js";
import type { PlanSource, Step, Variation } from "../../types.js";
import { nodesToLeaveOut } from "./without-node.js";
import { rowsToLeaveOut } from "./without-rows.js";

/** A step to be run again: what is written under its verb, and which open choices reach it. */
export interface ReplayStep extends Pick<Step, "id" | "verb" | "written" | "path"> {
  /** what stands above it in the study, and what that can be used as */
  readonly known: readonly { readonly id: string; readonly gives: ValueKind }[];
  /** positions of the variations that change this step itself */
  readonly touchedBy: readonly number[];
  /** positions of those that change it or anything it reads under some choice */
  readonly reachedBy: readonly number[];
}

/** All that evaluating a plan needs, as plain data, so that a worker can do it. */
export interface Replay {
  readonly of: PlanSource["of"];
  readonly variations: readonly Variation[];
  /** what each leave-out may leave out: ids of nodes, codes of units or periods, by position of the variation; the first alternative leaves out none */
  readonly leavable: Readonly<Record<number, readonly string[]>>;
  readonly steps: readonly ReplayStep[];
  /** results of the steps that no choice reaches */
  readonly fixed: Readonly<Record<string, Result>>;
  readonly data: Panel;
  readonly framework: { readonly tree: Tree; readonly views: Readonly<Record<string, Tree>> };
  readonly seed: number;
}

/** How many alternatives a choice has; undefined for a continuous one. */
export function levelsOf({ variations, leavable }: Pick<Replay, "variations" | "leavable">, k: number): number | undefined {
  const variation = variations[k];
  if (variation.kind === "among") return variation.alternatives.length;
  return leavable[k] ? leavable[k].length + 1 : undefined;
}

interface Around {
  readonly data: Panel;
  readonly framework: Pick<Framework, "tree" | "views">;
  readonly results: ReadonlyMap<string, Result>;
  readonly seed: number;
}

/** The part of a study that must be run again, and the results of the rest. */
export function replayOf(source: PlanSource, above: readonly Step[], around: Around): Replay {
  const { variations, of, reads } = source;
  const { tree, views } = around.framework;
  const reached = new Map<string, Set<number>>();
  const steps: ReplayStep[] = [];
  above.forEach((step, k) => {
    if (!reads[step.id]) return;
    const touchedBy = variations.flatMap((variation, position) => (touches(variation, step) ? [position] : []));
    const all = new Set(touchedBy);
    for (const id of reads[step.id]) for (const position of reached.get(id) ?? []) all.add(position);
    reached.set(step.id, all);
    if (all.size === 0) return;
    const known = [
      { id: "data", gives: "data" as const },
      ...above.slice(0, k).map((one) => ({ id: one.id, gives: one.card.outputs.value })),
    ];
    const { id, verb, written, path } = step;
    steps.push({ id, verb, written, path, known, touchedBy, reachedBy: [...all].sort((a, b) => a - b) });
  });
  const fixed = Object.keys(reads)
    .filter((id) => reached.get(id)?.size === 0)
    .map((id) => [id, slim(around.results.get(id) as Result)]);
  const leavable = variations.flatMap((variation, k) => {
    if (variation.kind === "leave-out") return [[k, nodesToLeaveOut(tree, variation.level, variation.below).map((node) => node.id)]];
    return variation.kind === "leave-out-rows" ? [[k, rowsToLeaveOut(around.data, variation.rows)]] : [];
  });
  return {
    of,
    variations,
    leavable: Object.fromEntries(leavable),
    steps,
    fixed: Object.fromEntries(fixed),
    data: around.data,
    framework: { tree, views },
    seed: around.seed,
  };
}

/** Leaving a node out acts where the tree's weights do, in the steps that weigh and aggregate; leaving rows out acts everywhere. */
function touches(variation: Variation, step: Step): boolean {
  switch (variation.kind) {
    case "among":
      return variation.alternatives.some(({ patches }) => patches.some((one) => one.step === step.id));
    case "range":
      return variation.patch.step === step.id;
    case "noise":
      return variation.step === step.id;
    case "leave-out":
      return usesWeights(step.card);
    case "leave-out-rows":
      return true;
  }
}

/** Whether a card reads the weights of the tree. */
export const usesWeights = ({ inputs, outputs }: Step["card"]): boolean =>
  (outputs.value === "weights" || outputs.value === "index") && Object.values(inputs).some((slot) => slot.kind === "tree");

/** What later steps may read of a result. */
const slim = (result: Result): Result => {
  const { method, value } = result;
  return { method, value, tables: isPanel(value) || isIndex(value) || isWeights(value) ? [] : result.tables, trace: {}, warnings: [] };
};
