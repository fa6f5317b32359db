import { Worker } from "node:worker_threads";
import type { Answer, Task } from "@gongfu/engine/study";
import { type Reply, unpackFault } from "./wire.js";

export interface Pool {
  readonly execute: <T extends Task>(task: T) => Promise<Answer<T>>;
  readonly close: () => Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly done: (answer: Answer<Task>) => void;
  readonly failed: (error: unknown) => void;
}

/** So many threads that do tasks; a free one takes the next in line. */
export function pool(size: number): Pool {
  const waiting: Job[] = [];
  const free: Worker[] = [];
  const busy = new Map<Worker, Job>();
  let broken: unknown;

  const next = (): void => {
    while (waiting.length && free.length) {
      const worker = free.pop() as Worker;
      const job = waiting.shift() as Job;
      busy.set(worker, job);
      worker.postMessage(job.task);
    }
  };
  const breakDown = (error: unknown): void => {
    broken = error;
    for (const job of [...busy.values(), ...waiting.splice(0)]) job.failed(error);
    busy.clear();
  };
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    worker.on("message", (reply: Reply) => {
      const job = busy.get(worker);
      busy.delete(worker);
      free.push(worker);
      if (reply.kind === "answer") job?.done(reply.answer);
      else if (reply.kind === "fault") job?.failed(unpackFault(reply.fault));
      else job?.failed(Object.assign(new Error(reply.message), { stack: reply.stack }));
      next();
    });
    worker.on("error", breakDown);
    free.push(worker);
    return worker;
  });

  return {
    execute: <T extends Task>(task: T) =>
      new Promise<Answer<T>>((done, failed) => {
        if (broken) return failed(broken);
        waiting.push({ task, done: (answer) => done(answer as Answer<T>), failed });
        next();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
