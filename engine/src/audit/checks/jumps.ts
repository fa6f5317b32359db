import { exp, ln } from "../../ground/elementary/index.js";
import { fewUnits } from "../changes.js";
import { type AuditedColumn, seriesOf } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { spreadOf } from "../robust.js";
import { factor, figure, nameOf, span, unitName } from "../say.js";

/**
 * One unit leaves the others in one step: a spike when the next step undoes it, a lasting shift otherwise.
 * The step must be large in itself, against the column's noise and against the unit's own other years.
 */
export function jumps(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  const { periods, width, changes } = column;
  const { excess, noise } = changes;
  const least = Math.max(ln(rules.jumpFactor), rules.jumpNoise * noise);
  const steps = periods.length - 1;
  const found: Evidence[] = [];
  for (let i = 0; i < width; i++) {
    for (let s = 0; s < steps; s++) {
      const out = excess[s * width + i];
      if (!(Math.abs(out) > least)) continue;
      const back = s + 1 < steps ? excess[(s + 1) * width + i] : Number.NaN;
      const [small, large] = [out, back].map(Math.abs).sort((a, b) => a - b);
      const returns = back * out < 0 && small > rules.returnShare * large;
      if (!(Math.abs(out) > rules.jumpOwn * ownNoise(column, i, s, returns ? s + 1 : s))) continue;
      found.push(returns ? spike(column, i, s, least) : shift(column, i, s, least));
      if (returns) s++;
    }
  }
  return found;
}

/**
 * Robust spread of the unit's excess changes in the steps not in question. With fewer than three such steps the unit's own past says
 * nothing: 0 where other units speak, infinite where there are none.
 */
function ownNoise({ changes, width, periods }: AuditedColumn, i: number, from: number, to: number): number {
  const rest = Float64Array.from({ length: periods.length - 1 }, (_, s) =>
    s >= from && s <= to ? Number.NaN : changes.excess[s * width + i],
  ).filter((one) => one === one);
  if (rest.length >= 3) return spreadOf(rest);
  return width < fewUnits ? Number.POSITIVE_INFINITY : 0;
}

function spike(column: AuditedColumn, i: number, s: number, least: number): Evidence {
  const { panel, v, id, periods, width, changes } = column;
  const [before, here, after] = seriesOf(column, i)
    .slice(s, s + 3)
    .map((one) => figure(one));
  const [out, back] = [changes.excess[s * width + i], changes.excess[(s + 1) * width + i]];
  const name = nameOf(panel, v);
  const unit = unitName(panel, i);
  const year = span(periods[s + 1]);
  const size = (e: number): string => amount(e, changes.logarithmic[i] === 1);
  return {
    kind: "spike",
    severity: "stop",
    variable: id,
    unit: panel.units[i].code,
    from: periods[s + 1],
    to: periods[s + 1],
    statistic: out,
    threshold: least,
    sentence: {
      en: `${name.en}, ${unit.en} ${year.en}: ${before} → ${here} → ${after} (${size(out)} beyond the other units' change, then ${size(back)}): one wrong cell?`,
      zh: `${name.zh}，${unit.zh}${year.zh}：${before} → ${here} → ${after}（相对其他单位的变化为 ${size(out)}，次年 ${size(back)}），疑为单点错误。`,
    },
    offer: "impute",
    cells: [{ v, t: s + 1, i }],
  };
}

function shift(column: AuditedColumn, i: number, s: number, least: number): Evidence {
  const { panel, v, id, periods, width, changes } = column;
  const values = seriesOf(column, i);
  const name = nameOf(panel, v);
  const unit = unitName(panel, i);
  const year = span(periods[s + 1]);
  const out = changes.excess[s * width + i];
  const size = amount(out, changes.logarithmic[i] === 1);
  const last = s + 2 === periods.length;
  const then = last
    ? { en: "in the last period, so that no return can be seen", zh: "已是最后一期，无从判断是否回落" }
    : { en: "and no return the year after", zh: "次年未回落" };
  return {
    kind: "unit-shift",
    severity: "doubt",
    variable: id,
    unit: panel.units[i].code,
    from: periods[s + 1],
    to: periods[periods.length - 1],
    statistic: out,
    threshold: least,
    sentence: {
      en: `${name.en}, ${unit.en} from ${year.en}: ${figure(values[s])} → ${figure(values[s + 1])} (${size} beyond the other units' change) ${then.en}: another definition, or an error?`,
      zh: `${name.zh}，${unit.zh}自${year.zh}起：${figure(values[s])} → ${figure(values[s + 1])}（相对其他单位的变化为 ${size}），${then.zh}，疑为口径改变或错误。`,
    },
    offer: "flag",
    cells: [{ v, t: s + 1, i }],
  };
}

/** A change of logarithms as a factor; a plain change in units of the series' median size. */
const amount = (excess: number, logarithmic: boolean): string =>
  logarithmic ? factor(exp(excess)) : `${excess < 0 ? "−" : "+"}${figure(Math.abs(excess), 3)} × median`;
