/**
 * Latest value: x̂ₜ = xₛ with s the last observed year before t, if t − s does not exceed maxTime.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; cells before the first value, or too far after the last, stay missing with a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillPanel } from "../fill-panel.js";
import { carryForward } from "../interpolate.js";
import { type LatestValueOptions, latestValueCard } from "./latest-value.method.js";

/**
 * @param data indicators in natural units; periods are years
 * @param options never: ids left as they are; maxTime: oldest value that may be carried, in years
 * @returns value: the panel with gaps filled and flagged `imputed`
 */
export function latestValue(data: Panel, options: Partial<LatestValueOptions> = {}): Result<Panel> {
  const chosen = settle(latestValueCard, options);
  const reach = chosen.maxTime ?? Number.POSITIVE_INFINITY;
  const filled = fillPanel(data, chosen.never, (years, values, observed) =>
    carryForward(years, values, observed).filter((fill) => years[fill.at] - years[fill.donors[0]] <= reach),
  );
  return result(latestValueCard, { options: chosen, ...filled });
}
