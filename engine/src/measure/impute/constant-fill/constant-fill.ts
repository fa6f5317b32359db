/**
 * Constant imputation: x̂ₜ = the last value before t; before the first value, the first.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; a series without any value stays missing with a warning. Flattens growth: prefer linear-constant where series trend.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { fillPanel } from "../fill-panel.js";
import { carryEnds, carryForward } from "../interpolate.js";
import { type ConstantFillOptions, constantFillCard } from "./constant-fill.method.js";

/**
 * @param data indicators in natural units
 * @param options never: ids left as they are
 * @returns value: the panel with gaps filled and flagged `imputed`
 */
export function constantFill(data: Panel, options: Partial<ConstantFillOptions> = {}): Result<Panel> {
  const chosen = settle(constantFillCard, options);
  const filled = fillPanel(data, chosen.never, (years, values, observed) => [
    ...carryEnds(years, values, observed).filter((fill) => fill.at < observed[0]),
    ...carryForward(years, values, observed),
  ]);
  return result(constantFillCard, { options: chosen, ...filled });
}
