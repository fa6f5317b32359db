import type { FaultParts, Text } from "@gongfu/engine";
import type { Calls } from "./calls/index.js";
import type { Coupled, Ran, Scores } from "./ran.js";

/** A fault as plain data. */
export type PlainFault = Omit<FaultParts, "others"> & { readonly others: readonly PlainFault[] };

export type CallName = keyof Calls;
export type Answer<K extends CallName> = Awaited<ReturnType<Calls[K]>>;
/** What a call is given besides the session. */
export type Arguments<K extends CallName> = Parameters<Calls[K]> extends [unknown, ...infer Rest] ? Rest : never;

/** What the page asks of the worker. */
export interface Asked {
  readonly id: number;
  readonly call: CallName;
  readonly args: readonly unknown[];
}

/** What the worker tells the page: answers to what was asked, and how the run under way is getting on. */
export type Told =
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "fault"; readonly id: number; readonly fault: PlainFault }
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly names: Text }
  /** the index of the run under way, ahead of the rest; units and periods are those of the run before */
  | { readonly kind: "scores"; readonly scores: Scores | null; readonly coupled: Coupled | null }
  | { readonly kind: "ran"; readonly ran: Ran };
