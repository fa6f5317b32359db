/**
 * Goalposts z = a + (b−a)(x − l)/(u − l) with declared bounds on the raw scale; for "less is better" the result is flipped afterwards.
 * Source: UNDP, Human Development Report 2021/22, Technical Notes; OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en.
 * Fails when an indicator has no bounds or bounds in the wrong order. Bounds applied to −x instead of x would crush negative indicators to 0.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { listed, quote } from "../../../ground/words/index.js";
import { type Result, result, settle, type Warning } from "../../../method/index.js";
import { type Panel, series } from "../../../table/index.js";
import { boundNames, checkRange, rangeText, scaledParts, shareOfWay, signOf } from "../scaled.js";
import { type GoalpostsOptions, goalpostsCard } from "./goalposts.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options bounds by indicator id in its own unit, truncate, range
 * @returns value: the panel on the range; missing stays missing; trace counts the cells beyond each goalpost
 */
export function goalposts(data: Panel, options: Pick<GoalpostsOptions, "bounds"> & Partial<GoalpostsOptions>): Result<Panel> {
  const chosen = settle(goalpostsCard, options);
  const [from, to] = chosen.range;
  checkRange(chosen.range);
  checkBounds(data, chosen.bounds);
  const values = new Float64Array(data.values.length);
  const beyond: Record<string, { below: number; above: number }> = {};
  data.variables.forEach((variable, v) => {
    const [low, high] = chosen.bounds[variable.id];
    const count = { below: 0, above: 0 };
    const x = series(data, v);
    for (let c = 0; c < x.length; c++) {
      if (x[c] < low) count.below++;
      if (x[c] > high) count.above++;
      const kept = chosen.truncate ? Math.min(high, Math.max(low, x[c])) : x[c];
      const way = shareOfWay(kept, low, high);
      values[v * x.length + c] = from + (to - from) * (signOf(variable) > 0 ? way : 1 - way);
    }
    if (count.below + count.above > 0) beyond[variable.id] = count;
  });
  return result(goalpostsCard, {
    options: chosen,
    ...scaledParts(data, {
      values,
      scaleOf: () => rangeText(chosen.range),
      columns: boundNames,
      measured: data.variables.map((variable) => {
        const [lower, upper] = chosen.bounds[variable.id];
        return { variable, period: null, row: { lower, upper } };
      }),
      trace: { beyond, truncate: chosen.truncate },
      warnings: beyondWarning(beyond, chosen.truncate),
    }),
  });
}

function checkBounds(data: Panel, bounds: GoalpostsOptions["bounds"]): void {
  const known = data.variables.map((one) => one.id);
  const without = known.filter((id) => !Object.hasOwn(bounds, id));
  if (without.length > 0) {
    const which = listed(without);
    throw boundsFault(
      "bounds",
      { en: `no bounds for ${which.en}`, zh: `${which.zh} 没有上下限` },
      { en: `add e.g. ${without[0]}: [0, 100]`, zh: `例如补上 ${without[0]}: [0, 100]` },
    );
  }
  for (const [id, [low, high]] of Object.entries(bounds)) {
    if (!known.includes(id)) {
      const near = nearest(id, known);
      throw boundsFault(
        `bounds.${id}`,
        { en: `bounds name ${quote(id)}, which is no indicator`, zh: `bounds 中的 ${quote(id)} 不是指标` },
        near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the line", zh: "请删去此行" },
      );
    }
    if (!(low < high)) {
      throw boundsFault(
        `bounds.${id}`,
        { en: `bounds of ${id} are [${low}, ${high}]`, zh: `${id} 的上下限为 [${low}, ${high}]` },
        { en: "write the lower first; the direction flips the result by itself", zh: "请先写下限；逆向指标会自动反转，无须对调" },
      );
    }
  }
}

const boundsFault = (path: string, found: { en: string; zh: string }, next: { en: string; zh: string }): Fault =>
  new Fault({
    code: "bad-bounds",
    place: { path },
    found,
    expected: {
      en: "expected a lower and a higher upper bound for every indicator, in its own unit",
      zh: "每个指标都应有下限和更大的上限，按指标自身单位",
    },
    next,
  });

function beyondWarning(beyond: Readonly<Record<string, { below: number; above: number }>>, truncated: boolean): Warning[] {
  const ids = Object.keys(beyond);
  if (ids.length === 0) return [];
  const cells = Object.values(beyond).reduce((sum, one) => sum + one.below + one.above, 0);
  const which = listed(ids);
  return [
    {
      code: "beyond-goalposts",
      text: truncated
        ? {
            en: `${cells} cells lie beyond the goalposts and are cut to them: ${which.en}`,
            zh: `${cells} 个单元格超出界限并被截断：${which.zh}`,
          }
        : {
            en: `${cells} cells lie beyond the goalposts and leave the range: ${which.en}`,
            zh: `${cells} 个单元格超出界限，结果落在取值范围之外：${which.zh}`,
          },
    },
  ];
}
