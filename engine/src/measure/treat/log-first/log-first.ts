/**
 * Logarithm first: a column that fails |G1| < 2 or G2 < 3.5 becomes ln(x − min + 0.01(max − min)), or another transform; one that still
 * fails has up to winmax extremes of its original values brought to the next one.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567;
 * Box & Cox (1964), doi:10.1111/j.2517-6161.1964.tb00553.x.
 * Fails when log-gii meets a maximum of 1 or less, or lambda is given without box-cox.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { bend, inTurn, pull, type TwoSteps } from "../steps.js";
import { type Scoped, treatColumns } from "../treat-columns.js";
import { type LogFirstOptions, logFirstCard } from "./log-first.method.js";

/**
 * @param data indicators in natural units
 * @param options winmax, transform, lambda, combine, skew, kurt, scope, never, overrides
 * @returns value: the panel after treatment, every changed cell flagged `treated`; table `treated` lists each, old and new; table `checks` each step
 */
export function logFirst(data: Panel, options: Partial<LogFirstOptions> = {}): Result<Panel> {
  const chosen = settle(logFirstCard, options);
  const { never, overrides, ...settings } = chosen;
  const treated = treatColumns<Scoped & TwoSteps>(data, {
    settings,
    never,
    overrides,
    treat: (id, values, own) => inTurn(id, values, own, bend, pull),
  });
  return result(logFirstCard, { options: chosen, ...treated });
}
