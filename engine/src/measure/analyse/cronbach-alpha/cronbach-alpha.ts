/**
 * Cronbach's α = k/(k − 1) · (1 − Σσ²_j / Σσ_jl) of every group of an index, covariances over pairwise complete rows (n − 1), and what
 * it would be without each member. Values are on the common scale with directions applied; α depends on that scale.
 * Source: Cronbach (1951), doi:10.1007/BF02310555; OECD/JRC Handbook (2008), step 4.
 * Fails never; a group of one, without common rows or without variance in its sum has none (null, with a warning). A negative α is shown.
 */
import { dot, mean, sum } from "../../../ground/sums/index.js";
import { listed } from "../../../ground/words/index.js";
import { finite, type Result, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import type { Index } from "../../../table/index.js";
import { groupsOf, type IndexGroup } from "../index-parts.js";
import { type CronbachAlphaOptions, cronbachAlphaCard } from "./cronbach-alpha.method.js";

interface AlphaGroup {
  readonly group: string;
  /** null when all periods are taken together */
  readonly period: number | null;
  readonly members: number;
  readonly alpha: number | null;
  /** alpha of the others, by id of the one left out */
  readonly without: Readonly<Record<string, number | null>>;
}

/**
 * @param index its normalised indicators, or the scores of its nodes where `level` says so
 * @param options level, within (a level, or all), scope
 * @returns value: one entry a group (and period): members, alpha, and alpha without each member
 */
export function cronbachAlpha(index: Index, options: Partial<CronbachAlphaOptions> = {}): Result<readonly AlphaGroup[]> {
  const chosen = settle(cronbachAlphaCard, options);
  const value = groupsOf(index, chosen).map(inGroup);
  const rows = value.map(({ without: _, ...row }) => ({ ...row }));
  const without = value.flatMap(({ group, period, alpha, without: others }) =>
    Object.entries(others).map(([member, one]) => ({
      group,
      period,
      member,
      alpha: one,
      change: one === null || alpha === null ? null : one - alpha,
    })),
  );
  const keys = { group: { en: "group", zh: "组" }, period: { en: "period; empty: all together", zh: "时期；空为合并计算" } };
  return result(cronbachAlphaCard, {
    options: chosen,
    value,
    tables: [
      rowsTable("alpha", cronbachAlphaCard.names, rows, {
        ...keys,
        members: { en: "members", zh: "成员数" },
        alpha: { en: "alpha", zh: "α 系数" },
      }),
      rowsTable("without", { en: "Alpha without each member", zh: "剔除各成员后的 α 系数" }, without, {
        ...keys,
        member: { en: "left out", zh: "剔除项" },
        alpha: { en: "alpha of the others", zh: "其余各项的 α 系数" },
        change: { en: "change", zh: "变化" },
      }),
    ],
    warnings: warningsOf(value),
  });
}

function inGroup({ group, period, ids, columns }: IndexGroup): AlphaGroup {
  const c = columns.map((a) => columns.map((b) => covariance(a, b)));
  const every = [...ids.keys()];
  return {
    group,
    period,
    members: ids.length,
    alpha: alphaOf(c, every),
    without: Object.fromEntries(
      ids.map((id, out) => [
        id,
        alphaOf(
          c,
          every.filter((k) => k !== out),
        ),
      ]),
    ),
  };
}

function alphaOf(c: readonly (readonly number[])[], kept: readonly number[]): number | null {
  const k = kept.length;
  const own = sum(kept.map((j) => c[j][j]));
  const all = sum(kept.flatMap((j) => kept.map((l) => c[j][l])));
  return k < 2 || !(all > own * 1e-12) ? null : finite((k / (k - 1)) * (1 - own / all));
}

/** Over the rows where both are there; NaN for fewer than two. */
function covariance(a: Float64Array, b: Float64Array): number {
  const both = (_: number, k: number): boolean => a[k] === a[k] && b[k] === b[k];
  const [x, y] = [a.filter(both), b.filter(both)].map((one) => {
    const centre = mean(one);
    return one.map((value) => value - centre);
  });
  return x.length < 2 ? Number.NaN : dot(x, y) / (x.length - 1);
}

const placeOf = ({ group, period }: AlphaGroup): string => (period === null ? group : `${group} ${period}`);

function warningsOf(groups: readonly AlphaGroup[]): Warning[] {
  const none = listed(groups.filter((one) => one.alpha === null).map(placeOf));
  const negative = listed(groups.filter((one) => one.alpha !== null && one.alpha < 0).map(placeOf));
  return [
    ...(none.en
      ? [
          {
            code: "no-alpha",
            text: {
              en: `no alpha: one member only, no common rows, or a sum that does not vary: ${none.en}`,
              zh: `无 α 系数（仅一项、无共同有值的行，或合计无变化）：${none.zh}`,
            },
          },
        ]
      : []),
    ...(negative.en
      ? [
          {
            code: "negative-alpha",
            text: {
              en: `alpha is negative, members work against each other: ${negative.en}; check directions`,
              zh: `α 为负，组内各项相互抵消：${negative.zh}；请核对指标方向`,
            },
          },
        ]
      : []),
  ];
}
