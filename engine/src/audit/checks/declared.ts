import { Flag } from "../../table/index.js";
import type { AuditedColumn } from "../column.js";
import type { Evidence } from "../finding.js";
import { nameOf, span, spans, unitName } from "../say.js";

/** What the panel itself declares: known breaks inside its years, and cells its source marks as suspect. */
export const declared = (column: AuditedColumn): Evidence[] => [...breaks(column), ...suspects(column)];

function breaks({ panel, v, id, periods }: AuditedColumn): Evidence[] {
  const name = nameOf(panel, v);
  return panel.variables[v].breaks
    .filter(({ period }) => period >= periods[0] && period <= periods[periods.length - 1])
    .map(({ period, note, unit }): Evidence => {
      const i = unit === undefined ? -1 : panel.units.findIndex((one) => one.code === unit);
      const where = i < 0 ? { en: "", zh: "" } : { en: `, ${unitName(panel, i).en}`, zh: `，${unitName(panel, i).zh}` };
      const year = span(period);
      return {
        kind: "break-declared",
        severity: period === periods[0] ? "note" : "doubt",
        variable: id,
        unit,
        from: period,
        to: period,
        statistic: period,
        threshold: periods[0],
        sentence: {
          en: `${name.en}${where.en}, known break in ${year.en}: ${note.en.replace(/[.。]$/, "")}.`,
          zh: `${name.zh}${where.zh}，${year.zh}已知断点：${note.zh.replace(/[.。]$/, "")}。`,
        },
        offer: "keep",
        cells: [],
      };
    });
}

function suspects({ panel, v, id, flags, periods, width }: AuditedColumn): Evidence[] {
  const name = nameOf(panel, v);
  return panel.units.flatMap(({ code }, i): Evidence[] => {
    const marked = Array.from(periods.keys()).filter((t) => flags[t * width + i] & Flag.suspect);
    if (marked.length === 0) return [];
    const unit = unitName(panel, i);
    const when = spans(
      marked.map((t) => periods[t]),
      periods,
    );
    return [
      {
        kind: "suspect-declared",
        severity: "doubt",
        variable: id,
        unit: code,
        from: periods[marked[0]],
        to: periods[marked[marked.length - 1]],
        statistic: marked.length,
        threshold: 1,
        sentence: {
          en: `${name.en}, ${unit.en} ${when.en}: the data mark ${marked.length === 1 ? "this cell" : "these cells"} as suspect.`,
          zh: `${name.zh}，${unit.zh}${when.zh}：数据自身将其标为可疑。`,
        },
        offer: "flag",
        cells: marked.map((t) => ({ v, t, i })),
      },
    ];
  });
}
