import { Fault } from "../../ground/fault/index.js";
import { dot, mean, sum } from "../../ground/sums/index.js";
import { listed } from "../../ground/words/index.js";
import type { Warning } from "../../method/index.js";
import { type Panel, series, type Variable } from "../../table/index.js";

/** What rounding may leave above 1 in a mean of normalised values. */
const roundingError = 1e-12;

/** The systems as cells × systems, checked to lie in [0, 1]; a Fault names the unit and the period. */
export function developments(systems: Panel): (cell: number) => number[] | null {
  if (systems.variables.length < 2) throw tooFew(systems.variables.length);
  const columns = systems.variables.map((_, k) => series(systems, k));
  systems.variables.forEach(({ id }, k) => {
    const bad = columns[k].findIndex((value) => value < 0 || value > 1 + roundingError);
    if (bad < 0) return;
    const outside = columns[k].reduce((count, value) => count + (value < 0 || value > 1 + roundingError ? 1 : 0), 0);
    throw outsideFault(systems, id, bad, columns[k][bad], outside, Math.max(...columns[k].filter((value) => value === value)));
  });
  return (cell) => {
    const u = columns.map((column) => Math.min(1, column[cell]));
    return u.some((value) => value !== value) ? null : u;
  };
}

export interface Origins {
  readonly warnings: readonly Warning[];
  /** indicators of two systems computed from a common column, with their correlation over all cells */
  readonly pairs: readonly {
    readonly first: string;
    readonly second: string;
    readonly columns: readonly string[];
    readonly correlation: number | null;
  }[];
}

/**
 * Coupling a column with itself, with a part of it, or with a system that holds the same indicator measures nothing; raw columns on
 * both sides couple mechanically.
 */
export function originsOf({ variables }: Panel, denominators: readonly string[], parts?: Panel): Origins {
  const found = variables.flatMap((one, k) =>
    variables.slice(k + 1).map((other) => {
      const part = one.derivedFrom.includes(other.id) ? other : other.derivedFrom.includes(one.id) ? one : undefined;
      if (part) throw partFault(part.id, part === one ? other.id : one.id);
      const twice = parts?.variables.find(({ id }) => one.derivedFrom.includes(id) && other.derivedFrom.includes(id));
      if (twice) throw twiceFault(twice.id, one.id, other.id);
      const shared = one.derivedFrom.filter((id) => other.derivedFrom.includes(id) && !denominators.includes(id));
      return { one, other, shared, pairs: parts && shared.length ? pairsOf(one, other, denominators, parts) : [] };
    }),
  );
  return {
    warnings: found.flatMap(({ one, other, shared, pairs }) => (shared.length ? [sharedWarning(one.id, other.id, shared, pairs)] : [])),
    pairs: found.flatMap(({ pairs }) => pairs),
  };
}

function pairsOf(one: Variable, other: Variable, denominators: readonly string[], parts: Panel): Origins["pairs"] {
  const below = (system: Variable): Variable[] => parts.variables.filter(({ id }) => system.derivedFrom.includes(id));
  const originsIn = ({ id, derivedFrom }: Variable): string[] => [id, ...derivedFrom].filter((each) => !denominators.includes(each));
  return below(one).flatMap((a) =>
    below(other).flatMap((b) => {
      const columns = originsIn(a).filter((id) => originsIn(b).includes(id));
      if (columns.length === 0) return [];
      return [{ first: a.id, second: b.id, columns, correlation: correlation(series(parts, a.id), series(parts, b.id)) }];
    }),
  );
}

function sharedWarning(one: string, other: string, shared: readonly string[], pairs: Origins["pairs"]): Warning {
  const which = listed(shared);
  const told = listed(pairs.map(({ first, second, correlation: r }) => `${first} × ${second}${r === null ? "" : ` r = ${r.toFixed(2)}`}`));
  const [en, zh] = pairs.length ? [` (${told.en})`, `（${told.zh}）`] : ["", ""];
  return {
    code: "shared-columns",
    text: {
      en: `${one} and ${other} are both computed from ${which.en}: part of their coupling is mechanical${en}`,
      zh: `${one} 与 ${other} 都由 ${which.zh} 计算而来：其耦合部分是机械的${zh}`,
    },
  };
}

