import type { Language } from "../../ground/words/index.js";
import type { StepRun } from "../../study/index.js";
import { column } from "./grid.js";
import { tableOf } from "./steps.js";

export type Barrier = "obstruction" | "information-barrier" | "digital-fence";
export const barrierKinds: readonly Barrier[] = ["obstruction", "information-barrier", "digital-fence"];

/** A barrier of one unit, its words in one language. */
export interface FoundBarrier {
  readonly unit: string;
  readonly barrier: Barrier;
  readonly name: string;
  readonly evidence: string;
  readonly clear: number | null;
}

/** The barriers of a diagnosis, unit by unit. */
export function barriersFound(step: StepRun, language: Language): readonly FoundBarrier[] {
  const table = tableOf(step, "barriers");
  if (!table) return [];
  const [unit, barrier, name, evidence, clear] = ["unit", "barrier", `subject_${language}`, `evidence_${language}`, "clear"].map(
    (id) => column(table, id) ?? [],
  );
  return unit.map((code, row) => {
    const rise = clear[row];
    return {
      unit: String(code),
      barrier: barrier[row] as Barrier,
      name: String(name[row]),
      evidence: String(evidence[row]),
      clear: typeof rise === "number" ? rise : null,
    };
  });
}

/** Barriers that could not be tested, with the reason. */
export function barriersUnseen(step: StepRun, language: Language): readonly { readonly name: string; readonly reason: string }[] {
  const table = tableOf(step, "unfilled");
  if (!table) return [];
  const [kind, name, reason] = ["kind", `name_${language}`, `reason_${language}`].map((id) => column(table, id) ?? []);
  return kind.flatMap((one, row) => (one === "barrier" ? [{ name: String(name[row]), reason: String(reason[row]) }] : []));
}
