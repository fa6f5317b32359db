import { exp, ln } from "../../ground/elementary/index.js";
import { same, type Text } from "../../ground/words/index.js";
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
  const jumped: Evidence[] = [];
  for (let i = 0; i < width; i++) {
    for (let s = 0; s < steps; s++) {
      const out = excess[s * width + i];
      if (!(Math.abs(out) > least)) continue;
      const back = s + 1 < steps ? excess[(s + 1) * width + i] : Number.NaN;
      const [small, large] = [out, back].map(Math.abs).sort((a, b) => a - b);
      const returns = back * out < 0 && small > rules.returnShare * large;
      if (!(Math.abs(out) > rules.jumpOwn * ownNoise(column, i, s, returns ? s + 1 : s))) continue;
      jumped.push(returns ? spike(column, i, s, least) : shift(column, i, s, least));
      if (returns) s++;
    }
  }
  return jumped;
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
  const { v, periods } = column;
  const { place, values, out, back, reference } = scene(column, i, s);
  const [before, here, after] = values.slice(s, s + 3).map((one) => figure(one));
  return {
    ...found(column, i, s, least),
    kind: "spike",
    severity: "stop",
    to: periods[s + 1],
    sentence: {
      en: `${place.en}: ${before} → ${here} → ${after} (${out.en} beyond ${reference.en}, then ${back.en}): one wrong cell?`,
      zh: `${place.zh}：${before} → ${here} → ${after}（相对${reference.zh}为${out.zh}，下一期为${back.zh}），疑为单点错误。`,
    },
    offer: "impute",
    cells: [{ v, t: s + 1, i }],
  };
}

function shift(column: AuditedColumn, i: number, s: number, least: number): Evidence {
  const { v, periods } = column;
  const { place, values, out, reference } = scene(column, i, s);
  const [before, here, after] = values.slice(s, s + 3);
  const then =
    after === after && s + 2 < periods.length
      ? { en: "and no return in the next period", zh: "下一期未复原" }
      : { en: "with no next value to show whether it returns", zh: "其后无数值可供判断是否复原" };
  return {
    ...found(column, i, s, least),
    kind: "unit-shift",
    severity: "doubt",
    to: periods[periods.length - 1],
    sentence: {
      en: `${place.en}: ${figure(before)} → ${figure(here)} (${out.en} beyond ${reference.en}) ${then.en}: another definition, or an error?`,
      zh: `${place.zh}：${figure(before)} → ${figure(here)}（相对${reference.zh}为${out.zh}），${then.zh}，疑为口径改变或错误。`,
    },
    offer: "flag",
    cells: [{ v, t: s + 1, i }],
  };
}

const found = ({ panel, id, periods, width, changes }: AuditedColumn, i: number, s: number, least: number) => ({
  variable: id,
  unit: panel.units[i].code,
  from: periods[s + 1],
  statistic: changes.excess[s * width + i],
  threshold: least,
});

/** What both sentences speak of: column, unit and period; the values; the step out and the next one; what they are compared with. */
function scene(column: AuditedColumn, i: number, s: number) {
  const { panel, v, periods, width, changes } = column;
  const name = nameOf(panel, v);
  const unit = unitName(panel, i);
  const year = span(periods[s + 1]);
  const size = (e: number): Text => amount(e, changes.logarithmic[i] === 1);
  return {
    place: { en: `${name.en}, ${unit.en} ${year.en}`, zh: `${name.zh}，${unit.zh}${year.zh}` },
    values: seriesOf(column, i),
    out: size(changes.excess[s * width + i]),
    back: size(changes.excess[(s + 1) * width + i]),
    reference:
      width < fewUnits ? { en: "its own usual change", zh: "其自身通常的变化" } : { en: "the other units' change", zh: "其他单位的变化" },
  };
}

/** A change of logarithms as a factor; a plain change in units of the series' median size. */
function amount(excess: number, logarithmic: boolean): Text {
  if (logarithmic) return same(factor(exp(excess)));
  const size = `${excess < 0 ? "−" : "+"}${figure(Math.abs(excess), 3)}`;
  return { en: `${size} times its median size`, zh: `其中位规模的 ${size} 倍` };
}
