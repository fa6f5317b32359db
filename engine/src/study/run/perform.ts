import type { Outcome, Result } from "../../method/index.js";
import { type ReplayTask, runReplay } from "../robustness/replay/plan-of.js";
import { runTask, type StepTask } from "./task.js";

/** What a worker may be asked to do. */
export type Task = StepTask | ReplayTask;
export type Answer<T extends Task> = T extends ReplayTask ? readonly Outcome[] : Result;

export const perform = <T extends Task>(task: T): Promise<Answer<T>> =>
  ("replay" in task ? runReplay(task) : runTask(task)) as Promise<Answer<T>>;
