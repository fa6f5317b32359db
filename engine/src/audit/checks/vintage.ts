import { type Panel, series, variableIndex } from "../../table/index.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { significant } from "../resolution.js";
import { median } from "../robust.js";
import { figure, nameOf, percent, span } from "../say.js";

/**
 * Two releases of one series under two names: columns that agree exactly in most cells and then part ways, and pairs the user
 * names as one series. The column that runs on more evenly than before is the one that may have been extrapolated.
 */
export function vintages(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const named = rules.sameSeries.map(([a, b]) => [variableIndex(panel, a), variableIndex(panel, b)] as const);
  const known = new Set(named.map(([a, b]) => `${a} ${b}`));
  return [
    ...partings(panel, rules)
      .filter(({ a, b }) => !known.has(`${a} ${b}`) && !known.has(`${b} ${a}`))
      .flatMap(({ a, b }) => parting(panel, a, b, rules)),
    ...named.flatMap(([a, b]) => claimed(panel, a, b, rules)),
  ];
}

/** Pairs of columns that share at least `agreeShare` of their cells, found through the equal figures of each unit and period. */
function partings({ variables, values, periods, units }: Panel, rules: DataAuditOptions): { a: number; b: number }[] {
  const size = periods.length * units.length;
  const shared = new Map<number, number>();
  const seen = new Map<number, number>();
  for (let k = 0; k < size; k++) {
    seen.clear();
    for (let v = 0; v < variables.length; v++) {
      const value = values[v * size + k];
      if (value !== value) continue;
      const before = seen.get(value);
      if (before !== undefined && significant(value) >= rules.digits) {
        const pair = before * variables.length + v;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
      seen.set(value, v);
    }
  }
  return [...shared]
    .map(([pair, count]) => ({ a: Math.floor(pair / variables.length), b: pair % variables.length, count }))
    .filter(({ a, b, count }) => {
      let both = 0;
      let differ = 0;
      for (let k = 0; k < size; k++) {
        const [x, y] = [values[a * size + k], values[b * size + k]];
        if (x === x && y === y) {
          both++;
          if (x !== y) differ++;
        }
      }
      return differ > 0 && count >= rules.agreeShare * both;
    })
    .sort((p, q) => p.a - q.a || p.b - q.b);
}

interface Comparison {
  readonly both: number;
  readonly differ: readonly number[];
  readonly ratios: readonly number[];
}

function compare(panel: Panel, a: number, b: number, gap: number): Comparison {
  const [x, y] = [series(panel, a), series(panel, b)];
  let both = 0;
  const differ: number[] = [];
  const ratios: number[] = [];
  for (let k = 0; k < x.length; k++) {
    if (x[k] !== x[k] || y[k] !== y[k]) continue;
    both++;
    if (y[k] !== 0) ratios.push(x[k] / y[k]);
    if (Math.abs(x[k] - y[k]) > gap * Math.abs(y[k])) differ.push(k);
  }
  return { both, differ, ratios };
}

function parting(panel: Panel, a: number, b: number, rules: DataAuditOptions): Evidence[] {
  const width = panel.units.length;
  const { both, differ } = compare(panel, a, b, 0);
  const [from, to] = [differ[0], differ[differ.length - 1]].map((k) => Math.floor(k / width));
  const [evenA, evenB] = [a, b].map((v) => evenness(panel, v, from));
  const [doubted, other] = evenA < evenB ? [a, b] : [b, a];
  const even = Math.min(evenA, evenB);
  const [name, otherName] = [nameOf(panel, doubted), nameOf(panel, other)];
  const years = span(panel.periods[from], panel.periods[to]);
  const line =
    even < 1
      ? {
          en: ` ${name.en} bends ${figure(1 / even, 2)} times less there than before.`,
          zh: `“${name.zh}”在此期间的弯曲程度仅为此前的 1/${figure(1 / even, 2)}。`,
        }
      : { en: "", zh: "" };
  return [
    {
      kind: "vintage",
      severity: "stop",
      variable: panel.variables[doubted].id,
      other: panel.variables[other].id,
      from: panel.periods[from],
      to: panel.periods[to],
      statistic: 1 - differ.length / both,
      threshold: rules.agreeShare,
      sentence: {
        en: `${name.en} and ${otherName.en} agree exactly in ${both - differ.length} of ${both} cells and differ in ${differ.length}, all in ${years.en}: two vintages of one series?${line.en}`,
        zh: `“${name.zh}”与“${otherName.zh}”在 ${both} 个单元格中有 ${both - differ.length} 个完全相同，${differ.length} 个不同，均在${years.zh}，疑为同一序列的两个版本。${line.zh}`,
      },
      offer: "drop",
      cells: differ.map((k) => ({ v: doubted, t: Math.floor(k / width), i: k % width })),
    },
  ];
}

/** Median relative second difference from a period on, over that before it: below 1, the column runs on more evenly. */
function evenness(panel: Panel, v: number, from: number): number {
  const cells = series(panel, v);
  const width = panel.units.length;
  const bends: [number[], number[]] = [[], []];
  for (let k = 2 * width; k < cells.length; k++) {
    const bend = Math.abs(cells[k] - 2 * cells[k - width] + cells[k - 2 * width]) / Math.abs(cells[k]);
    if (Number.isFinite(bend)) bends[Math.floor(k / width) >= from ? 1 : 0].push(bend);
  }
  const ratio = median(bends[1]) / median(bends[0]);
  return ratio === ratio ? ratio : 1;
}

function claimed(panel: Panel, a: number, b: number, rules: DataAuditOptions): Evidence[] {
  const width = panel.units.length;
  const { both, differ, ratios } = compare(panel, a, b, rules.vintageGap);
  if (differ.length === 0) return [];
  const [from, to] = [differ[0], differ[differ.length - 1]].map((k) => Math.floor(k / width));
  const [name, otherName] = [nameOf(panel, a), nameOf(panel, b)];
  const years = span(panel.periods[from], panel.periods[to]);
  const sorted = Float64Array.from(ratios).sort();
  const range = [sorted[0], median(sorted), sorted[sorted.length - 1]].map((one) => figure(one, 4));
  return [
    {
      kind: "vintage",
      severity: "stop",
      variable: panel.variables[a].id,
      other: panel.variables[b].id,
      from: panel.periods[from],
      to: panel.periods[to],
      statistic: differ.length / both,
      threshold: rules.vintageGap,
      sentence: {
        en: `${name.en} and ${otherName.en} differ by more than ${percent(rules.vintageGap)} in ${differ.length} of ${both} cells (${years.en}; ratio ${range[0]} to ${range[2]}, median ${range[1]}): not one vintage, never divide one by a figure of the other.`,
        zh: `“${name.zh}”与“${otherName.zh}”在 ${both} 个单元格中有 ${differ.length} 个相差超过 ${percent(rules.vintageGap)}（${years.zh}；比值 ${range[0]} 至 ${range[2]}，中位数 ${range[1]}），并非同一版本，不可混用相除。`,
      },
      offer: "drop",
      cells: differ.map((k) => ({ v: a, t: Math.floor(k / width), i: k % width })),
    },
  ];
}
