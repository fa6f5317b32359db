/**
 * Linear interpolation: x̂ₜ = xₐ + (t−a)/(b−a)·(x_b−xₐ) for a < t < b, per unit and indicator, from two values on.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; a series with one value or none stays as it is, with a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillPanel } from "../fill-panel.js";
import { carryEnds, interpolate } from "../interpolate.js";
import { type LinearInterpolationOptions, linearInterpolationCard } from "./linear-interpolation.method.js";

/**
 * @param data indicators in natural units; periods are years, and their real distances count
 * @param options never: ids left as they are; ends: nearest value or left missing
 * @returns value: the panel with gaps filled and flagged `imputed`
 */
export function linearInterpolation(data: Panel, options: Partial<LinearInterpolationOptions> = {}): Result<Panel> {
  const chosen = settle(linearInterpolationCard, options);
  const filled = fillPanel(data, chosen.never, (years, values, observed) => {
    if (observed.length < 2) return [];
    const ends = chosen.ends === "nearest" ? carryEnds(years, values, observed) : [];
    return [...interpolate(years, values, observed), ...ends];
  });
  return result(linearInterpolationCard, { options: chosen, ...filled });
}
