import { poisson } from "../../ground/special/index.js";
import { sum } from "../../ground/sums/index.js";
import { fewUnits } from "../changes.js";
import { type AuditedColumn, seriesOf } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { At, Evidence } from "../finding.js";
import { spreadOf } from "../robust.js";
import { figure, nameOf, span, unitName } from "../say.js";

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** An interior point on the line through its neighbours, and the probability that it lies there by chance. */
interface Point {
  readonly t: number;
  readonly i: number;
  readonly chance: number;
}

/** What one scale shows: collinear points by unit and then period, and the number expected by chance in each period and in all. */
interface Straight {
  readonly scale: "linear" | "log";
  readonly points: readonly Point[];
  readonly expected: Float64Array;
  readonly total: number;
}

/**
 * Interpolated or extrapolated cells: interior points exactly on the line (or exponential) through their neighbours.
 * Printed figures do that by chance: each triple with p = δ / (σ₂|x|√2π), δ the finest last digit of the three, σ₂ the robust size
 * of the column's relative second differences. More collinear points than a Poisson count of that mean allows are reported for the
 * column, a long run in one unit for that unit.
 */
export function straightLines(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  if (column.periods.length < 3) return [];
  const both = [straight(column, "linear", rules), straight(column, "log", rules)];
  const wide = both.flatMap((one) => columnFinding(column, one, rules))[0];
  if (wide) return [wide];
  const runs = both.map((one) => runFindings(column, one, rules));
  return runs[0].length >= runs[1].length ? runs[0] : runs[1];
}

function straight(column: AuditedColumn, scale: Straight["scale"], rules: DataAuditOptions): Straight {
  const { cells, width, periods } = column;
  const second = relativeBends(column, scale);
  const on = (k: number): boolean => Math.abs(second[k]) <= rules.lineTolerance && cells[k - width] !== cells[k + width];
  const expected = new Float64Array(periods.length);
  if (!second.some((_, k) => on(k))) return { scale, points: [], expected, total: 0 };
  const usual = spreadOf(second);
  const steps = column.grains();
  const points: Point[] = [];
  for (let t = 1; t < periods.length - 1; t++) {
    const chances: number[] = [];
    for (let i = 0; i < width; i++) {
      const k = t * width + i;
      if (second[k] !== second[k] || cells[k - width] === cells[k + width]) continue;
      const printed = Math.min(steps[k - width], steps[k], steps[k + width]) / Math.abs(cells[k]);
      const grain = Math.max(printed, 2 * rules.lineTolerance);
      const chance = usual > 0 ? Math.min(1, grain / (usual * rootTwoPi)) : 1;
      chances.push(chance);
      if (on(k)) points.push({ t, i, chance });
    }
    expected[t] = sum(chances);
  }
  points.sort((a, b) => a.i - b.i || a.t - b.t);
  return { scale, points, expected, total: sum(expected) };
}

/** Twice the distance of each interior point from the line through its neighbours, in relative terms or on the log scale. */
function relativeBends({ cells, width, periods, logs }: AuditedColumn, scale: Straight["scale"]): Float64Array {
  const y = scale === "log" ? logs : cells;
  const bends = new Float64Array(cells.length).fill(Number.NaN);
  for (let t = 1; t < periods.length - 1; t++) {
    const lead = (periods[t] - periods[t - 1]) / (periods[t + 1] - periods[t - 1]);
    for (let k = t * width; k < (t + 1) * width; k++) {
      const bend = 2 * (y[k - width] + lead * (y[k + width] - y[k - width]) - y[k]);
      bends[k] = scale === "log" ? bend : cells[k] === 0 ? Number.NaN : bend / Math.abs(cells[k]);
    }
  }
  return bends;
}

/** P(count ≥ observed) when `mean` are expected. */
const tail = (observed: number, mean: number): number => (observed === 0 ? 1 : mean > 0 ? poisson(mean).upper(observed - 1) : 0);

