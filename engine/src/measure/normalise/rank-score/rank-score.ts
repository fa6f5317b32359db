/**
 * Rank scores z = 1 + #{values below}, y = x·direction; on a range, from its lower end for the worst to its upper for a best without ties.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr, Becker et al. (2022), doi:10.21105/joss.04567.
 * Fails never; equal values share the smallest place. A constant column becomes missing and weighs nothing.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { placeColumns } from "../place-columns.js";
import { type RankScoreOptions, rankScoreCard } from "./rank-score.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options scope, base, range, overrides
 * @returns value: the panel of places, or on the range when one is given; missing stays missing
 */
export function rankScore(data: Panel, options: Partial<RankScoreOptions> = {}): Result<Panel> {
  const chosen = settle(rankScoreCard, options);
  return result(rankScoreCard, { options: chosen, ...placeColumns(data, chosen, 1) });
}
