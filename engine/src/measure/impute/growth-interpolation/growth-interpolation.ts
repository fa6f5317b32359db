/**
 * Interpolation at constant growth: x̂ₜ = xₐ (x_b/xₐ)^((t−a)/(b−a)) for a < t < b, per unit and indicator: the straight line in logarithms.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en.
 * Fails never; between values that are not both positive nothing is filled, and a series with one value or none stays as it is, with a warning.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillPanel } from "../fill-panel.js";
import { carryEnds, grow } from "../interpolate.js";
import { type GrowthInterpolationOptions, growthInterpolationCard } from "./growth-interpolation.method.js";

/**
 * @param data indicators in natural units; periods are years, and their real distances count
 * @param options never: ids left as they are; ends: left missing or nearest value
 * @returns value: the panel with gaps filled and flagged `imputed`
 */
export function growthInterpolation(data: Panel, options: Partial<GrowthInterpolationOptions> = {}): Result<Panel> {
  const chosen = settle(growthInterpolationCard, options);
  const filled = fillPanel(data, chosen.never, (years, values, observed) => {
    const ends = chosen.ends === "nearest" ? carryEnds(years, values, observed) : [];
    return [...grow(years, values, observed), ...ends];
  });
  return result(growthInterpolationCard, { options: chosen, ...filled });
}
