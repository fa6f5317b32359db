import type { Cell } from "../../method/index.js";
import { type Panel, series } from "../../table/index.js";
import { type Design, design, standardError } from "../survey-variance.js";
import type { Deprivation } from "./deprivation.js";
import { columnAt } from "./deprivation-rules.js";
import { linearised, povertyMeasures } from "./poverty-measures.js";

interface SampleDesign {
  readonly psu?: string;
  readonly stratum?: string;
  readonly singlePsu: Design["single"];
}

/** What was counted in one period. */
export interface Counted {
  readonly period: number;
  readonly d: Deprivation;
  readonly poor: Uint8Array;
  readonly design: Design;
}

/** From each period to the next: the change, and its error with what both periods' sampling units share. */
export function povertyChanges(counts: readonly Counted[], chosen: SampleDesign, p: Panel): Record<string, Cell>[] {
  return counts.slice(1).flatMap((after, t) => {
    const before = counts[t];
    const [was, is] = [before, after].map(({ d, poor }) => {
      const inside = d.unit.map((_, r) => r);
      const measured = povertyMeasures(d, poor, inside, false);
      return { measured, u: linearised(d, poor, inside, measured) };
    });
    const [earlier, later] = [keysOf(p, t, before.d, chosen), keysOf(p, t + 1, after.d, chosen)];
    const both = design([...earlier.psu, ...later.psu], [...earlier.stratum, ...later.stratum], chosen.singlePsu);
    return (["h", "a", "m0"] as const).map((measure) => {
      const [from, to] = [was.measured[measure], is.measured[measure]];
      const known = from !== null && to !== null;
      const u = new Float64Array(was.u[measure].length + is.u[measure].length);
      u.set(was.u[measure].map((one) => -one));
      u.set(is.u[measure], was.u[measure].length);
      return {
        from: before.period,
        to: after.period,
        measure,
        before: from,
        after: to,
        change: known ? to - from : null,
        se: known ? standardError(u, both) : null,
      };
    });
  });
}

function keysOf(p: Panel, t: number, { unit }: Deprivation, { psu, stratum }: SampleDesign): { psu: string[]; stratum: string[] } {
  const read = (id: string | undefined, path: string, otherwise: (i: number) => string): string[] => {
    const cells = id === undefined ? undefined : series(p, columnAt(p, id, path)).subarray(t * p.units.length);
    return Array.from(unit, (i) => (cells ? String(cells[i]) : otherwise(i)));
  };
  return { psu: read(psu, "psu", (i) => p.units[i].code), stratum: read(stratum, "stratum", () => "") };
}

/** The sampling design of the rows counted in period number t. */
export function sampleDesign(p: Panel, t: number, d: Deprivation, chosen: SampleDesign): Design {
  const { psu, stratum } = keysOf(p, t, d, chosen);
  return design(psu, stratum, chosen.singlePsu);
}
