/**
 * Matthew effect (those ahead pull away), read five times: growth on initial level with the reverse check for regression to the mean, spread
 * over time, persistence of ranks and of the top class, concentration of the total, and divergence by log t. A verdict needs several of them.
 * Sources: Merton (1968), doi:10.1126/science.159.3810.56; Barro & Sala-i-Martin (1992), doi:10.1086/261816; Quah (1993), doi:10.2307/3440905;
 * Pitman (1939) and Morgan (1939) for spreads of the same units; Phillips & Sul (2007), doi:10.1111/j.1468-0262.2007.00811.x.
 * Fails below five units or two periods, and when a value is not above 0. Units with a gap in the window are left out, with a warning.
 */
import { ln } from "../../../ground/elementary/index.js";
import { Fault } from "../../../ground/fault/index.js";
import { mean } from "../../../ground/sums/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { equalSpread } from "../equal-spread.js";
import { type Course, matthewReadings } from "../matthew-readings.js";
import { readingsTable, verdictsTable, yearsTable } from "../matthew-tables.js";
import { type MatthewReport, verdictOf, verdictText } from "../matthew-verdict.js";
import { type MatthewOptions, matthewCard } from "./matthew.method.js";

const fewestUnits = 5;
/** Below so many units percentile intervals are too narrow. */
const manyUnits = 15;

/**
 * @param columns variables × periods × units, all values above 0; every variable is read on its own
 * @param options first, last, confidence, replicates, seed, classes, top, logt
 * @returns value: one report a variable; tables `verdicts`, `readings` (with intervals and p-values) and `years`
 */
export function matthew(columns: Panel, options: Partial<MatthewOptions> = {}): Result<readonly MatthewReport[]> {
  const chosen = settle(matthewCard, options);
  const { periods } = columns;
  const window = [...periods.keys()].filter((t) => periods[t] >= (chosen.first ?? periods[t]) && periods[t] <= (chosen.last ?? periods[t]));
  if (window.length < 2) throw shortFault(window.map((t) => periods[t]));
  const reports = columns.variables.map(({ id }, v): MatthewReport & { dropped: number } => {
    const { course, dropped } = courseOf(columns, v, window);
    const readings = matthewReadings(course, chosen, v);
    const verdict = verdictOf(readings.signs);
    const years = course.values.map((values, t) => {
      const logs = values.map(ln);
      return { period: course.years[t], sigma: equalSpread(logs, logs)?.before ?? 0, mean: mean(values) };
    });
    return {
      variable: id,
      verdict,
      said: verdictText(verdict, readings),
      n: course.values[0].length,
      first: course.years[0],
      last: course.years[course.years.length - 1],
      readings,
      years,
      dropped,
    };
  });
  return result(matthewCard, {
    options: chosen,
    value: reports.map(({ dropped, ...report }) => report),
    tables: () => [verdictsTable(reports), readingsTable(reports), yearsTable(reports)],
    trace: { units: columns.units.length, byVariable: reports.map(({ variable, n, dropped }) => ({ variable, n, dropped })) },
    warnings: warningsOf(reports, chosen),
  });
}

/** The units that have a value in every period of the window. */
function courseOf(p: Panel, v: number, window: readonly number[]): { course: Course; dropped: number } {
  const width = p.units.length;
  const cells = series(p, v);
  const present = window.filter((t) => cells.subarray(t * width, (t + 1) * width).some((one) => one === one));
  const kept = [...p.units.keys()].filter((i) => present.every((t) => cells[t * width + i] === cells[t * width + i]));
  if (present.length < 2)
    throw shortFault(
      present.map((t) => p.periods[t]),
      p.variables[v].id,
    );
  if (kept.length < fewestUnits) throw fewFault(p.variables[v].id, kept.length);
  for (const t of present) {
    const bad = kept.find((i) => !(cells[t * width + i] > 0));
    if (bad !== undefined) throw positiveFault(p.variables[v].id, p.units[bad].code, p.periods[t], cells[t * width + bad]);
  }
  const values = present.map((t) => Float64Array.from(kept, (i) => cells[t * width + i]));
  return { course: { years: present.map((t) => p.periods[t]), values }, dropped: width - kept.length };
}

function warningsOf(reports: readonly (MatthewReport & { dropped: number })[], { logt }: MatthewOptions): Warning[] {
  return reports.flatMap(({ variable, n, dropped, readings: { divergence, growth } }) => {
    const said = (code: string, when: boolean, en: string, zh: string): Warning[] =>
      when ? [{ code, text: { en: `${variable}: ${en}`, zh: `${variable}：${zh}` } }] : [];
    return [
      ...said("gaps", dropped > 0, `${dropped} units with a gap in the window are left out`, `窗口内有缺值的 ${dropped} 个单位已剔除`),
      ...said("few-units", n < manyUnits, `${n} units: intervals from resamples are too narrow`, `仅 ${n} 个单位：重抽样区间偏窄`),
      ...said(
        "no-log-t",
        logt !== "none" && divergence === null,
        "too few periods, or units too alike, for log t: four readings are left",
        "时期过少或单位过于一致，无法做 log t，仅余四项读数",
      ),
      ...said(
        "no-spread",
        growth === null,
        "all units start alike: growth has no level to stand on",
        "各单位起点相同，无从考察增长与初始水平的关系",
      ),
    ];
  });
}

const shortFault = (periods: readonly number[], id?: string): Fault =>
  new Fault({
    code: "too-few-periods",
    place: id === undefined ? {} : { path: id },
    found: { en: `periods in the window: ${periods.join(", ") || "none"}`, zh: `窗口内的时期：${periods.join("、") || "无"}` },
    expected: { en: "expected at least two", zh: "至少应有两期" },
    next: { en: "widen first and last, or bring more periods", zh: "请放宽 first 与 last，或补充更多时期" },
  });

const fewFault = (id: string, found: number): Fault =>
  new Fault({
    code: "too-few-units",
    place: { path: id },
    found: { en: `${found} units have a value in every period`, zh: `仅 ${found} 个单位各期均有值` },
    expected: { en: `expected at least ${fewestUnits}`, zh: `至少应有 ${fewestUnits} 个` },
    next: { en: "fill the gaps first, or choose a window without them", zh: "请先插补缺值，或选择没有缺值的窗口" },
  });

const positiveFault = (id: string, unit: string, period: number, found: number): Fault =>
  new Fault({
    code: "not-positive",
    place: { path: `${id}, unit ${unit}, period ${period}` },
    found: { en: `the value is ${found}`, zh: `数值为 ${found}` },
    expected: { en: "expected values above 0: growth and spread are of logarithms", zh: "增长与离散程度均取对数，要求大于 0" },
    next: { en: "measure a quantity that is never 0, or leave the unit out", zh: "请改用恒大于 0 的量，或剔除该单位" },
  });
