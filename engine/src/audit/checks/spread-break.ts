import type { AuditedColumn } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { median } from "../robust.js";
import { figure, nameOf, span } from "../say.js";

/** A year in which the units scatter far more than in other years: a new definition or source moves each its own way. */
export function spreadBreaks({ panel, v, id, periods, changes }: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  const { spread } = changes;
  const counted = Array.from(spread.keys()).filter((s) => spread[s] === spread[s]);
  if (counted.length < 4) return [];
  return counted.flatMap((s): Evidence[] => {
    const usual = median(counted.filter((other) => other !== s).map((other) => spread[other]));
    if (!(spread[s] > rules.spreadRatio * usual && spread[s] > rules.spreadFloor)) return [];
    const name = nameOf(panel, v);
    const year = span(periods[s + 1]);
    return [
      {
        kind: "spread-break",
        severity: "doubt",
        variable: id,
        from: periods[s + 1],
        to: periods[s + 1],
        statistic: spread[s],
        threshold: Math.max(rules.spreadRatio * usual, rules.spreadFloor),
        sentence: {
          en: `${name.en}, ${year.en}: the units' changes scatter by ${figure(spread[s], 2)}, in other years by ${figure(usual, 2)} (robust standard deviation of the log change): a new definition or source?`,
          zh: `${name.zh}，${year.zh}：各单位变化的离散度为 ${figure(spread[s], 2)}，其他年份为 ${figure(usual, 2)}（对数变化的稳健标准差），疑为口径或来源改变。`,
        },
        offer: "flag",
        cells: [],
      },
    ];
  });
}
