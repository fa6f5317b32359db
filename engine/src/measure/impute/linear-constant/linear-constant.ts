/**
 * Linear interpolation inside, nearest value at both ends: x̂ₜ = xₐ + (t−a)/(b−a)·(x_b−xₐ) for a < t < b, per unit and indicator.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; a series without any value stays missing with a warning. A carried end hides growth: read the count in the trace.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillPanel } from "../fill-panel.js";
import { carryEnds, interpolate } from "../interpolate.js";
import { type LinearConstantOptions, linearConstantCard } from "./linear-constant.method.js";

/**
 * @param data indicators in natural units; periods are years, and their real distances count
 * @param options never: ids left as they are
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` lists every filled cell with its donors
 */
export function linearConstant(data: Panel, options: Partial<LinearConstantOptions> = {}): Result<Panel> {
  const chosen = settle(linearConstantCard, options);
  const filled = fillPanel(data, chosen.never, (years, values, observed) => [
    ...interpolate(years, values, observed),
    ...carryEnds(years, values, observed),
  ]);
  return result(linearConstantCard, { options: chosen, ...filled });
}
