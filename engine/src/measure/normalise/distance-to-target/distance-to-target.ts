/**
 * Distance to target z = a + (b−a)(y − min y)/(τ − min y), y = x·direction, τ the declared target, turned likewise.
 * Source: OECD/JRC Handbook (2008), step 5, doi:10.1787/9789264043466-en; as in COINr, Becker et al. (2022), doi:10.21105/joss.04567.
 * Fails when an indicator has no target, or one no better than the worst value observed. The lower end moves with the data.
 */
import { Fault, nearest } from "../../../ground/fault/index.js";
import { listed, quote, type Text } from "../../../ground/words/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import type { Panel } from "../../../table/index.js";
import { type Against, type Fitted, scaleColumns } from "../scale-columns.js";
import { shareOfWay } from "../scaled.js";
import { type DistanceToTargetOptions, distanceToTargetCard } from "./distance-to-target.method.js";

/**
 * @param data indicators in natural units; the direction of each variable is applied here, once
 * @param options targets by indicator id in its own unit, cap, scope, base, range, overrides
 * @returns value: the panel on the range; missing stays missing; table `bounds` holds the worst value and the target of each column
 */
export function distanceToTarget(
  data: Panel,
  options: Pick<DistanceToTargetOptions, "targets"> & Partial<DistanceToTargetOptions>,
): Result<Panel> {
  const chosen = settle(distanceToTargetCard, options);
  checkTargets(data, chosen.targets);
  const towards = ({ id, values, sign, range: [from, to] = chosen.range }: Against): Fitted => {
    const target = sign * chosen.targets[id];
    const worst = values.reduce((least, y) => Math.min(least, y), values[0]);
    if (!(worst < target)) throw tooNear(id, chosen.targets[id], sign * worst);
    return {
      place: (y) => from + (to - from) * shareOfWay(chosen.cap ? Math.min(y, target) : y, worst, target),
      row: { worst: sign * worst, target: chosen.targets[id] },
    };
  };
  const columns = { worst: { en: "worst value", zh: "最差值" }, target: { en: "target", zh: "目标值" } };
  return result(distanceToTargetCard, { options: chosen, ...scaleColumns(data, chosen, towards, columns) });
}

function checkTargets(data: Panel, targets: DistanceToTargetOptions["targets"]): void {
  const known = data.variables.map((one) => one.id);
  const without = known.filter((id) => !Object.hasOwn(targets, id));
  if (without.length > 0) {
    const which = listed(without);
    throw targetFault(
      "targets",
      { en: `no target for ${which.en}`, zh: `${which.zh} 没有目标值` },
      { en: `add e.g. ${without[0]}: 100`, zh: `例如补上 ${without[0]}: 100` },
    );
  }
  const stranger = Object.keys(targets).find((id) => !known.includes(id));
  if (stranger === undefined) return;
  const near = nearest(stranger, known);
  throw targetFault(
    `targets.${stranger}`,
    { en: `targets name ${quote(stranger)}, which is no indicator`, zh: `targets 中的 ${quote(stranger)} 不是指标` },
    near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "remove the line", zh: "请删去此行" },
  );
}

const tooNear = (id: string, target: number, worst: number): Fault =>
  targetFault(
    `targets.${id}`,
    {
      en: `the target of ${id} is ${target}, the worst value observed is ${worst}`,
      zh: `${id} 的目标值为 ${target}，观测到的最差值为 ${worst}`,
    },
    {
      en: "every unit has reached it: set a farther target, or leave the indicator out",
      zh: "所有单位均已达到：请设更高目标，或不计此指标",
    },
  );

const targetFault = (path: string, found: Text, next: Text): Fault =>
  new Fault({
    code: "bad-target",
    place: { path },
    found,
    expected: {
      en: "expected for every indicator a target better than its worst value, in its own unit",
      zh: "每个指标都应有优于其最差值的目标，按指标自身单位",
    },
    next,
  });
