import { type Fault, isFault } from "@gongfu/engine/ground/fault";
import { expect } from "vitest";

/** The fault a reading ends with; it says all it must in both languages. */
export async function faultOf(reading: Promise<unknown>): Promise<Fault> {
  const fault: unknown = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isFault(fault)) throw new Error("no fault", { cause: fault });
  for (const words of [fault.found, fault.expected, fault.next]) {
    expect(words.en).not.toBe("");
    expect(words.zh).toMatch(/\p{Script=Han}/u);
  }
  return fault;
}
