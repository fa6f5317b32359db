import { isFault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Result } from "../../method/index.js";
import { version } from "../../version.js";
import { readStudy } from "../plan/read-study.js";
import type { Hands } from "../robustness/replay/plan-of.js";
import type { PlanSource, StepRun, Study, StudyHost, StudyRun } from "../types.js";
import { cancelled } from "./cancelled.js";
import { dependencies, taskOf } from "./inputs.js";
import { type Loaded, loadStudy } from "./load.js";
import type { StepMemory } from "./memory.js";
import { type Answer, perform, type Task } from "./perform.js";
import { runTask } from "./task.js";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly step: string;
  readonly names: Text;
  /** how far a step that runs the plan again has come */
  readonly part?: { readonly done: number; readonly total: number };
}

export interface RunOptions {
  /** runs one step, or some draws of a plan; in this thread when absent, in a pool of workers when given */
  readonly execute?: <T extends Task>(task: T) => Promise<Answer<T>>;
  /** how many tasks `execute` runs side by side; 1 when absent */
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** results of earlier runs: a step that depends on nothing that has changed is not run again */
  readonly memory?: StepMemory;
}

/** Read a study file and run it. Steps that do not wait for each other may run side by side; results never depend on it. */
export async function runStudy(text: string, file: string, host: StudyHost, options: RunOptions = {}): Promise<StudyRun> {
  const study = await readStudy(text, file);
  return runSteps(study, await loadStudy(study, host), options);
}

/** Run the steps of a study on its data and framework. */
export async function runSteps(
  study: Study,
  { data, framework }: Loaded,
  { execute = perform, workers = 1, onProgress, signal, memory }: RunOptions = {},
): Promise<StudyRun> {
  const keys = new Map<string, string>();
  const results = new Map<string, Result>();
  const pending = new Map<string, Promise<Result>>();
  let done = 0;
  const place = (path: readonly (string | number)[]) => study.locate(path, "value");

  study.steps.forEach((step, k) => {
    const key = memory?.keyOf(step, study.steps.slice(0, k), keys, { data, framework, seed: study.seed });
    if (key) keys.set(step.id, key);
    const work = async (): Promise<Result> => {
      await Promise.all(dependencies(step).map((id) => pending.get(id)));
      if (signal?.aborted) throw cancelled();
      const hands: Hands = {
        runReplay: execute,
        workers,
        onProgress: (drawn, all) =>
          onProgress?.({ done, total: study.steps.length, step: step.id, names: step.card.names, part: { done: drawn, total: all } }),
        signal,
      };
      const around = { data: data.panel, borders: data.borders, framework, results, seed: study.seed };
      const run = async (): Promise<Result> => {
        if (!Object.values(step.sources).some((source) => source.kind === "plan")) return execute(taskOf(step, { ...around, place }));
        const { planOf, replayOf } = await import("../robustness/replay/index.js");
        const plan = (source: PlanSource) => planOf(replayOf(source, study.steps.slice(0, k), around), results, hands);
        return runTask(taskOf(step, { ...around, place, plan }));
      };
      const known = key && memory?.get(key);
      const result =
        known ||
        (await run().catch((error: unknown) => {
          throw isFault(error) ? error.at({ ...study.locate(step.path, "key"), path: step.id }) : error;
        }));
      if (key) memory?.set(key, result);
      results.set(step.id, result);
      onProgress?.({ done: ++done, total: study.steps.length, step: step.id, names: step.card.names });
      return result;
    };
    pending.set(step.id, work());
  });
  // Every failure is awaited, and the first in the order of the file is the one reported.
  const settled = await Promise.allSettled(pending.values());
  for (const one of settled) if (one.status === "rejected") throw one.reason;

  const steps = study.steps.map((step): StepRun => ({ ...step, result: results.get(step.id) as Result }));
  return {
    study,
    data,
    framework,
    steps,
    lock: { gongfu: 1, engine: version, study: study.hash, data: data.hash, framework: framework.hash, seed: study.seed },
  };
}
