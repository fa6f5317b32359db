import type { FrameworkEdit } from "@gongfu/engine/framework";
import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import { freeId, setMethod } from "../../part/form/step-edits.js";
import type { Plan } from "../../part/form/use-plan.js";
import type { StudyStore } from "../../study/study-store.js";
import type { TreeView } from "../../worker/calls/tree.js";
import { manualWeights } from "./manual-weights.js";

/** What rows of the tree can ask for. */
export interface TreeHands {
  readonly change: (edit: FrameworkEdit) => void;
  readonly weigh: (id: string, share: number) => void;
}

/** Kind of what is dragged: the id of an indicator. */
export const dragged = "application/x-gongfu-indicator";

/** One change of the tree. A framework that is not a file of the study becomes one, as a copy, in the same step. */
export async function changeTree(store: StudyStore, { file }: TreeView, plan: Plan, edit: FrameworkEdit): Promise<void> {
  const content = new TextEncoder().encode(await store.engine.ask("editTree", edit));
  if (file !== null) return store.change({ files: { [file]: content } });
  const { text, files } = store.state();
  const name = `${freeId("framework", new Set(Object.keys(files).map((one) => one.replace(/\.yaml$/, ""))))}.yaml`;
  return store.change({ text: await store.engine.ask("edit", text, ownFramework(plan, name)), files: { [name]: content } });
}

/** A study without a framework reads its columns as they are; with one they are derived by its signs and formulas. */
export function ownFramework({ framework, steps }: Pick<Plan, "framework" | "steps">, name: string): YamlEdit[] {
  const named: YamlEdit = { path: ["framework"], value: name };
  if (framework !== null || steps.some((one) => one.verb === "derive")) return [named];
  const at = steps.findIndex((one) => one.verb !== "audit");
  return [named, { path: ["steps", at < 0 ? steps.length : at], value: "derive", insert: true }];
}

/** Edits that give a node this share of its group: the step that weighs becomes one of weights by hand. Nothing when no step weighs. */
export function weightEdits({ nodes, weigh }: TreeView, { steps, cards }: Plan, id: string, share: number): YamlEdit[] {
  const step = steps.find((one) => one.id === weigh);
  const manual = [...cards.values()].find((one) => one.verb === "weigh" && one.as === "manual");
  if (!step || !manual) return [];
  const own = step.written?.method === manual.as ? ((step.written.set as Record<string, number> | undefined) ?? {}) : null;
  return setMethod(step, manual, steps, { set: manualWeights(nodes, id, share, own) });
}
