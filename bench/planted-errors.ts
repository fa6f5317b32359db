import { type Finding, type FindingKind, type Panel, panel, withCells } from "@gongfu/engine";
import { exp } from "@gongfu/engine/ground/elementary";
import { Stream } from "@gongfu/engine/ground/random";

/** A defect put into a panel on purpose. */
export interface Planted {
  readonly kind: FindingKind;
  readonly variable: string | null;
  readonly unit?: string;
  readonly period?: number;
}

/** A panel without defects: units of very different size, a common course, each unit's own noise, figures printed as offices print them. */
export function cleanPanel(seed: number, { units, periods, columns }: { units: number; periods: number; columns: number }): Panel {
  const draw = new Stream(seed);
  const values = new Float64Array(columns * periods * units);
  for (let v = 0; v < columns; v++) {
    const decimals = 10 ** (v % 3);
    const noise = 0.01 + 0.07 * draw.uniform();
    const growth = 0.03 + 0.06 * draw.uniform();
    const level = Array.from({ length: units }, () => 7 + 1.2 * draw.normal());
    for (let t = 0; t < periods; t++) {
      const common = growth + 0.02 * draw.normal();
      for (let i = 0; i < units; i++) {
        level[i] += common + noise * draw.normal();
        values[(v * periods + t) * units + i] = Math.round(exp(level[i]) * decimals) / decimals;
      }
    }
  }
  return panel({
    variables: Array.from({ length: columns }, (_, v) => ({ id: `x${v}` })),
    periods: Array.from({ length: periods }, (_, t) => 2010 + t),
    units: Array.from({ length: units }, (_, i) => ({ code: `u${i}` })),
    values,
  });
}

/** How many of each: two columns with a new base, six repeated columns and units, the rest single cells. */
const counts = { spike: 20, shift: 10, repeat: 20, sameSeries: 4 } as const;

/**
 * The same panel with known defects, each in a series of its own: single wrong cells (×10, ×0.1, ×19, ×0.27, ×4), lasting shifts
 * (×3, ×0.25), columns with a new base or unit of measure, carried-on values, copied series, a copied column, a copied unit.
 * `eligible`: columns the single-cell defects may use.
 */
export function plant(
  clean: Panel,
  seed: number,
  eligible: readonly number[] = clean.variables.map((_, v) => v),
): { panel: Panel; planted: Planted[] } {
  const draw = new Stream(seed, 1);
  const { variables, periods, units } = clean;
  const [years, width] = [periods.length, units.length];
  const values = clean.values.slice();
  const at = (v: number, t: number, i: number): number => (v * years + t) * width + i;
  const planted: Planted[] = [];
  const columns = draw.shuffle([...eligible]);
  const [rebased, enlarged, copy, original, ...free] = columns;
  const copiedUnit = draw.permutation(width);
  const used = new Set<number>();

  const freshSeries = (fits: (v: number, i: number) => boolean): readonly [number, number] => {
    for (;;) {
      const [v, i] = [free[draw.below(free.length)], copiedUnit[2 + draw.below(width - 2)]];
      const whole = periods.every((_, t) => values[at(v, t, i)] > 0);
      if (used.has(v * width + i) || !whole || !fits(v, i)) continue;
      used.add(v * width + i);
      return [v, i];
    }
  };
  const any = (): boolean => true;
  const interior = (): number => 1 + draw.below(years - 2);
  const record = (kind: FindingKind, v: number, i?: number, t?: number): void => {
    planted.push({
      kind,
      variable: variables[v].id,
      unit: i === undefined ? undefined : units[i].code,
      period: t === undefined ? undefined : periods[t],
    });
  };

  for (let n = 0; n < counts.spike; n++) {
    const [[v, i], t] = [freshSeries(any), interior()];
    values[at(v, t, i)] *= [10, 0.1, 19, 0.27, 4][n % 5];
    record("spike", v, i, t);
  }
  for (let n = 0; n < counts.shift; n++) {
    const [[v, i], from] = [freshSeries(any), interior()];
    for (let t = from; t < years; t++) values[at(v, t, i)] *= n % 2 ? 3 : 0.25;
    record("unit-shift", v, i, from);
  }
  for (let n = 0; n < counts.repeat; n++) {
    const t = interior();
    const [v, i] = freshSeries((v, i) => digits(values[at(v, t - 1, i)]) >= 5);
    values[at(v, t, i)] = values[at(v, t - 1, i)];
    record("repeat", v, i, t);
  }
  for (let n = 0; n < counts.sameSeries; n++) {
    const [v, from] = freshSeries((v, i) => digits(values[at(v, 0, i)]) >= 4 && digits(values[at(v, 1, i)]) >= 4);
    const [, to] = freshSeries((other) => other === v);
    for (let t = 0; t < years; t++) values[at(v, t, to)] = values[at(v, t, from)];
    record("duplicate", v, Math.max(from, to));
  }
  for (const [v, factor] of [
    [rebased, 0.3],
    [enlarged, 10],
  ]) {
    const from = 2 + draw.below(years - 3);
    for (let t = from; t < years; t++) for (let i = 0; i < width; i++) values[at(v, t, i)] *= factor;
    record("base-break", v, undefined, from);
  }
  values.copyWithin(at(copy, 0, 0), at(original, 0, 0), at(original + 1, 0, 0));
  record("duplicate", Math.max(copy, original));
  const [second, first] = copiedUnit;
  for (let row = 0; row < variables.length * years; row++) values[row * width + second] = values[row * width + first];
  planted.push({ kind: "duplicate", variable: null, unit: units[Math.max(first, second)].code });
  return { panel: withCells(clean, variables, values, clean.flags), planted };
}

const digits = (x: number): number =>
  String(x)
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "").length;

const meets = (one: Planted, found: Finding): boolean =>
  one.kind === found.kind &&
  one.variable === found.variable &&
  one.unit === found.unit &&
  (one.period === undefined ||
    (one.kind === "repeat"
      ? found.from !== undefined && found.to !== undefined && found.from < one.period && one.period <= found.to
      : found.from === one.period));

export interface Score {
  planted: number;
  found: number;
  right: number;
}

/** Per kind: how many were planted, how many findings there are beyond those of the clean panel, and how many of the planted were found. */
export function score(planted: readonly Planted[], findings: readonly Finding[], before: readonly Finding[]): Map<FindingKind, Score> {
  const name = ({ kind, variable, unit, from }: Finding): string => [kind, variable, unit, from].join(" ");
  const known = new Set(before.map(name));
  const table = new Map<FindingKind, Score>();
  for (const kind of new Set(planted.map((one) => one.kind))) {
    const own = planted.filter((one) => one.kind === kind);
    const right = own.filter((one) => findings.some((found) => meets(one, found))).length;
    const others = findings.filter((found) => found.kind === kind && !known.has(name(found)) && !own.some((one) => meets(one, found)));
    table.set(kind, { planted: own.length, found: right + others.length, right });
  }
  return table;
}

/** Scores added up over several panels. */
export function addScores(tables: readonly Map<FindingKind, Score>[]): Map<FindingKind, Score> {
  const total = new Map<FindingKind, Score>();
  for (const [kind, one] of tables.flatMap((table) => [...table])) {
    const sum = total.get(kind) ?? { planted: 0, found: 0, right: 0 };
    total.set(kind, { planted: sum.planted + one.planted, found: sum.found + one.found, right: sum.right + one.right });
  }
  return total;
}
