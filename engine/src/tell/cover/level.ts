import type { Coordination } from "../lookup/coordination.js";
import type { Tale } from "../tale.js";

/** Name of the class a coordination degree falls into, by the bounds the step prints; empty when it prints none. */
export function levelOf({ say }: Tale, { levels, bounds }: Coordination, d: number): string {
  const level = bounds.findLastIndex((lower) => d >= lower);
  return level >= 0 && levels[level] ? say(levels[level]) : "";
}
