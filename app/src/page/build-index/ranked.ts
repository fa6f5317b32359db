import type { Text } from "@gongfu/engine";
import type { Ran } from "../../worker/ran.js";

/** What the units can be ranked by: the systems of the index, and the degree of their coupling. */
export interface Ranked {
  readonly id: string;
  readonly names: Text;
  readonly cells: Float64Array;
}

export function rankedOf({ scores, coupled }: Pick<Ran, "scores" | "coupled">, d: Text): readonly Ranked[] {
  return [...(scores?.systems ?? []), ...(coupled ? [{ id: `${coupled.step}.d`, names: d, cells: coupled.d }] : [])];
}
