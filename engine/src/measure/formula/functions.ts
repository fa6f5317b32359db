import { ln } from "../../ground/elementary/index.js";
import type { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Panel } from "../../table/index.js";
import type { Cells, Lost } from "./evaluate-formula.js";

type MakeFault = (en: string, zh: string, mending: { expected: Text; next: Text }) => Fault;

/**
 * Constant-price chain: the level of the base year carried forward and backward by an index whose previous period is 100.
 * A missing link makes everything beyond it missing.
 */
export function chain(level: Cells, index: Cells, base: number, panel: Panel, lost: Lost, fault: MakeFault): Cells {
  const { periods, units } = panel;
  const start = periods.indexOf(base);
  if (start < 0) {
    throw fault(`the base year ${base}`, `基年 ${base}`, {
      expected: {
        en: `expected a period of the data, ${periods[0]} to ${periods.at(-1)}`,
        zh: `应为数据中的时期（${periods[0]} 至 ${periods.at(-1)}）`,
      },
      next: { en: "choose a base year inside the data", zh: "请选择数据范围内的基年" },
    });
  }
  const gap = periods.findIndex((year, t) => t > 0 && year !== periods[t - 1] + 1);
  if (gap > 0) {
    throw fault(`a chain over the gap ${periods[gap - 1]} to ${periods[gap]}`, `链式指数跨越缺口 ${periods[gap - 1]}—${periods[gap]}`, {
      expected: { en: "expected every year, as the index compares with the year before", zh: "指数以上年为 100，应逐年齐全" },
      next: { en: "add the years between", zh: "请补上中间年份" },
    });
  }
  const n = units.length;
  const values = new Float64Array(level.values.length);
  const flags = new Uint8Array(level.values.length);
  for (let i = 0; i < n; i++) {
    const origin = start * n + i;
    values[origin] = level.values[origin];
    flags[origin] = level.flags[origin];
    for (let t = start + 1; t < periods.length; t++) {
      const cell = t * n + i;
      values[cell] = (values[cell - n] * index.values[cell]) / 100;
      flags[cell] = flags[cell - n] | index.flags[cell];
    }
    for (let t = start - 1; t >= 0; t--) {
      const cell = t * n + i;
      const link = index.values[cell + n];
      if (link === 0) lost.zeroDenominator++;
      values[cell] = link === 0 ? Number.NaN : (values[cell + n] * 100) / link;
      flags[cell] = flags[cell + n] | index.flags[cell + n];
    }
  }
  return { values, flags };
}

/** Theil's T of two groups (natural logarithm) around their weighted mean; weights are populations. */
export function theil2([a, b, weightA, weightB]: readonly number[], lost: Lost): number {
  if (a !== a || b !== b || weightA !== weightA || weightB !== weightB) return Number.NaN;
  const total = weightA + weightB;
  const mean = (weightA * a + weightB * b) / total;
  if (!(a >= 0 && b >= 0 && weightA >= 0 && weightB >= 0 && mean > 0)) {
    lost.theil++;
    return Number.NaN;
  }
  const part = (value: number, weight: number): number => {
    const ratio = value / mean;
    return ratio > 0 ? (weight / total) * ratio * ln(ratio) : 0;
  };
  return part(a, weightA) + part(b, weightB);
}
