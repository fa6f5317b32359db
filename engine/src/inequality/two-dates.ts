import { Fault } from "../ground/fault/index.js";
import { listed } from "../ground/words/index.js";
import { type Panel, series } from "../table/index.js";

interface TwoDates {
  readonly first: number;
  readonly last: number;
  /** the one column of a panel at both dates */
  readonly at: (panel: Panel) => readonly [Float64Array, Float64Array];
}

/** Two periods of a panel, the first and the last unless named. Throws a Fault when one is not there or they are not in order. */
export function twoDates(
  { periods }: Panel,
  { first = periods[0], last = periods[periods.length - 1] }: { first?: number; last?: number },
): TwoDates {
  for (const one of [first, last]) if (!periods.includes(one)) throw dateFault(`no period ${one}`, `没有时期 ${one}`, periods);
  if (first >= last) throw dateFault(`the dates ${first} and ${last}`, `时点为 ${first} 与 ${last}`, periods);
  return {
    first,
    last,
    at: (panel) => {
      if (panel.variables.length !== 1) throw columnsFault(panel.variables.map((one) => one.id));
      const cells = series(panel, 0);
      const width = panel.units.length;
      const of = (period: number): Float64Array => {
        const t = panel.periods.indexOf(period);
        return cells.subarray(t * width, (t + 1) * width);
      };
      return [of(first), of(last)];
    },
  };
}

const columnsFault = (found: readonly string[]): Fault =>
  new Fault({
    code: "one-column",
    place: { path: "of" },
    found: { en: `columns ${listed(found, 10).en}`, zh: `列 ${listed(found, 10).zh}` },
    expected: { en: "expected one column", zh: "应为一列" },
    next: {
      en: "name it: --columns income, or of: [data.income] in a study",
      zh: "请指明：--columns income，或在研究文件中写 of: [data.income]",
    },
  });

const dateFault = (en: string, zh: string, periods: readonly number[]): Fault =>
  new Fault({
    code: "bad-dates",
    place: { path: "first" },
    found: { en, zh },
    expected: {
      en: `expected two different periods in order, of ${listed(periods.map(String), 30).en}`,
      zh: `应为先后两个不同时期，可选：${listed(periods.map(String), 30).zh}`,
    },
    next: { en: "write first and last, or data with two periods", zh: "请写明 first 与 last，或提供含两个时期的数据" },
  });
