import { ln } from "../../ground/elementary/index.js";
import { dot, mean } from "../../ground/sums/index.js";
import { type Panel, series, variableIndex } from "../../table/index.js";
import { closePairs } from "../close-pairs.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence, Severity } from "../finding.js";
import { median } from "../robust.js";
import { figure, nameOf, percent, span } from "../say.js";

/**
 * Two releases of one series under two names: columns that agree exactly in most cells and then part ways, columns that stay close
 * in nearly all cells and move alike, and pairs the user names as one series. Of two columns that part, the one that runs on more
 * evenly than before may have been extrapolated.
 */
export function vintages(panel: Panel, rules: DataAuditOptions): Evidence[] {
  const named = rules.sameSeries.map(([a, b]) => [variableIndex(panel, a), variableIndex(panel, b)] as const);
  const known = new Set(named.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const pairs = closePairs(panel, rules).filter(({ a, b }) => !known.has(`${a} ${b}`));
  return [
    ...pairs.flatMap(({ a, b, equal }) => (equal ? parting(panel, a, b, rules) : alike(panel, a, b, rules))),
    ...named.flatMap(([a, b]) => difference(panel, compare(panel, a, b, rules.vintageGap), rules.vintageGap, "stop")),
  ];
}

interface Comparison {
  readonly a: number;
  readonly b: number;
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
  return { a, b, both, differ, ratios };
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

/** Two columns nobody named as one series: close in nearly all cells, and moving alike. */
function alike(panel: Panel, a: number, b: number, rules: DataAuditOptions): Evidence[] {
  const far = compare(panel, a, b, rules.nearGap).differ.length;
  const near = compare(panel, a, b, rules.vintageGap);
  if (far > (1 - rules.ruleShare) * near.both || !(logCorrelation(panel, a, b) >= rules.nearCorrelation)) return [];
  return difference(panel, near, rules.vintageGap, "doubt");
}

function logCorrelation(panel: Panel, a: number, b: number): number {
  const [x, y] = [series(panel, a), series(panel, b)];
  const both = Array.from(x.keys()).filter((k) => x[k] > 0 && y[k] > 0);
  const [p, q] = [x, y].map((cells) => {
    const logs = both.map((k) => ln(cells[k]));
    const middle = mean(logs);
    return logs.map((one) => one - middle);
  });
  return dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
}

function difference(panel: Panel, { a, b, both, differ, ratios }: Comparison, gap: number, severity: Severity): Evidence[] {
  if (differ.length === 0) return [];
  const width = panel.units.length;
  const [from, to] = [differ[0], differ[differ.length - 1]].map((k) => Math.floor(k / width));
  const [name, otherName] = [nameOf(panel, a), nameOf(panel, b)];
  const years = span(panel.periods[from], panel.periods[to]);
  const unequal = compare(panel, a, b, 0).differ.length;
  const sorted = Float64Array.from(ratios).sort();
  const range = [sorted[0], median(sorted), sorted[sorted.length - 1]].map((one) => figure(one, 4));
  const verdict =
    severity === "stop"
      ? { en: "not one vintage, never divide one by a figure of the other.", zh: "并非同一版本，不可混用相除。" }
      : { en: "two vintages of one series?", zh: "疑为同一序列的两个版本。" };
  return [
    {
      kind: "vintage",
      severity,
      variable: panel.variables[b].id,
      other: panel.variables[a].id,
      from: panel.periods[from],
      to: panel.periods[to],
      statistic: differ.length / both,
      threshold: gap,
      sentence: {
        en: `${name.en} and ${otherName.en} differ in ${unequal} of ${both} cells, by more than ${percent(gap)} in ${differ.length} (${years.en}; ratio ${range[0]} to ${range[2]}, median ${range[1]}): ${verdict.en}`,
        zh: `“${name.zh}”与“${otherName.zh}”在 ${both} 个单元格中有 ${unequal} 个不同，其中 ${differ.length} 个相差超过 ${percent(gap)}（${years.zh}；比值 ${range[0]} 至 ${range[2]}，中位数 ${range[1]}），${verdict.zh}`,
      },
      offer: severity === "stop" ? "drop" : "flag",
      cells: differ.map((k) => ({ v: b, t: Math.floor(k / width), i: k % width })),
    },
  ];
}
