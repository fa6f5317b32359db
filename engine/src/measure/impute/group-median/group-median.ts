/**
 * Median of the group: x̂ᵢ = median of the observed x of the units of the same group in the same period.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails when the groups do not match the units. A group without a value in a period stays missing, with a warning: never the median of all in silence.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillCentre, median } from "../fill-centre.js";
import { type GroupMedianOptions, groupMedianCard } from "./group-median.method.js";

/**
 * @param data indicators in natural units
 * @param options never: ids left as they are; by: group of every unit, in the order of the units, "" = in no group
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the group and the number of donors of each cell
 */
export function groupMedian(data: Panel, options: Partial<GroupMedianOptions> & { readonly by: readonly string[] }): Result<Panel> {
  const { by, ...rest } = options;
  const chosen = settle(groupMedianCard, rest);
  return result(groupMedianCard, { options: chosen, ...fillCentre(data, chosen.never, "group median", median, by) });
}
