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
  readonly scores: (index: Pick<Ran, "scores" | "coupled">) => void;
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
    const worker = this.#running();
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      worker.postMessage({ id, call, args } satisfies Asked);
    });
  }

  /** Give the worker the study's files; it is sent what it does not hold yet. */
  async keep(files: Files): Promise<void> {
    const held = this.#worker ? this.#files : {};
    this.#files = {};
    const asked = this.ask(
      "keep",
      Object.fromEntries(Object.entries(files).filter(([name, bytes]) => held[name] !== bytes)),
      Object.keys(files),
    );
    this.#files = files;
    await asked;
  }

  /** Give the run under way up. A worker too deep in its work is ended and its memory freed; the next one is given the same files. */
  async cancel(): Promise<void> {
    const heard = await Promise.race([this.ask("cancel").then(() => true), wait(patience).then(() => false)]);
    if (heard) return;
    this.close();
  }

  close(fault: PlainFault = ended): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { failed } of this.#waiting.values()) failed(new Refused(fault));
    this.#waiting.clear();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
    worker.onerror = (event) => this.close(broken(event.message));
    this.#worker = worker;
    if (Object.keys(this.#files).length) this.ask("keep", this.#files).catch(() => undefined);
    return worker;
  }

  #hear(told: Told): void {
    if (told.kind === "progress") this.listener.progress(told.done, told.total, told.names);
    else if (told.kind === "scores") this.listener.scores(told);
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

const broken = (message: string): PlainFault => ({
  code: "worker",
  exit: 3,
  found: { en: `the engine stopped: ${message}`, zh: `计算引擎停止：${message}` },
  expected: { en: "this is a fault of the program, not of your data", zh: "这是程序的错误，不是数据的错误" },
  next: { en: "reload the page; your study is kept", zh: "请重新加载页面，研究已保存" },
  others: [],
});
