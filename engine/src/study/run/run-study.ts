import { Fault, isFault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Result } from "../../method/index.js";
import { version } from "../../version.js";
import { readStudy } from "../plan/read-study.js";
import type { StepRun, Study, StudyHost, StudyRun } from "../types.js";
import { dependencies, taskOf } from "./inputs.js";
import { loadData, loadFramework } from "./load.js";
import { runTask, type StepTask } from "./task.js";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly step: string;
  readonly names: Text;
}

export interface RunOptions {
  /** runs one step; in this thread when absent, in a pool of workers when given */
  readonly execute?: (task: StepTask) => Promise<Result>;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Read a study file and run it. Steps that do not wait for each other may run side by side; results never depend on it. */
export async function runStudy(text: string, file: string, host: StudyHost, options: RunOptions = {}): Promise<StudyRun> {
  return runSteps(await readStudy(text, file), host, options);
}

export async function runSteps(
  study: Study,
  host: StudyHost,
  { execute = runTask, onProgress, signal }: RunOptions = {},
): Promise<StudyRun> {
  const data = await loadData(study, host);
  const framework = await loadFramework(study, data, host);
  const results = new Map<string, Result>();
  const pending = new Map<string, Promise<Result>>();
  let done = 0;
  const place = (path: readonly (string | number)[]) => study.locate(path, "value");

  for (const step of study.steps) {
    const work = async (): Promise<Result> => {
      await Promise.all(dependencies(step).map((id) => pending.get(id)));
      if (signal?.aborted) throw cancelled();
      const result = await execute(taskOf(step, { data: data.panel, framework, results, place })).catch((error: unknown) => {
        throw isFault(error) ? error.at({ ...study.locate(step.path, "key"), path: step.id }) : error;
      });
      results.set(step.id, result);
      onProgress?.({ done: ++done, total: study.steps.length, step: step.id, names: step.card.names });
      return result;
    };
    pending.set(step.id, work());
  }
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

const cancelled = (): Fault =>
  new Fault({
    code: "cancelled",
    found: { en: "the run was cancelled", zh: "运行已取消" },
    expected: { en: "nothing was written", zh: "没有写出任何文件" },
    next: { en: "run it again when ready", zh: "准备好后可重新运行" },
  });
