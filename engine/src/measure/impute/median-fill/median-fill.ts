/**
 * Median of all units: x̂ᵢ = median of the observed x of all units in the same period.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; an indicator without any value in a period stays missing, with a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillCentre, median } from "../fill-centre.js";
import { type MedianFillOptions, medianFillCard } from "./median-fill.method.js";

/**
 * @param data indicators in natural units
 * @param options never: ids left as they are
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the group and the number of donors of each cell
 */
export function medianFill(data: Panel, options: Partial<MedianFillOptions> = {}): Result<Panel> {
  const chosen = settle(medianFillCard, options);
  return result(medianFillCard, { options: chosen, ...fillCentre(data, chosen.never, "median", median) });
}
