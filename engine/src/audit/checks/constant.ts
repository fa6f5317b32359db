import type { AuditedColumn } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { figure, nameOf, percent } from "../say.js";

/** Columns without information: no cell at all, one value everywhere, one value nearly everywhere. */
export function constants(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  const { panel, v, id, observed } = column;
  const name = nameOf(panel, v);
  const whole = { variable: id, cells: [], offer: "drop" } as const;
  if (observed === 0) {
    return [
      {
        ...whole,
        kind: "empty",
        severity: "stop",
        statistic: 0,
        threshold: 1,
        sentence: { en: `${name.en} has no value at all.`, zh: `“${name.zh}”没有任何数值。` },
      },
    ];
  }
  const [value, count] = mostFrequent(column);
  if (observed < 3 || count < rules.sameShare * observed) return [];
  const all = count === observed;
  return [
    {
      ...whole,
      kind: "constant",
      severity: all ? "doubt" : "note",
      statistic: count / observed,
      threshold: rules.sameShare,
      sentence: all
        ? {
            en: `${name.en} is ${figure(value)} in every cell: it tells no unit from another.`,
            zh: `“${name.zh}”的每个单元格均为 ${figure(value)}，不含信息。`,
          }
        : {
            en: `${name.en} is ${figure(value)} in ${percent(count / observed)} of its cells: it hardly tells one unit from another.`,
            zh: `“${name.zh}”有 ${percent(count / observed)}的单元格为 ${figure(value)}，几乎不含信息。`,
          },
    },
  ];
}

/** The value held by most cells, and by how many. */
function mostFrequent({ sorted }: AuditedColumn): readonly [number, number] {
  let [best, most] = [sorted[0], 0];
  for (let k = 0, start = 0; k < sorted.length; k++) {
    if (sorted[k] !== sorted[start]) start = k;
    if (k - start + 1 > most) [best, most] = [sorted[k], k - start + 1];
  }
  return [best, most];
}
