import { Flag } from "../../table/index.js";
import type { Doubt } from "./finding.js";
import type { Indicator } from "./patient.js";

/** What a cell's flags say against a finding that rests on it. */
export function doubtsAt({ flags }: Pick<Indicator, "flags">, cell: number): Doubt[] {
  const bits = flags[cell];
  return [...(bits & Flag.imputed ? (["imputed"] as const) : []), ...(bits & Flag.suspect ? (["suspect"] as const) : [])];
}
