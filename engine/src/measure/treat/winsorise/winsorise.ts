/**
 * Winsorising: while |G1| ≥ 2 and G2 ≥ 3.5, the largest value (G1 ≥ 0) or the smallest is brought to the next one, ties together.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567;
 * bias-corrected G1 and G2 of Joanes & Gill (1998), doi:10.1111/1467-9884.00122.
 * Fails never; a column that still does not pass after winmax cells keeps them and is named in a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { before, pull, type Winsor } from "../steps.js";
import { type Scoped, treatColumns } from "../treat-columns.js";
import { type WinsoriseOptions, winsoriseCard } from "./winsorise.method.js";

/**
 * @param data indicators in natural units
 * @param options winmax, skew, kurt, scope, never, overrides
 * @returns value: the panel with its extremes pulled in and flagged `treated`; table `treated` lists each cell, old and new; table `checks` each column
 */
export function winsorise(data: Panel, options: Partial<WinsoriseOptions> = {}): Result<Panel> {
  const chosen = settle(winsoriseCard, options);
  const { never, overrides, ...settings } = chosen;
  const treated = treatColumns<Scoped & Winsor>(data, {
    settings,
    never,
    overrides,
    treat: (id, values, own) => {
      const start = before(values, own);
      if (start.passes) return { place: null, stages: [start] };
      const { place, stage } = pull(id, values, own);
      return { place, stages: [start, stage] };
    },
  });
  return result(winsoriseCard, { options: chosen, ...treated });
}
