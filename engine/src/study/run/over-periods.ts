import type { Cell, Column, Result, ResultTable, Warning } from "../../method/index.js";

/** Call a method once a period and stack what it returns: every table gains a leading `period` column. */
export async function overPeriods(periods: readonly number[], once: (t: number) => Result | Promise<Result>): Promise<Result> {
  const parts: Result[] = [];
  for (let t = 0; t < periods.length; t++) parts.push(await once(t));
  const [first] = parts;
  return Object.freeze({
    method: first.method,
    value: { periods, values: parts.map((part) => part.value) },
    tables: first.tables.map((_, k) =>
      stack(
        periods,
        parts.map((part) => part.tables[k]),
      ),
    ),
    trace: { byPeriod: parts.map((part, t) => ({ period: periods[t], ...part.trace })) },
    warnings: gather(periods, parts),
  });
}

function stack(periods: readonly number[], tables: readonly ResultTable[]): ResultTable {
  const lengths = tables.map((table) => table.columns[0]?.values.length ?? 0);
  const period: Column = {
    id: "period",
    names: { en: "period", zh: "时期" },
    values: periods.flatMap((one, t) => Array<Cell>(lengths[t]).fill(one)),
  };
  const [first] = tables;
  return {
    ...first,
    columns: [
      period,
      ...first.columns.map((column, c) => ({ ...column, values: tables.flatMap((table) => [...table.columns[c].values]) })),
    ],
  };
}

/** The same warning in several periods becomes one that names them. */
function gather(periods: readonly number[], parts: readonly Result[]): Warning[] {
  const seen = new Map<string, { warning: Warning; in: number[] }>();
  parts.forEach((part, t) => {
    for (const warning of part.warnings) {
      const key = `${warning.code}\n${warning.text.en}`;
      const known = seen.get(key);
      if (known) known.in.push(periods[t]);
      else seen.set(key, { warning, in: [periods[t]] });
    }
  });
  return [...seen.values()].map(({ warning, in: found }) => ({
    code: warning.code,
    text: { en: `${warning.text.en} (${found.join(", ")})`, zh: `${warning.text.zh}（${found.join("、")}）` },
  }));
}
