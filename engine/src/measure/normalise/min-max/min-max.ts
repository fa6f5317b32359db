/**
 * Min–max normalisation z = a + (b−a)(y − min y)/(max y − min y), y = x·direction.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails when the range is empty. A constant column has no scale: its cells become missing and it weighs nothing, with a warning.
 */
import { type Cell, type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, series, type Variable } from "../../../table/index.js";
import { checkRange, scaledParts, shareOfWay, signOf } from "../scaled.js";
import { type MinMaxOptions, minMaxCard } from "./min-max.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options scope, range
 * @returns value: the panel on the range; missing stays missing; table `bounds` holds each minimum, maximum and direction
 */
export function minMax(data: Panel, options: Partial<MinMaxOptions> = {}): Result<Panel> {
  const chosen = settle(minMaxCard, options);
  const [from, to] = chosen.range;
  checkRange(chosen.range);
  const pooled = chosen.scope === "pooled";
  const width = data.units.length;
  const values = new Float64Array(data.values.length).fill(Number.NaN);
  const bounds: Record<string, Cell>[] = [];
  const flat: { id: string; period: number | null }[] = [];
  const blocks = pooled ? [data.periods.length * width] : data.periods.map(() => width);

  const variables = data.variables.map((variable, v): Variable => {
    const sign = signOf(variable);
    const x = series(data, v);
    let start = 0;
    let filled = 0;
    let flats = 0;
    blocks.forEach((length, t) => {
      const block = x.subarray(start, start + length);
      const period = pooled ? null : data.periods[t];
      const { low, high } = extremes(block, sign);
      if (low <= high) {
        filled++;
        bounds.push({
          variable: variable.id,
          period,
          direction: sign > 0 ? "+" : "-",
          lower: sign > 0 ? low : -high,
          upper: sign > 0 ? high : -low,
        });
      }
      if (low === high) {
        flats++;
        flat.push({ id: variable.id, period });
      } else {
        const out = values.subarray(v * x.length + start);
        for (let c = 0; c < length; c++) out[c] = from + (to - from) * shareOfWay(sign * block[c], low, high);
      }
      start += length;
    });
    return filled > 0 && flats === filled ? { ...variable, constant: true } : variable;
  });

  return result(minMaxCard, {
    options: chosen,
    ...scaledParts(data, {
      values,
      variables,
      range: chosen.range,
      bounds,
      trace: { scope: chosen.scope, rows: pooled ? data.periods.length * width : width, constant: flat },
      warnings: [...constantWarnings(flat), ...(pooled || data.periods.length === 1 ? [] : [perPeriod])],
    }),
  });
}

function extremes(block: Float64Array, sign: number): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of block) {
    const y = sign * x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return { low, high };
}

const constantWarnings = (flat: readonly { id: string; period: number | null }[]): Warning[] =>
  [...new Set(flat.map((one) => one.id))].map((id) => {
    const periods = flat.flatMap((one) => (one.id === id && one.period !== null ? [one.period] : []));
    return {
      code: "constant",
      text: {
        en: `${id} is constant${periods.length ? ` in ${periods.join(", ")}` : ""}: it has no scale, its cells become missing and it weighs nothing`,
        zh: `${id} ${periods.length ? `在 ${periods.join("、")} 年` : ""}为常数：无法标准化，相应单元格记为缺失，权重为 0`,
      },
    };
  });

const perPeriod: Warning = {
  code: "per-period",
  text: {
    en: "each period is scaled by its own extremes: levels cannot be compared over time",
    zh: "各期按当期极值标准化：不同时期的水平不可比",
  },
};
