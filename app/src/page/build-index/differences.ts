import { typed } from "../../part/form/field-kind.js";
import type { PlainStep } from "../../worker/calls/outline.js";

type Steps = readonly Pick<PlainStep, "id" | "verb" | "written">[];

/** What differs between two lists of steps, a line a key: `weigh.method: equal → entropy`; steps that came or went by their names. */
export function differences(one: Steps, other: Steps): string[] {
  const known = new Map(one.map((step) => [step.id, step]));
  const now = new Set(other.map((step) => step.id));
  return [
    ...one.filter((step) => !now.has(step.id)).map((step) => `− ${step.id}`),
    ...other.flatMap((step) => {
      const was = known.get(step.id);
      if (!was) return [`+ ${step.id}`];
      const keys = new Set([...Object.keys(was.written ?? {}), ...Object.keys(step.written ?? {})]);
      return [...keys].flatMap((key) => {
        const [a, b] = [typed(was.written?.[key]), typed(step.written?.[key])];
        return a === b ? [] : [`${step.id}.${key}: ${a || "–"} → ${b || "–"}`];
      });
    }),
  ];
}