function columnFinding(column: AuditedColumn, { scale, points, expected, total }: Straight, rules: DataAuditOptions): Evidence[] {
  const { panel, v, id, periods, width } = column;
  if (points.length < rules.lineRun) return [];
  const byYear = new Array<number>(periods.length).fill(0);
  for (const { t } of points) byYear[t]++;
  const peak = byYear.indexOf(Math.max(...byYear));
  const beyond = (count: number, mean: number): boolean => count > rules.lineExcess * mean && tail(count, mean) < rules.chance;
  const all = beyond(points.length, total);
  const shared = byYear[peak] >= Math.max(fewUnits, rules.lineShare * width) && beyond(byYear[peak], expected[peak]);
  if (!all && !shared) return [];
  const counted = all ? points : points.filter(({ t }) => t === peak);
  const mean = all ? total : expected[peak];
  const cells = touched(column, counted);
  const at = cells.map(({ t }) => t).sort((p, q) => p - q);
  const [from, to] = [at[0], at[at.length - 1]];
  const name = nameOf(panel, v);
  const year = span(periods[from], periods[to]);
  return [
    {
      kind: "straight-line",
      severity: "stop",
      variable: id,
      from: periods[from],
      to: periods[to],
      statistic: counted.length,
      threshold: mean,
      chance: tail(counted.length, mean),
      sentence: {
        en: `${name.en}, ${year.en}: ${counted.length} values lie exactly on the ${wordsOf[scale].en} through the years beside them, ${figure(mean, 2)} expected by chance: interpolated in the source?`,
        zh: `${name.zh}，${year.zh}：${counted.length} 个数值恰在前后年份的${wordsOf[scale].zh}上，偶然预期为 ${figure(mean, 2)} 个，疑为来源中的插值。`,
      },
      offer: "flag",
      cells,
    },
  ];
}

function runFindings(column: AuditedColumn, { scale, points }: Straight, rules: DataAuditOptions): Evidence[] {
  const { panel, v, id, periods, width } = column;
  const found: Evidence[] = [];
  for (let k = 0; k < points.length; k++) {
    const run = [points[k]];
    while (k + 1 < points.length && points[k + 1].i === points[k].i && points[k + 1].t === points[k].t + 1) run.push(points[++k]);
    const chance = run.reduce((product, one) => product * one.chance, 1);
    if (run.length < rules.lineRun || !(chance * width < rules.chance)) continue;
    const i = run[0].i;
    const name = nameOf(panel, v);
    const unit = unitName(panel, i);
    const [from, to] = [run[0].t - 1, run[run.length - 1].t + 1];
    const years = span(periods[from], periods[to]);
    found.push({
      kind: "straight-line",
      severity: "doubt",
      variable: id,
      unit: panel.units[i].code,
      from: periods[from],
      to: periods[to],
      statistic: run.length,
      threshold: rules.lineRun,
      chance,
      sentence: {
        en: `${name.en}, ${unit.en} ${years.en}: ${run.length + 2} values lie exactly on one ${wordsOf[scale].en} (by chance ${figure(chance, 1)}): interpolated?`,
        zh: `${name.zh}，${unit.zh}${years.zh}：${run.length + 2} 个数值恰在同一${wordsOf[scale].zh}上（偶然概率 ${figure(chance, 1)}），疑为插值。`,
      },
      offer: "flag",
      cells: touched(column, run),
    });
  }
  return found;
}

const wordsOf = {
  linear: { en: "straight line", zh: "直线" },
  log: { en: "exponential", zh: "指数曲线" },
} as const;

/** The points themselves, and an end of the unit's series next to one: what was extrapolated lies at an end. */
function touched(column: AuditedColumn, points: readonly Point[]): At[] {
  const { v } = column;
  return points.flatMap(({ t, i }) => {
    const observed = seriesOf(column, i).flatMap((value, at) => (value === value ? [at] : []));
    const ends = [observed[0], observed[observed.length - 1]].filter((at) => Math.abs(at - t) === 1);
    return [t, ...ends].map((at) => ({ v, t: at, i }));
  });
}
