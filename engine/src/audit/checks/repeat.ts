import { type AuditedColumn, seriesOf } from "../column.js";
import type { DataAuditOptions } from "../data-audit/data-audit.method.js";
import type { Evidence } from "../finding.js";
import { resolution, significant } from "../resolution.js";
import { median, spreadOf } from "../robust.js";
import { figure, nameOf, span, unitName } from "../say.js";

const rootTwoPi = Math.sqrt(2 * Math.PI);

/**
 * The same figure in consecutive periods. By chance one repetition has the probability p = δ / (s√2π): δ the last printed digit,
 * s the robust size of that unit's other changes; k repetitions in a row have pᵏ, which must be small in itself and for so many cells. Whole numbers that hardly move stay silent.
 */
export function repeats(column: AuditedColumn, rules: DataAuditOptions): Evidence[] {
  const { periods, width, cells } = column;
  const found: Evidence[] = [];
  let usual: number | undefined;
  const usualOnce = (): number => (usual ??= usualMove(column));
  for (let i = 0; i < width; i++) {
    for (let t = 1; t < periods.length; t++) {
      if (cells[t * width + i] !== cells[(t - 1) * width + i]) continue;
      const start = t - 1;
      while (t + 1 < periods.length && cells[(t + 1) * width + i] === cells[t * width + i]) t++;
      found.push(...judge(column, i, start, t, rules, usualOnce));
    }
  }
  return found;
}

function judge(column: AuditedColumn, i: number, start: number, end: number, rules: DataAuditOptions, usual: () => number): Evidence[] {
  const { panel, v, id, periods } = column;
  const values = seriesOf(column, i);
  const value = values[start];
  if (significant(value) < rules.digits) return [];
  const moves = values.slice(1).map((one, t) => one - values[t]);
  const size = spreadOf(Float64Array.from(moves.filter((one) => one !== 0))) || usual() * Math.abs(value);
  const p = Math.min(1, resolution(value) / (size * rootTwoPi));
  let chance = 1;
  for (let k = start; k < end; k++) chance *= p;
  const tries = column.width * (periods.length - 1);
  const least = Math.min(rules.chance, rules.falseAlarms / tries);
  if (!(chance < least)) return [];
  const name = nameOf(panel, v);
  const unit = unitName(panel, i);
  const years = span(periods[start], periods[end]);
  return [
    {
      kind: "repeat",
      severity: "doubt",
      variable: id,
      unit: panel.units[i].code,
      from: periods[start],
      to: periods[end],
      statistic: value,
      threshold: least,
      chance,
      sentence: {
        en: `${name.en}, ${unit.en} ${years.en}: the same figure ${figure(value, 12)} in ${end - start + 1} periods (by chance ${figure(chance, 1)}): a value carried on?`,
        zh: `${name.zh}，${unit.zh}${years.zh}：${end - start + 1} 个时期均为 ${figure(value, 12)}（偶然概率 ${figure(chance, 1)}），疑为沿用旧值。`,
      },
      offer: "flag",
      cells: Array.from({ length: end - start }, (_, k) => ({ v, t: start + 1 + k, i })),
    },
  ];
}

/** Median relative change of all cells that move: what a unit that never moves could be expected to do. */
function usualMove({ cells, width }: AuditedColumn): number {
  const moves: number[] = [];
  for (let k = width; k < cells.length; k++) {
    const before = Math.abs(cells[k - width]);
    const move = Math.abs(cells[k] - cells[k - width]);
    if (move > 0 && before > 0) moves.push(move / before);
  }
  return 1.4826 * median(moves);
}
