/**
 * Mean of the group: x̂ᵢ = mean of the observed x of the units of the same group in the same period.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails when the groups do not match the units. A group without a value in a period stays missing, with a warning: never the mean of all in silence.
 */
import { mean } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillCentre } from "../fill-centre.js";
import { type GroupMeanOptions, groupMeanCard } from "./group-mean.method.js";

/**
 * @param data indicators in natural units
 * @param options never: ids left as they are; by: group of every unit, in the order of the units, "" = in no group
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the group and the number of donors of each cell
 */
export function groupMean(data: Panel, options: Partial<GroupMeanOptions> & { readonly by: readonly string[] }): Result<Panel> {
  const { by, ...rest } = options;
  const chosen = settle(groupMeanCard, rest);
  return result(groupMeanCard, { options: chosen, ...fillCentre(data, chosen.never, "group mean", mean, by) });
}
