import { exp, ln } from "../../ground/elementary/index.js";
import { sum } from "../../ground/sums/index.js";
import type { AuditedColumn } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { median } from "../robust.js";
import { factor, figure, nameOf, percent, span } from "../say.js";

/**
 * A year in which the whole column steps by a common factor and moves against its course: a new price base or unit of measure.
 * The step must be large both in itself and against the usual one (a boom that ends is no break), and the sign must turn against both neighbouring years, or a boom would be called a break.
 */
export function baseBreaks(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  const { panel, v, id, periods, width, changes } = column;
  if (isRate(column)) return [];
  const { common, delta } = changes;
  const counted = common.map((_, s) => s).filter((s) => common[s] === common[s]);
  if (counted.length < 4) return [];
  return Array.from(counted).flatMap((s, k): Evidence[] => {
    const usual = median(counted.filter((other) => other !== s).map((other) => common[other]));
    const jump = common[s] - usual;
    if (!(Math.min(Math.abs(jump), Math.abs(common[s])) > ln(rules.breakFactor))) return [];
    const beside = [counted[k - 1], counted[k + 1]].filter((one) => one !== undefined);
    const turns = beside.every((other) => common[other] * common[s] < 0);
    if (!turns && !(Math.abs(jump) > ln(rules.breakSure))) return [];
    const row = delta.subarray(s * width, (s + 1) * width);
    const moved = row.filter((one) => one === one);
    const share = moved.filter((one) => (one - usual) * jump > 0).length / moved.length;
    if (share < rules.breakShare) return [];
    const course = turns
      ? { en: "against the course of the years beside it", zh: "与前后年份走势相反" }
      : { en: "far beyond the growth of any other year", zh: "远超其他任何年份的增长" };
    const [before, after] = sumsOf(column, s);
    const name = nameOf(panel, v);
    const year = span(periods[s + 1]);
    return [
      {
        kind: "base-break",
        severity: "stop",
        variable: id,
        from: periods[s + 1],
        to: periods[s + 1],
        statistic: exp(common[s]),
        threshold: rules.breakFactor,
        sentence: {
          en: `${name.en}, ${year.en}: ${percent(share)} of the units jump together (median ${factor(exp(common[s]))}, sum ${figure(before)} → ${figure(after)}) ${course.en}: a new price base or unit of measure?`,
          zh: `${name.zh}，${year.zh}：${percent(share)}的单位同向跳跃（中位数 ${factor(exp(common[s]))}，合计 ${figure(before)} → ${figure(after)}），${course.zh}，疑为价格基期或计量单位改变。`,
        },
        offer: "flag",
        cells: [],
      },
    ];
  });
}

/** A chain index or growth rate has no level that could be rebased. */
const isRate = ({ panel, v }: AuditedColumn): boolean => {
  const { unit } = panel.variables[v];
  return /previous year|year[- ]on[- ]year/i.test(unit.en) || /上年|同比/.test(unit.zh);
};

/** Sums over the units that have both values. */
function sumsOf({ cells, width }: AuditedColumn, s: number): readonly [number, number] {
  const both = Array.from({ length: width }, (_, i) => [cells[s * width + i], cells[(s + 1) * width + i]]).filter(
    ([a, b]) => a === a && b === b,
  );
  return [sum(both.map(([a]) => a)), sum(both.map(([, b]) => b))];
}
