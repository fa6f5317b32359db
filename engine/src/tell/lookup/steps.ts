import type { ResultTable } from "../../method/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import { type Index, isIndex } from "../../table/index.js";
import { type Grid, panelGrid } from "./grid.js";

export const stepsOf = (run: StudyRun, verb: string): readonly StepRun[] => run.steps.filter((step) => step.verb === verb);

export const tableOf = (step: StepRun | undefined, id: string): ResultTable | undefined =>
  step?.result.tables.find((table) => table.id === id);

/** Where the raw numbers of a step's table are written, when the step has that table. */
export const fileOf = (step: StepRun, table: string): string | undefined =>
  tableOf(step, table) ? `tables/${step.id}.${table}.csv` : undefined;

export interface IndexStep {
  readonly step: StepRun;
  readonly index: Index;
  /** name of the view when the index is built over another tree than the framework's own */
  readonly view: string | null;
}

function viewOf(step: StepRun): string | null {
  const tree = Object.values(step.sources).find((source) => source.kind === "tree");
  return tree?.kind === "tree" ? tree.view : null;
}

/** Every index of the study, in the order of the file. */
export const indexSteps = (run: StudyRun): readonly IndexStep[] =>
  run.steps.flatMap((step) => {
    const { value } = step.result;
    return isIndex(value) ? [{ step, index: value, view: viewOf(step) }] : [];
  });

/** The index the report is about: the first over the framework's own tree. */
export const mainIndex = (run: StudyRun): IndexStep | undefined => indexSteps(run).find((one) => one.view === null);

/** Other indices over the same roots: the same framework weighed or aggregated in another way. */
export function alternatives(run: StudyRun): readonly IndexStep[] {
  const main = mainIndex(run);
  return indexSteps(run).filter((one) => one !== main && one.step.id !== main?.step.id && one.view === null);
}

/** Indices over other views of the framework, e.g. labour, means and object. */
export const views = (run: StudyRun): readonly IndexStep[] => indexSteps(run).filter((one) => one.view !== null);

/** The scores of one node of an index, roots included. */
export const nodeGrid = (index: Index, id: string): Grid => panelGrid(index.nodes, id);

/** Ids of the systems that have a score of their own. */
export const rootsOf = (index: Index): readonly string[] => index.scores.variables.map((one) => one.id);

/** The step whose weights an index was built with. */
export function weightStepOf(run: StudyRun, { step }: IndexStep): StepRun | undefined {
  const source = Object.entries(step.sources).find(([slot]) => step.card.inputs[slot]?.kind === "weights")?.[1];
  return source?.kind === "step" ? run.steps.find((one) => one.id === source.id) : undefined;
}
