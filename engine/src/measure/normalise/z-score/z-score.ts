/**
 * z-scores z = m + s·(y − ȳ)/sd(y), y = x·direction, sd with n − 1.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails never; about half of the results lie below m, so with m = 0 they suit neither products nor entropy. A constant column becomes missing.
 */
import { dot, mean } from "../../../ground/sums/index.js";
import { finite, type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { type ZScoreOptions, zScoreCard } from "./z-score.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options scope, base, mean, sd, overrides
 * @returns value: the panel of scores; table `bounds` holds mean and sd of each column in its own unit
 */
export function zScore(data: Panel, options: Partial<ZScoreOptions> = {}): Result<Panel> {
  const chosen = settle(zScoreCard, options);
  const standardised = ({ values, sign }: Against): Fitted | null => {
    if (values.every((y) => y === values[0])) return null;
    const { center, sd } = spread(values.map((y) => y / 4));
    return {
      place: (y) => chosen.mean + (chosen.sd * (y / 4 - center)) / sd,
      row: { mean: sign * 4 * center, sd: finite(4 * sd) },
    };
  };
  const scale = { en: `mean ${chosen.mean}, sd ${chosen.sd}`, zh: `均值 ${chosen.mean}、标准差 ${chosen.sd}` };
  const columns = { mean: { en: "mean", zh: "均值" }, sd: { en: "standard deviation (n − 1)", zh: "标准差（n − 1）" } };
  return result(zScoreCard, { options: chosen, ...scaleColumns(data, chosen, standardised, columns, scale) });
}

/** Mean and sample deviation from the first value outward, so that close values keep their digits; quarters, so that nothing overflows. */
function spread(quarters: Float64Array): { center: number; sd: number } {
  const origin = quarters[0];
  const largest = quarters.reduce((most, y) => Math.max(most, Math.abs(y - origin)), 0);
  const apart = quarters.map((y) => (y - origin) / largest);
  const shift = mean(apart);
  const parts = apart.map((one) => one - shift);
  return { center: origin + largest * shift, sd: largest * Math.sqrt(dot(parts, parts) / (quarters.length - 1)) };
}
