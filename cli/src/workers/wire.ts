import { Fault, type FaultParts } from "@gongfu/engine/ground/fault";
import type { Answer, Task } from "@gongfu/engine/study";

/** A fault as plain data: an Error loses its own fields between threads. */
export type PlainFault = Omit<FaultParts, "others"> & { readonly others: readonly PlainFault[] };

export type Reply =
  | { readonly kind: "answer"; readonly answer: Answer<Task> }
  | { readonly kind: "fault"; readonly fault: PlainFault }
  | { readonly kind: "error"; readonly message: string; readonly stack: string | undefined };

export const packFault = (fault: Fault): PlainFault => ({ ...fault.parts(), others: fault.others.map(packFault) });
export const unpackFault = (plain: PlainFault): Fault => new Fault({ ...plain, others: plain.others.map(unpackFault) });
