import { Fault, type FaultParts } from "@gongfu/engine/ground/fault";
import type { Answer, Task } from "@gongfu/engine/study";

type ReplayTask = Extract<Task, { readonly replay: unknown }>;

/** A task on its way to a thread: the replay that many draws share is sent once, then only named. */
export type Message =
  | { readonly kind: "step"; readonly task: Exclude<Task, ReplayTask> }
  | { readonly kind: "draws"; readonly key: number; readonly replay?: ReplayTask["replay"]; readonly draws: ReplayTask["draws"] };

/** How tasks are put to one thread. */
export function sender(): (task: Task) => Message {
  const keys = new Map<ReplayTask["replay"], number>();
  return (task) => {
    if (!("replay" in task)) return { kind: "step", task };
    const { replay, draws } = task;
    const key = keys.get(replay);
    if (key !== undefined) return { kind: "draws", key, draws };
    keys.set(replay, keys.size);
    return { kind: "draws", key: keys.size - 1, replay, draws };
  };
}

/** How the thread reads them. */
export function receiver(): (message: Message) => Task {
  const replays: ReplayTask["replay"][] = [];
  return (message) => {
    if (message.kind === "step") return message.task;
    const { key, replay, draws } = message;
    if (replay) replays[key] = replay;
    return { replay: replays[key], draws };
  };
}

/** A fault as plain data: an Error loses its own fields between threads. */
export type PlainFault = Omit<FaultParts, "others"> & { readonly others: readonly PlainFault[] };

export type Reply =
  | { readonly kind: "answer"; readonly answer: Answer<Task> }
  | { readonly kind: "fault"; readonly fault: PlainFault }
  | { readonly kind: "error"; readonly message: string; readonly stack: string | undefined };

export const packFault = (fault: Fault): PlainFault => ({ ...fault.parts(), others: fault.others.map(packFault) });
export const unpackFault = (plain: PlainFault): Fault => new Fault({ ...plain, others: plain.others.map(unpackFault) });
