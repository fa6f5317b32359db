/**
 * Percentile ranks z = a + (b−a)·#{values below}/(n − 1), y = x·direction.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr, Becker et al. (2022), doi:10.21105/joss.04567.
 * Fails never; equal values share the smallest place. A constant column becomes missing and weighs nothing.
 */
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { placeColumns } from "../place-columns.js";
import { type PercentileRankOptions, percentileRankCard } from "./percentile-rank.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options scope, base, range, overrides
 * @returns value: the panel on the range; missing stays missing; table `bounds` holds how many values each column was placed among
 */
export function percentileRank(data: Panel, options: Partial<PercentileRankOptions> = {}): Result<Panel> {
  const chosen = settle(percentileRankCard, options);
  return result(percentileRankCard, { options: chosen, ...placeColumns(data, chosen, 0) });
}
