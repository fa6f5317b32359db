/**
 * Mean of all units: x̂ᵢ = mean of the observed x of all units in the same period.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; an indicator without any value in a period stays missing, with a warning.
 */
import { mean } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillCentre } from "../fill-centre.js";
import { type MeanFillOptions, meanFillCard } from "./mean-fill.method.js";

/**
 * @param data indicators in natural units
 * @param options never: ids left as they are
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the group and the number of donors of each cell
 */
export function meanFill(data: Panel, options: Partial<MeanFillOptions> = {}): Result<Panel> {
  const chosen = settle(meanFillCard, options);
  return result(meanFillCard, { options: chosen, ...fillCentre(data, chosen.never, "mean", mean) });
}
