/**
 * Principal components of the correlation matrix in every group of an index: eigenvalues and their shares of the variance, unit vectors,
 * loadings u√λ, the Kaiser–Meyer–Olkin measure and Bartlett's test. A vector has the sign that makes its sum positive.
 * Source: Hotelling (1933), doi:10.1037/h0071325; Kaiser (1974); Bartlett (1951); OECD/JRC Handbook (2008), step 4.
 * Fails when no group has two members that vary, or a group has fewer than three complete rows. Constant columns are left out.
 */
import { Fault } from "../../../ground/fault/index.js";
import { listed } from "../../../ground/words/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Index } from "../../../table/index.js";
import { isConstant } from "../../moments.js";
import { principalComponents as componentsOf, suitability } from "../../principal-components.js";
import { type ComponentGroup, componentTables } from "../component-tables.js";
import { groupsOf, type IndexGroup } from "../index-parts.js";
import { type PrincipalComponentsOptions, principalComponentsCard } from "./principal-components.method.js";

/**
 * @param index its normalised indicators, or the scores of its nodes where `level` says so
 * @param options level, within (a level, or all), scope
 * @returns value: one entry a group (and period): rows, ids, eigenvalues, shares, vectors and loadings (one list a component), kmo, bartlett
 */
export function principalComponents(index: Index, options: Partial<PrincipalComponentsOptions> = {}): Result<readonly ComponentGroup[]> {
  const chosen = settle(principalComponentsCard, options);
  const groups = groupsOf(index, chosen);
  const skipped: string[] = [];
  const constant = new Set<string>();
  const value = groups.flatMap((one): ComponentGroup[] => {
    const ids = one.ids.filter((_, k) => !isConstant(one.columns[k]));
    for (const id of one.ids) if (!ids.includes(id)) constant.add(id);
    if (ids.length >= 2) return [analyse(one, ids)];
    skipped.push(one.place);
    return [];
  });
  if (value.length === 0) throw nothingVaries(groups.map((one) => one.place));
  return result(principalComponentsCard, {
    options: chosen,
    value,
    tables: componentTables(value),
    warnings: [
      ...(constant.size > 0 ? [constantWarning([...constant])] : []),
      ...(skipped.length > 0 ? [skippedWarning(skipped)] : []),
      ...value.filter((one) => one.kmo === null).map(noSuitability),
    ],
  });
}

function analyse({ group, period, ids, columns, place }: IndexGroup, kept: readonly string[]): ComponentGroup {
  const found = componentsOf({ place, ids: kept, columns: kept.map((id) => columns[ids.indexOf(id)]), periods: 1 });
  const { rows, eigenvalues, vectors } = found;
  return {
    group,
    period,
    rows,
    ids: kept,
    eigenvalues,
    shares: eigenvalues.map((one) => one / kept.length),
    vectors,
    loadings: vectors.map((vector, k) => vector.map((one) => one * Math.sqrt(Math.max(0, eigenvalues[k])))),
    ...suitability(found),
  };
}

function constantWarning(ids: readonly string[]): Warning {
  const which = listed(ids);
  return {
    code: "constant",
    text: { en: `constant, therefore left out: ${which.en}`, zh: `为常数，未纳入：${which.zh}` },
  };
}

function skippedWarning(places: readonly string[]): Warning {
  const which = listed(places);
  return {
    code: "single-column",
    text: { en: `fewer than two members vary, no components: ${which.en}`, zh: `有变化的项不足两个，未作主成分分析：${which.zh}` },
  };
}

const noSuitability = ({ group, period }: ComponentGroup): Warning => ({
  code: "no-suitability",
  text: {
    en: `${group}${period === null ? "" : `, period ${period}`}: no KMO, because a column is a combination of others or all are uncorrelated`,
    zh: `${group}${period === null ? "" : `（${period}）`}：无法计算 KMO，某列可由其他列线性表示，或各列均不相关`,
  },
});

function nothingVaries(places: readonly string[]): Fault {
  const which = listed(places);
  return new Fault({
    code: "nothing-varies",
    found: { en: `no group has two members that vary: ${which.en}`, zh: `没有一组含两个有变化的项：${which.zh}` },
    expected: { en: "expected at least two in one group", zh: "至少应有一组含两个" },
    next: { en: "choose a higher level with within, or within: all", zh: "请用 within 选更高的层级，或用 within: all" },
  });
}
