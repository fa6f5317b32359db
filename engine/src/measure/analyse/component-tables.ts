import { type ResultTable, rowsTable } from "../../method/index.js";
import type { Suitability } from "../principal-components.js";

/** Principal components of one group; lists run over the components, inner lists over the ids. */
export interface ComponentGroup extends Suitability {
  readonly group: string;
  /** null when all periods are taken together */
  readonly period: number | null;
  /** rows in which no column is missing */
  readonly rows: number;
  readonly ids: readonly string[];
  readonly eigenvalues: readonly number[];
  readonly shares: readonly number[];
  readonly vectors: readonly (readonly number[])[];
  readonly loadings: readonly (readonly number[])[];
}

const keys = {
  group: { en: "group", zh: "组" },
  period: { en: "period; empty: all together", zh: "时期；空为合并计算" },
};

export function componentTables(groups: readonly ComponentGroup[]): ResultTable[] {
  const components = groups.flatMap(({ group, period, eigenvalues, shares }) => {
    let cumulative = 0;
    return eigenvalues.map((eigenvalue, k) => {
      cumulative += shares[k];
      return { group, period, component: k + 1, eigenvalue, share: shares[k], cumulative };
    });
  });
  const loadings = groups.flatMap(({ group, period, ids, vectors, loadings: all }) =>
    vectors.flatMap((vector, k) =>
      ids.map((id, j) => ({ group, period, component: k + 1, member: id, coefficient: vector[j], loading: all[k][j] })),
    ),
  );
  const suitable = groups.map(({ group, period, rows, kmo, bartlett }) => ({
    group,
    period,
    rows,
    kmo,
    chi_squared: bartlett?.chiSquared ?? null,
    df: bartlett?.df ?? null,
    p: bartlett?.p ?? null,
  }));
  const component = { en: "component", zh: "主成分" };
  return [
    rowsTable("components", { en: "Components", zh: "主成分" }, components, {
      ...keys,
      component,
      eigenvalue: { en: "eigenvalue", zh: "特征值" },
      share: { en: "share of the variance", zh: "方差贡献率" },
      cumulative: { en: "cumulative share", zh: "累计方差贡献率" },
    }),
    rowsTable("loadings", { en: "Loadings", zh: "载荷" }, loadings, {
      ...keys,
      component,
      member: { en: "member", zh: "成员" },
      coefficient: { en: "coefficient of the unit vector", zh: "单位特征向量系数" },
      loading: { en: "loading", zh: "载荷" },
    }),
    rowsTable("suitability", { en: "Suitability", zh: "适用性检验" }, suitable, {
      ...keys,
      rows: { en: "complete rows", zh: "完整行数" },
      kmo: { en: "KMO", zh: "KMO" },
      chi_squared: { en: "Bartlett's χ²", zh: "Bartlett 球形检验 χ²" },
      df: { en: "degrees of freedom", zh: "自由度" },
      p: { en: "p-value", zh: "p 值" },
    }),
  ];
}
