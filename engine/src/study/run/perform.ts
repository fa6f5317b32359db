import type { Outcome, Result } from "../../method/index.js";
import type { ReplayTask } from "../robustness/replay/plan-of.js";
import { runTask, type StepTask } from "./task.js";

/** What a worker may be asked to do. */
export type Task = StepTask | ReplayTask;
export type Answer<T extends Task> = T extends ReplayTask ? readonly Outcome[] : Result;

/** Do it here. The code that runs a plan again comes when it is first needed. */
export const perform = <T extends Task>(task: T): Promise<Answer<T>> =>
  ("replay" in task ? replayed(task) : runTask(task)) as Promise<Answer<T>>;

async function replayed(task: ReplayTask): Promise<readonly Outcome[]> {
  const { runReplay } = await import("../robustness/replay/index.js");
  return runReplay(task);
}
