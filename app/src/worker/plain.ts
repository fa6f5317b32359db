import type { Fault } from "@gongfu/engine/ground/fault";
import type { PlainFault } from "./protocol.js";

/** A fault as plain data, so that it can be sent. */
export function plain(fault: Fault): PlainFault {
  const parts = fault.parts();
  return { ...parts, others: (parts.others ?? []).map(plain) };
}
