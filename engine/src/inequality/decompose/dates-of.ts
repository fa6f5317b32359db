import { Fault } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { type Panel, series } from "../../table/index.js";

interface Dates {
  readonly first?: number;
  readonly last?: number;
  readonly weight?: string;
}
interface Date {
  readonly values: Float64Array;
  readonly weights?: Float64Array;
}

/** Two periods of a panel with one column measured and, if named, one of weights. */
export function datesOf(
  columns: Panel,
  { first, last, weight }: Dates,
): { readonly before: Date; readonly after: Date; readonly first: number; readonly last: number } {
  const { periods, units, variables } = columns;
  const ids = variables.map(({ id }) => id);
  if (weight !== undefined && !ids.includes(weight)) throw nameFault("weight", weight, ids);
  const measured = ids.filter((id) => id !== weight);
  if (measured.length !== 1) throw severalFault(measured);
  const [from, to] = [first ?? periods[0], last ?? periods[periods.length - 1]];
  for (const [path, period] of [
    ["first", from],
    ["last", to],
  ] as const)
    if (!periods.includes(period)) throw nameFault(path, String(period), periods.map(String));
  if (from >= to) throw orderFault(from, to);
  const at = (id: string, period: number): Float64Array => {
    const t = periods.indexOf(period);
    return series(columns, id).subarray(t * units.length, (t + 1) * units.length);
  };
  const date = (period: number): Date => ({
    values: at(measured[0], period),
    weights: weight === undefined ? undefined : at(weight, period).map((one) => (one === one ? one : 0)),
  });
  return { before: date(from), after: date(to), first: from, last: to };
}

const nameFault = (path: string, found: string, known: readonly string[]): Fault =>
  new Fault({
    code: "unknown-name",
    place: { path },
    found: { en: `${path} is ${quote(found)}`, zh: `${path} 为 ${quote(found)}` },
    expected: { en: `expected one of: ${listed(known, 20).en}`, zh: `应为以下之一：${listed(known, 20).zh}` },
    next: { en: "name one of these", zh: "请使用其中之一" },
  });

const severalFault = (found: readonly string[]): Fault =>
  new Fault({
    code: "bad-columns",
    place: { path: "of" },
    found: { en: `${found.length} columns to measure: ${found.join(", ")}`, zh: `待度量的列有 ${found.length} 个：${found.join("、")}` },
    expected: { en: "expected one, and one more only as weight", zh: "应为一列，另一列只能作权重" },
    next: { en: "write weight: NAME for the column of weights", zh: "请用 weight: 列名 指明权重列" },
  });

const orderFault = (first: number, last: number): Fault =>
  new Fault({
    code: "bad-dates",
    place: { path: "last" },
    found: { en: `from ${first} to ${last}`, zh: `由 ${first} 至 ${last}` },
    expected: { en: "expected two dates, the earlier first", zh: "应为两个时点，先早后晚" },
    next: { en: "exchange them, or name other periods", zh: "请对调，或指明其他时期" },
  });
