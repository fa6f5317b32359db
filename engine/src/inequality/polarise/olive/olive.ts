/**
 * The olive in one table a period: shares of people below, in and above a band of incomes, Wolfson's P, Gini, the modes of the density,
 * and the median and the band in money; and the layers of the distribution, a quarter of a median thick, from the bottom up.
 * Source: bands as in OECD (2019), doi:10.1787/689afed1-en; modes by kernel density: Silverman (1981), doi:10.1111/j.2517-6161.1981.tb01155.x,
 * bandwidth of Silverman (1986), p. 48.
 * Fails when a value is negative, nothing is shared, or an absolute band lacks its borders.
 */
import { type Result, type ResultTable, result, rowsTable, settle, type Warning } from "../../../method/index.js";
import { type LorenzCurve, lorenzCurve } from "../../lorenz-curve.js";
import { gini } from "../../measure/gini/gini.js";
import { rows } from "../../rows.js";
import { bandColumns } from "../income-band.js";
import { middleIncomeShare } from "../middle-income-share/middle-income-share.js";
import { type Modes, modesOf } from "../modes.js";
import { realValues } from "../real-values.js";
import { wolfson } from "../wolfson/wolfson.js";
import { type OliveOptions, oliveCard } from "./olive.method.js";

type Options = Partial<OliveOptions> & { weights?: ArrayLike<number>; prices?: ArrayLike<number> };

export interface Olive {
  /** shares of people */
  readonly below: number;
  readonly middle: number;
  readonly above: number;
  readonly wolfson: number | null;
  readonly gini: number;
  /** peaks of the density; null when all values are equal */
  readonly modes: number | null;
  /** where the highest of them lies: below, in or above the band */
  readonly mainMode: "below" | "in" | "above" | null;
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/**
 * @param values one income a row, any unit; NaN rows and rows of weight 0 are left out and counted in the trace
 * @param options band, from, to, priceYear, prominence; weights: one non-negative number a row; prices: price index of each row
 * @returns value: the figures side by side; tables `olive` (one row) and `layers` (shares of people by multiples of the median)
 */
export function olive(values: ArrayLike<number>, { weights, prices, ...options }: Options = {}): Result<Olive> {
  const chosen = settle(oliveCard, options);
  const { prominence, ...band } = chosen;
  const real = realValues(values, prices);
  const share = middleIncomeShare(real, { ...band, weights });
  const of = (id: string): number => share.tables[0].columns.find((one) => one.id === id)?.values[0] as number;
  const polarisation = wolfson(real, { weights });
  const all = rows(real, weights);
  const modes = modesOf(all, prominence);
  const [median, from, to] = [of("median"), of("from"), of("to")];
  const value: Olive = {
    below: of("below"),
    middle: share.value,
    above: of("above"),
    wolfson: polarisation.value,
    gini: gini(real, { weights }).value as number,
    modes: modes.bandwidth > 0 ? modes.at.length : null,
    mainMode: placeOf(modes, from, to),
    median,
    from,
    to,
  };
  const { mainMode, ...figures } = value;
  const cells = {
    ...figures,
    middle_income: of("middle_income"),
    middle60: of("middle60"),
    mode: modes.at[0] ?? null,
    mode_place: mainMode,
    bandwidth: modes.bandwidth > 0 ? modes.bandwidth : null,
    n: all.n,
    mean: all.mean,
  };
  return result(oliveCard, {
    options: chosen,
    value,
    variant: `${oliveCard.variant(chosen)} · ${prices ? "values over the price index" : "values as they stand"} · ${weights ? "rows weighted" : "each row counts once"}`,
    tables: () => [rowsTable("olive", oliveCard.names, [cells], columns), layersTable(lorenzCurve(all), median)],
    trace: { rows: all.n, dropped: all.dropped, weight: all.total, mean: all.mean, median, from, to, modes: modes.at },
    warnings: [
      ...share.warnings,
      ...polarisation.warnings.filter((one) => !share.warnings.some((known) => known.code === one.code)),
      ...(modes.bandwidth > 0 ? [] : [noSpread]),
      ...(modes.bandwidth > 0 && all.n < fewRows ? [few] : []),
    ],
  });
}

/** Below so many rows peaks of the density say little. */
const fewRows = 30;

function placeOf({ at }: Modes, from: number, to: number): Olive["mainMode"] {
  if (at.length === 0) return null;
  return at[0] < from ? "below" : at[0] > to ? "above" : "in";
}

/** Shares of people in layers a quarter of a median thick, the lower border in, up to three medians and above. */
function layersTable({ x, population }: LorenzCurve, median: number): ResultTable {
  const borders = median > 0 ? Array.from({ length: 13 }, (_, k) => k / 4) : [];
  const upTo = borders.map((one) => shareBelow(x, population, one * median));
  return rowsTable(
    "layers",
    { en: "Layers of the distribution", zh: "分配的层次" },
    borders.map((one, k) => {
      const last = k + 1 === borders.length;
      return {
        from_medians: one,
        to_medians: last ? null : borders[k + 1],
        from: one * median,
        to: last ? null : borders[k + 1] * median,
        share: Math.max(0, (last ? 1 : upTo[k + 1]) - upTo[k]),
      };
    }),
    layerColumns,
  );
}

function shareBelow(x: Float64Array, population: Float64Array, value: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (x[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : population[low - 1];
}

const { below, middle, above, ...amounts } = bandColumns;
const columns = {
  below,
  middle,
  above,
  wolfson: { en: "Wolfson bipolarisation, P", zh: "Wolfson 极化指数 P" },
  gini: { en: "Gini coefficient", zh: "基尼系数" },
  modes: { en: "modes of the density", zh: "密度曲线的众数个数" },
  mode_place: { en: "highest mode: below, in or above the band", zh: "最高众数位于区间以下（below）、之中（in）或以上（above）" },
  mode: { en: "highest mode", zh: "最高众数" },
  ...amounts,
  bandwidth: { en: "bandwidth of the density", zh: "密度估计的带宽" },
  n: { en: "rows", zh: "行数" },
  mean: { en: "mean", zh: "均值" },
};

const layerColumns = {
  from_medians: { en: "from, in medians", zh: "下限（中位数的倍数）" },
  to_medians: { en: "to below, in medians", zh: "上限（中位数的倍数，不含）" },
  from: { en: "from", zh: "下限" },
  to: { en: "to below", zh: "上限（不含）" },
  share: { en: "share of people", zh: "人口占比" },
};

const noSpread: Warning = {
  code: "no-spread",
  text: { en: "all values are equal: there is no density to look at", zh: "各值相等，没有可供考察的密度" },
};
const few: Warning = {
  code: "few-rows",
  text: { en: `fewer than ${fewRows} rows: peaks of the density say little`, zh: `不足 ${fewRows} 行，密度曲线的峰说明力有限` },
};
