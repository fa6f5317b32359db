/**
 * Reciprocal z = a + (b−a)(y − min y)/(max y − min y), y = x where more is better and 1/x where less is; only to reproduce papers that do so.
 * Source: on the choice of a transformation, OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails on values of 0 or less of an indicator of which less is better. 1/x stretches small values and squeezes large ones; min–max does not.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { boundNames, shareOfWay } from "../scaled.js";
import { type ReciprocalOptions, reciprocalCard } from "./reciprocal.method.js";

/**
 * @param data indicators in natural units; those of which less is better are turned here by 1/x
 * @param options scope, base, range, overrides
 * @returns value: the panel on the range; missing stays missing; a warning names the indicators turned
 */
export function reciprocal(data: Panel, options: Partial<ReciprocalOptions> = {}): Result<Panel> {
  const chosen = settle(reciprocalCard, options);
  const parts = scaleColumns(data, chosen, fit, boundNames);
  const turned = data.variables.filter((one) => one.direction < 0).map((one) => one.id);
  return result(reciprocalCard, { options: chosen, ...parts, warnings: [...(parts.warnings ?? []), ...spacing(turned)] });

  function fit({ id, values, sign, range: [from, to] = chosen.range }: Against): Fitted | null {
    const turn = (y: number): number => (sign > 0 ? y : -1 / y);
    const bad = sign < 0 ? values.find((y) => y >= 0) : undefined;
    if (bad !== undefined) throw notPositive(id, 0 - bad);
    const low = values.reduce((least, y) => Math.min(least, turn(y)), Number.POSITIVE_INFINITY);
    const high = values.reduce((most, y) => Math.max(most, turn(y)), Number.NEGATIVE_INFINITY);
    if (low === high) return null;
    return {
      place: (y) => from + (to - from) * shareOfWay(turn(y), low, high),
      row: sign > 0 ? { lower: low, upper: high } : { lower: 1 / high, upper: 1 / low },
    };
  }
}

const spacing = (ids: readonly string[]): Warning[] =>
  ids.length === 0
    ? []
    : [
        {
          code: "reciprocal",
          text: {
            en: `${ids.join(", ")}: turned by 1/x, which changes the spacing of their values; min-max keeps it`,
            zh: `${ids.join("、")}：已取倒数，数值间距随之改变；min-max 不会改变间距`,
          },
        },
      ];

const notPositive = (id: string, found: number): Fault =>
  new Fault({
    code: "not-positive",
    place: { path: id },
    found: { en: `${id} holds ${found}`, zh: `${id} 中有 ${found}` },
    expected: { en: "expected values above 0 where less is better: 1/x needs them", zh: "逆向指标取倒数要求各值大于 0" },
    next: { en: "write method: min-max", zh: "请改用 method: min-max" },
  });
