import type { Language } from "@gongfu/engine";
import { panel, variable } from "@gongfu/engine/table";
import type { Move } from "@gongfu/engine/tell/lookup";
import type { Session } from "../session.js";

/** What each varied choice does to the place of a unit in one column; null when the study varies none. */
export async function moves({ run }: Session, column: string, unit: string, language: Language): Promise<readonly Move[] | null> {
  const { toldMoves } = await import("@gongfu/engine/tell");
  return toldMoves(run, column, unit, language);
}

export interface Agreed {
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** units with both */
  readonly n: number;
  /** mean absolute difference of rank */
  readonly difference: number | null;
}

/** How far two columns of scores, unit by unit, agree in their order. */
export async function agreement(_: Session, one: Float64Array, other: Float64Array): Promise<Agreed> {
  const { compare } = await import("@gongfu/engine/study/robustness");
  const names = { en: "", zh: "" };
  const values = new Float64Array(one.length * 2);
  values.set(one);
  values.set(other, one.length);
  const both = panel({
    variables: ["one", "other"].map((id) => variable({ id, names })),
    periods: [0],
    units: Array.from({ length: one.length }, (__, i) => ({ code: String(i), names })),
    values,
    flags: new Uint8Array(values.length),
  });
  const [{ spearman, kendall, n, difference }] = compare(both, { largest: 1 }).value;
  return { spearman, kendall, n, difference };
}
