/**
 * Moderate (适度) normalisation z = a + (b−a)(1 − d/max d), d the distance from a declared optimum or optimal interval; min–max for the rest.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails when an optimum names no indicator or its interval is turned round. The optimum is a judgement: state where it is from.
 */
import { Fault } from "../../../ground/fault/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { checkNamed } from "../../named-columns.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { boundNames, shareOfWay } from "../scaled.js";
import { type ModerateOptions, moderateCard } from "./moderate.method.js";

/**
 * @param data indicators in natural units; the direction of those without an optimum is applied here, once
 * @param options optimum by indicator id, scope, base, range, overrides
 * @returns value: the panel on the range; missing stays missing; table `bounds` holds the extremes and, for moderate indicators, the optimum
 */
export function moderate(data: Panel, options: Pick<ModerateOptions, "optimum"> & Partial<ModerateOptions>): Result<Panel> {
  const chosen = settle(moderateCard, options);
  checkNamed(data, Object.keys(chosen.optimum), "optimum");
  const best = new Map(
    Object.entries(chosen.optimum).map(([id, one]) => {
      const [from, to] = typeof one === "number" ? [one, one] : one;
      if (!(from <= to)) throw turned(id, from, to);
      return [id, [from, to] as const];
    }),
  );
  const near = ({ id, values, sign, range: [from, to] = chosen.range }: Against): Fitted | null => {
    const optimum = best.get(id);
    const distance = (y: number): number => (optimum ? Math.max(optimum[0] - sign * y, sign * y - optimum[1], 0) : -y);
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const y of values) {
      const d = distance(y);
      least = Math.min(least, d);
      most = Math.max(most, d);
      low = Math.min(low, sign * y);
      high = Math.max(high, sign * y);
    }
    if (least === most) return null;
    return {
      place: (y) => from + (to - from) * (1 - shareOfWay(distance(y), optimum ? 0 : least, most)),
      row: { lower: low, upper: high, optimum_from: optimum?.[0] ?? null, optimum_to: optimum?.[1] ?? null },
    };
  };
  const columns = { ...boundNames, optimum_from: { en: "optimum from", zh: "最优下限" }, optimum_to: { en: "optimum to", zh: "最优上限" } };
  return result(moderateCard, { options: chosen, ...scaleColumns(data, chosen, near, columns) });
}

const turned = (id: string, from: number, to: number): Fault =>
  new Fault({
    code: "empty-range",
    place: { path: `optimum.${id}` },
    found: { en: `the optimum of ${id} is [${from}, ${to}]`, zh: `${id} 的最优区间为 [${from}, ${to}]` },
    expected: { en: "expected the lower end first", zh: "应先写下限" },
    next: { en: `write [${to}, ${from}]`, zh: `请写 [${to}, ${from}]` },
  });
