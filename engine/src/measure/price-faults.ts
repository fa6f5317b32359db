import { Fault } from "../ground/fault/index.js";
import { quote, type Text } from "../ground/words/index.js";
import type { Panel } from "../table/index.js";

/** Every index value that enters a price level must be there and positive: the first link of a chain from the first period does not. */
export function checkIndex(index: Float64Array, { periods, units }: Panel, kind: "previous" | "fixed", base: number): void {
  const width = units.length;
  const first = kind === "previous" ? width : 0;
  for (let c = first; c < index.length; c++) {
    if (index[c] > 0) continue;
    const [period, unit] = [periods[Math.floor(c / width)], units[c % width].code];
    const missing = index[c] !== index[c];
    throw new Fault({
      code: missing ? "missing-index" : "bad-index",
      place: { path: `by, unit ${unit}, period ${period}` },
      found: missing
        ? { en: `the price index of ${unit} is missing in ${period}`, zh: `${unit} 在 ${period} 年缺少价格指数` }
        : { en: `the price index of ${unit} is ${index[c]} in ${period}`, zh: `${unit} 在 ${period} 年的价格指数为 ${index[c]}` },
      expected: {
        en: `expected a positive index in every period; prices of ${base} need all of them`,
        zh: `每期都应有正的价格指数，换算为 ${base} 年价需要全部各期`,
      },
      next: { en: "complete the index, or shorten the window", zh: "请补全指数，或缩短时间范围" },
    });
  }
}

export const baseFault = (base: number, periods: readonly number[]): Fault =>
  new Fault({
    code: "base-period",
    place: { path: "base" },
    found: { en: `base is ${base}`, zh: `base 为 ${base}` },
    expected: { en: `expected one of ${periods.join(", ")}`, zh: `应为 ${periods.join("、")} 之一` },
    next: { en: "choose a period of the data", zh: "请选择数据中的时期" },
  });

export const chainFault = (en: string, zh: string, mending: { expected: Text; next: Text }): Fault =>
  new Fault({ code: "chain-gap", place: { path: "by" }, found: { en: `the index has ${en}`, zh: `指数存在${zh}` }, ...mending });

export const itself = (by: string): Fault =>
  new Fault({
    code: "divided-by-itself",
    place: { path: "columns" },
    found: { en: `columns name ${quote(by)}, the price index`, zh: `columns 中含有价格指数 ${quote(by)}` },
    expected: { en: "expected columns other than the index", zh: "应为指数以外的列" },
    next: { en: "remove it from the list", zh: "请从列表中删去" },
  });
