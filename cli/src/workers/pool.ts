import { Worker } from "node:worker_threads";
import { type Answer, perform, type Task } from "@gongfu/engine/study";
import { type Reply, sender, unpackFault } from "./wire.js";

export interface Pool {
  readonly execute: <T extends Task>(task: T) => Promise<Answer<T>>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly done: (answer: Answer<Task>) => void;
  readonly failed: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly put: ReturnType<typeof sender>;
}

/** So many threads that do tasks, this one among them; a free one takes the next in line. The others start with the first task worth sending. */
export function pool(size: number): Pool {
  const line: Job[] = [];
  const threads: Thread[] = [];
  const free: Thread[] = [];
  const busy = new Map<Thread, Job>();
  let here: Job | undefined;
  let broken: unknown;

  const next = (): void => {
    while (line.length) {
      const thread = cells(line[0].task) < worthSending ? undefined : (free.pop() ?? start());
      if (!thread && here) return;
      const job = line.shift() as Job;
      if (thread) send(thread, job);
      else doHere(job);
    }
  };
  const send = (thread: Thread, job: Job): void => {
    busy.set(thread, job);
    thread.worker.postMessage(thread.put(job.task));
  };
  const doHere = (job: Job): void => {
    here = job;
    perform(job.task)
      .then(job.done, job.failed)
      .finally(() => {
        here = undefined;
        next();
      });
  };
  const breakDown = (error: unknown): void => {
    broken = error;
    for (const job of [...busy.values(), ...line.splice(0)]) job.failed(error);
    busy.clear();
  };
  const start = (): Thread | undefined => {
    if (threads.length >= size - 1) return undefined;
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    const thread = { worker, put: sender() };
    worker.on("message", (reply: Reply) => {
      const job = busy.get(thread);
      busy.delete(thread);
      free.push(thread);
      if (reply.kind === "answer") job?.done(reply.answer);
      else if (reply.kind === "fault") job?.failed(unpackFault(reply.fault));
      else job?.failed(Object.assign(new Error(reply.message), { stack: reply.stack }));
      next();
    });
    worker.on("error", breakDown);
    threads.push(thread);
    return thread;
  };

  return {
    execute: <T extends Task>(task: T) =>
      new Promise<Answer<T>>((done, failed) => {
        if (broken) return failed(broken);
        line.push({ task, done: (answer) => done(answer as Answer<T>), failed });
        next();
      }),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** What reads fewer cells is done sooner here than a thread starts. */
const worthSending = 1_200_000;

/** Cells a task reads; a replay reads its panel once a draw. */
function cells(task: Task): number {
  if ("replay" in task) return task.draws.length * task.replay.data.values.length;
  let count = 0;
  for (const value of Object.values(task.inputs)) {
    const values = ArrayBuffer.isView(value) ? value : (value as { values?: unknown } | undefined)?.values;
    if (values instanceof Float64Array) count += values.length;
  }
  return count;
}