/** Pearson's, over the cells both have; null when either does not vary. */
function correlation(a: Float64Array, b: Float64Array): number | null {
  const both = Array.from(a.keys()).filter((cell) => a[cell] === a[cell] && b[cell] === b[cell]);
  const centred = (values: Float64Array): number[] => {
    const own = both.map((cell) => values[cell]);
    const middle = mean(own);
    return own.map((value) => value - middle);
  };
  const [x, y] = [centred(a), centred(b)];
  const spread = Math.sqrt(dot(x, x) * dot(y, y));
  return spread > 1e-15 ? dot(x, y) / spread : null;
}

/** Importance of the systems, summing to 1. */
export function shares(given: readonly number[] | undefined, n: number): number[] {
  if (given && given.length !== n) throw alphaFault(given, n);
  const total = given ? sum(given) : n;
  return Array.from({ length: n }, (_, k) => (given?.[k] ?? 1) / total);
}

const cellPlace = (p: Panel, cell: number): { readonly unit: string; readonly period: number } => ({
  unit: p.units[cell % p.units.length].code,
  period: p.periods[Math.floor(cell / p.units.length)],
});

const tooFew = (count: number): Fault =>
  new Fault({
    code: "too-few-systems",
    found: { en: `${count} system`, zh: `只有 ${count} 个系统` },
    expected: { en: "expected at least two systems", zh: "至少应有两个系统" },
    next: { en: "write e.g. of: [index.empowerment, index.equity]", zh: "例如写 of: [index.empowerment, index.equity]" },
  });

function outsideFault(p: Panel, id: string, cell: number, value: number, count: number, largest: number): Fault {
  const { unit, period } = cellPlace(p, cell);
  const percent = largest > 1 && largest <= 100;
  return new Fault({
    code: "outside-unit-range",
    place: { path: `${id}, unit ${unit}, period ${period}` },
    found: {
      en: `${id} is ${value}${count > 1 ? `; ${count} cells lie outside 0–1` : ""}`,
      zh: `${id} 的值为 ${value}${count > 1 ? `；共 ${count} 个单元格超出 0–1` : ""}`,
    },
    expected: {
      en: "expected developments from 0 to 1: C and D are defined there only",
      zh: "各系统取值应在 0 到 1 之间，C 与 D 仅在此有定义",
    },
    next: percent
      ? { en: "normalise with range: [0, 1], or divide a 0–100 score by 100", zh: "请以 range: [0, 1] 标准化，或将百分制得分除以 100" }
      : { en: "couple scores made from indicators normalised to [0, 1]", zh: "请使用由 [0, 1] 标准化指标合成的得分" },
  });
}

const partFault = (part: string, whole: string): Fault =>
  new Fault({
    code: "same-column",
    found: { en: `${part} is a part of ${whole}`, zh: `${part} 是 ${whole} 的组成部分` },
    expected: { en: "expected systems that have nothing in common", zh: "各系统不应包含同一指标" },
    next: { en: "couple systems of their own, e.g. the two wheels", zh: "请选择相互独立的系统，如双轮" },
  });

const twiceFault = (id: string, one: string, other: string): Fault =>
  new Fault({
    code: "same-indicator",
    found: { en: `${id} is an indicator of both ${one} and ${other}`, zh: `${id} 同时是 ${one} 与 ${other} 的指标` },
    expected: { en: "expected systems that have no indicator in common", zh: "各系统不应包含同一指标" },
    next: { en: "give one of them weight 0 there, or couple other systems", zh: "请将其中一侧的权重设为 0，或改用其他系统" },
  });

const alphaFault = (given: readonly number[], n: number): Fault =>
  new Fault({
    code: "bad-alpha",
    place: { path: "alpha" },
    found: { en: `${given.length} weights for ${n} systems`, zh: `${n} 个系统给出了 ${given.length} 个权重` },
    expected: { en: "expected one positive weight a system", zh: "每个系统应有一个正权重" },
    next: { en: "give them in the order of the systems, or leave alpha out", zh: "请按系统顺序逐一给出，或省略 alpha" },
  });
