import { Fault } from "../ground/fault/index.js";
import { correlations } from "./moments.js";
import type { Block } from "./weigh/weigh-groups.js";

/** Correlations of the columns of a block, each pair over the rows where both are there. */
export function blockCorrelations({ ids, columns, place }: Block, kind: "pearson" | "spearman" = "pearson"): number[][] {
  const correlate = correlations(columns, kind);
  const r = ids.map((_, i) => ids.map((__, j): number => (i === j ? 1 : 0)));
  for (let i = 0; i < ids.length; i++) {
    for (let j = 0; j < i; j++) {
      const found = correlate(i, j);
      if (found !== found) throw noCorrelation(place, ids[i], ids[j]);
      r[i][j] = found;
      r[j][i] = found;
    }
  }
  return r;
}

const noCorrelation = (place: string, one: string, other: string): Fault =>
  new Fault({
    code: "no-correlation",
    place: { path: place },
    found: {
      en: `${one} and ${other} do not both vary over the rows where both are there`,
      zh: `在 ${one} 与 ${other} 同时有值的行上，两者未能都有变化`,
    },
    expected: { en: "expected two columns that vary over common rows", zh: "两列应在共同的行上都有变化" },
    next: { en: "impute the missing cells, or give one of them weight 0", zh: "请插补缺失值，或将其一的权重设为 0" },
  });
