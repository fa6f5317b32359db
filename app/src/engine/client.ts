import type { Text } from "@gongfu/engine";
import type { Answer, Arguments, Asked, CallName, PlainFault, Told } from "../worker/protocol.js";
import type { Ran } from "../worker/ran.js";

/** What the worker refused, with its fault. */
export class Refused extends Error {
  constructor(readonly fault: PlainFault) {
    super(fault.found.en);
  }
}

export interface Listener {
  readonly progress: (done: number, total: number, names: Text) => void;
  readonly ran: (ran: Ran) => void;
}

type Files = Readonly<Record<string, Uint8Array>>;

interface Waiting {
  readonly done: (value: never) => void;
  readonly failed: (error: unknown) => void;
}

/** How long a run may take to hear that it is cancelled before its worker is ended. */
const patience = 600;

/** The engine in its worker, as the page sees it. */
export class Engine {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #next = 0;
  #files: Files = {};

  constructor(private readonly listener: Listener) {}

  ask<K extends CallName>(call: K, ...args: Arguments<K>): Promise<Answer<K>> {
    if (call === "keep") this.#files = args[0] as Files;
    const worker = this.#running();
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      worker.postMessage({ id, call, args } satisfies Asked);
    });
  }

  /** Give the run under way up. A worker too deep in its work is ended, its memory freed, and a new one holds the same files. */
  async cancel(): Promise<void> {
    const heard = await Promise.race([this.ask("cancel").then(() => true), wait(patience).then(() => false)]);
    if (heard) return;
    this.close();
    if (Object.keys(this.#files).length) await this.ask("keep", this.#files);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { failed } of this.#waiting.values()) failed(new Refused(ended));
    this.#waiting.clear();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.close();
    };
    this.#worker = worker;
    return worker;
  }

  #hear(told: Told): void {
    if (told.kind === "progress") this.listener.progress(told.done, told.total, told.names);
    else if (told.kind === "ran") this.listener.ran(told.ran);
    else this.#settle(told);
  }

  #settle(told: Extract<Told, { id: number }>): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.kind === "fault") waiting?.failed(new Refused(told.fault));
    else waiting?.done(told.value as never);
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const ended: PlainFault = {
  code: "ended",
  found: { en: "the computation was ended", zh: "计算已终止" },
  expected: { en: "expected it to run to its end", zh: "应运行至结束" },
  next: { en: "change the study or run it again", zh: "请修改研究或重新运行" },
  others: [],
};
