import type { Order, Painted } from "./protocol.js";

interface Waiting {
  readonly done: (markup: string) => void;
  readonly failed: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let next = 0;

/** Draw in a worker of its own: the page stays free, and pictures do not wait for computations. */
export function paint(order: Order): Promise<string> {
  worker ??= started();
  const id = next++;
  worker.postMessage({ id, order });
  return new Promise((done, failed) => waiting.set(id, { done, failed }));
}

function started(): Worker {
  const painter = new Worker(new URL("./painter.ts", import.meta.url), { type: "module", name: "painter" });
  painter.onmessage = ({ data }: MessageEvent<Painted>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) one?.failed(new Error(data.failed));
    else one?.done(data.markup);
  };
  // A painter that stops is not waited for; the next picture starts another.
  painter.onerror = ({ message }) => {
    painter.terminate();
    worker = null;
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  };
  return painter;
}
