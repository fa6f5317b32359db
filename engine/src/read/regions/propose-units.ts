import type { Divisions } from "./divisions.js";
import type { How } from "./find-division.js";
import { type Candidate, familyOf, isTotal } from "./match-units.js";
import type { RegionKind } from "./region-kind.js";
import { suggester } from "./suggest-name.js";

/** What one name of a file is taken for, and what else it may be. */
export interface UnitProposal {
  readonly name: string;
  /** null when nothing is called so, or several units are */
  readonly match: Candidate | null;
  /** to choose from when there is no match: units of this name, or of the nearest; at most ten */
  readonly candidates: readonly Candidate[];
  readonly how: How | "several" | "near" | "total" | "as-is" | "none";
}

const most = 10;

/** Propose a unit of the kind for every name, so that a person can repair the ones without. Nothing is chosen for them: a near name is a candidate, not a match. */
export async function proposeUnits(
  names: readonly string[],
  kind: RegionKind,
  divisions?: () => Promise<Divisions>,
): Promise<UnitProposal[]> {
  if (kind === "as-is") {
    return names.map((name) => ({
      name,
      match: { code: name.trim(), names: { en: name.trim(), zh: name.trim() } },
      candidates: [],
      how: "as-is",
    }));
  }
  const { find, known } = await familyOf(kind, divisions);
  const suggest = suggester(known);
  return names.map((name): UnitProposal => {
    const found = find({ text: name });
    if (found?.kind === "one")
      return { name, match: { code: found.code, names: found.names }, candidates: found.into?.slice(0, most) ?? [], how: found.how };
    if (found?.kind === "several") return { name, match: null, candidates: found.candidates.slice(0, most), how: "several" };
    if (isTotal(name)) return { name, match: null, candidates: [], how: "total" };
    const near = suggest(name);
    const meant = near === undefined ? undefined : find({ text: near });
    if (!meant) return { name, match: null, candidates: [], how: "none" };
    return {
      name,
      match: null,
      candidates: meant.kind === "one" ? [{ code: meant.code, names: meant.names }] : meant.candidates.slice(0, most),
      how: "near",
    };
  });
}
