import { quantile } from "../../ground/designs/index.js";
import { Fault } from "../../ground/fault/index.js";
import { listed, same, type Text } from "../../ground/words/index.js";
import { Flag, type Panel } from "../../table/index.js";
import { doubtsAt } from "./doubts.js";
import { amount, type Doubt, doubtful, type Finding, level, points, withUnit } from "./finding.js";
import { cellAt, type Indicator, type Patient, runOf } from "./patient.js";
import { aligned } from "./peers.js";
import type { Flips } from "./rank-doubt.js";

export interface HardPointRule {
  readonly k: number;
  readonly years: number;
  readonly pace: number;
  readonly horizon: number;
  readonly quantile: number;
  readonly plan: Readonly<Record<string, number>>;
  readonly goalposts: Readonly<Record<string, number>>;
  readonly elasticity?: Readonly<Record<string, number>>;
}

/** An indicator as it grows: in its own unit where natural values are handed in, else as a level. */
interface Growth {
  readonly x: Float64Array;
  readonly flags: Uint8Array;
  readonly direction: -1 | 1;
  readonly unit: Text;
  readonly target: { readonly value: number; readonly from: Text } | null;
}

export interface Pace {
  /** change a year in the good direction; null without two observed years in the window */
  readonly perYear: number | null;
  readonly from: number;
  readonly span: number;
  readonly last: number;
}

export interface HardPoints {
  readonly findings: readonly Finding[];
  /** standing obstacles of the period diagnosed, and those of unknown pace */
  readonly standing: number;
  readonly unknown: number;
  readonly targets: Readonly<Record<string, { readonly value: number; readonly from: string }>>;
}

/** Hard points: among the k largest obstacles period after period, and far from the target at their own pace, or costly to move. */
export function hardPoints(patient: Patient, natural: Panel | undefined, rule: HardPointRule, flips: Flips): HardPoints {
  const { panel, indicators, now } = patient;
  checkTargets(indicators, rule);
  const costs = Object.values(rule.elasticity ?? {}).sort((a, b) => a - b);
  const costly = costs.length ? quantile(costs, 0.25) : null;
  const targets: Record<string, { value: number; from: string }> = {};
  let [standing, unknown] = [0, 0];
  const findings = indicators
    .filter((one) => one.obstacle)
    .flatMap((one) => {
      const growth = growthOf(patient, natural, one, rule);
      if (growth.target) targets[one.leaf.id] = { value: growth.target.value, from: growth.target.from.en };
      return panel.units.flatMap((_, i): Finding[] => {
        const run = runOf(now, (t) => {
          const rank = one.obstacle?.rank[cellAt(patient, t, i)];
          return typeof rank === "number" && rank <= rule.k;
        });
        if (run < rule.years) return [];
        standing++;
        const pace = paceOf(patient, growth, i, rule.pace);
        if (pace.perYear === null) unknown++;
        const slow = slowness(patient, growth, pace, i, rule);
        const own = rule.elasticity?.[one.leaf.id];
        const dear = costly !== null && own !== undefined && own <= costly;
        if (!slow && !dear) return [];
        return [found({ patient, one, growth, pace, i, run, rule, flips, slow, cost: dear ? { own: own as number, costly } : null })];
      });
    });
  return { findings, standing, unknown, targets };
}

function growthOf(patient: Patient, natural: Panel | undefined, one: Indicator, rule: HardPointRule): Growth {
  const { panel, now } = patient;
  const known = natural?.variables.find(({ id }) => id === one.leaf.id);
  const { values: x, flags } = natural && known ? aligned(natural, known.id, panel) : { values: one.z, flags: one.flags };
  const direction = known ? one.leaf.direction : 1;
  const { id } = one.leaf;
  const latest = Array.from(x.subarray(now * panel.units.length, (now + 1) * panel.units.length))
    .filter((value) => value === value)
    .map((value) => value * direction)
    .sort((a, b) => a - b);
  const share = `P${Number((rule.quantile * 100).toPrecision(4))}`;
  const year = panel.periods[now];
  const target =
    rule.plan[id] !== undefined
      ? { value: rule.plan[id], from: { en: "plan value", zh: "规划目标值" } }
      : rule.goalposts[id] !== undefined
        ? { value: rule.goalposts[id], from: { en: "goalpost of the framework", zh: "体系目标阈值" } }
        : latest.length
          ? {
              value: quantile(latest, rule.quantile) * direction,
              from: { en: `${share} of ${year}`, zh: `${year} 年 ${share} 分位` },
            }
          : null;
  return { x, flags, direction, unit: known ? one.leaf.unit : same(""), target };
}

/** Change a year between the first and the last observed value of the window. */
function paceOf({ panel, now }: Patient, { x, flags, direction }: Growth, i: number, window: number): Pace {
  const width = panel.units.length;
  const usable = panel.periods.flatMap((period, t) => {
    const cell = t * width + i;
    return t <= now && period >= panel.periods[now] - window && x[cell] === x[cell] && !(flags[cell] & Flag.imputed) ? [t] : [];
  });
  if (usable.length < 2) return { perYear: null, from: 0, span: 0, last: usable[0] ?? -1 };
  const [first, last] = [usable[0], usable[usable.length - 1]];
  const span = panel.periods[last] - panel.periods[first];
  return { perYear: ((x[last * width + i] - x[first * width + i]) * direction) / span, from: x[first * width + i], span, last };
}

/** Years to the target at this pace, when they are too many; null years when the pace leads away from it. */
function slowness(patient: Patient, growth: Growth, { perYear }: Pace, i: number, { horizon }: HardPointRule) {
  const x = growth.x[cellAt(patient, patient.now, i)];
  if (!growth.target || perYear === null || x !== x) return null;
  const gap = (growth.target.value - x) * growth.direction;
  if (!(gap > 0)) return null;
  const years = perYear > 0 ? gap / perYear : null;
  return years === null || years > horizon ? { gap, years } : null;
}

interface Case {
  readonly patient: Patient;
  readonly one: Indicator;
  readonly growth: Growth;
  readonly pace: Pace;
  readonly i: number;
  readonly run: number;
  readonly rule: HardPointRule;
  readonly flips: Flips;
  readonly slow: { readonly gap: number; readonly years: number | null } | null;
  readonly cost: { readonly own: number; readonly costly: number } | null;
}

function found({ patient, one, growth, pace, i, run, rule, flips, slow, cost }: Case): Finding {
  const { panel, now, nameOf } = patient;
  const cell = cellAt(patient, now, i);
  const turn = flips(one.system.id, i);
  const doubts: Doubt[] = [...doubtsAt(growth, cell)];
  if (slow && pace.span < rule.pace) doubts.push("short-history");
  if (turn) doubts.push("flips");
  const [unit, indicator] = [nameOf(i), one.leaf.names];
  const standing = {
    en: `among the ${rule.k} largest obstacles of ${one.system.names.en} for ${run} periods running`,
    zh: `连续 ${run} 期居“${one.system.names.zh}”前 ${rule.k} 位障碍`,
  };
  const reason = slow ? paceText(growth, pace, slow, growth.x[cell], rule) : costText(cost as NonNullable<typeof cost>);
  const rise = slow ? riseToday(growth, pace, growth.x[cell], pace.last === now, rule) : null;
  const perYear = slow ? amount(slow.gap / rule.horizon) : null;
  return {
    point: "hard-point",
    kind: slow ? "pace" : "cost",
    unit: i,
    period: panel.periods[now],
    system: one.system.id,
    subject: one.leaf.id,
    names: one.leaf.names,
    marks: [one.leaf.id],
    value: slow ? slow.years : (cost?.own ?? null),
    threshold: slow ? rule.horizon : (cost?.costly ?? null),
    reference: slow ? (growth.target?.value ?? null) : null,
    years: run,
    deviation: 1 - one.z[cell],
    weight: one.weight,
    clear: rise,
    clearUnit: growth.unit.en === "" ? same("z") : growth.unit,
    doubts,
    formula: slow
      ? `rank O ≤ ${rule.k} in ≥ ${rule.years} periods, (target − x) / pace > ${rule.horizon}`
      : `rank O ≤ ${rule.k} in ≥ ${rule.years} periods, elasticity per unit of cost ≤ P25`,
    evidence: reason,
    sentence: doubtful(
      {
        en: `${unit.en}: "${indicator.en}" is a hard point: ${standing.en}; ${reason.en}; ${points["hard-point"].verb.en} it.`,
        zh: `${unit.zh}“${indicator.zh}”为难点：${standing.zh}；${reason.zh}，宜予${points["hard-point"].verb.zh}。`,
      },
      doubts,
      turn,
    ),
    remedy: perYear
      ? {
          en: `a pace of ${perYear} a year instead of ${amount(pace.perYear as number)}${rise === null ? "" : `, or ${amount(rise)} nearer the target in this period`}`,
          zh: `年均推进由 ${amount(pace.perYear as number)} 提到 ${perYear}${rise === null ? "" : `，或本期向目标再推进 ${amount(rise)}`}`,
        }
      : { en: "a cheaper way to move it", zh: "找到代价更低的途径" },
  };
}

function paceText(
  { target, unit }: Growth,
  { perYear, span }: Pace,
  { years }: { years: number | null },
  x: number,
  rule: HardPointRule,
): Text {
  const goal = target as NonNullable<Growth["target"]>;
  const [now, aim] = [withUnit(x, unit), amount(goal.value)];
  const step = amount(perYear as number);
  return years === null
    ? {
        en: `at ${now.en} and a pace of ${step} a year over ${span} years it never reaches ${aim} (${goal.from.en}) at this pace`,
        zh: `现为 ${now.zh}，近 ${span} 年年均推进 ${step}，照此步速永远达不到 ${aim}（${goal.from.zh}）`,
      }
    : {
        en: `at ${now.en} and a pace of ${step} a year over ${span} years it is ${years.toFixed(1)} years from ${aim} (${goal.from.en}), more than ${rule.horizon}`,
        zh: `现为 ${now.zh}，近 ${span} 年年均推进 ${step}，照此步速距 ${aim}（${goal.from.zh}）尚需 ${years.toFixed(1)} 年，超过 ${rule.horizon} 年`,
      };
}

const costText = ({ own, costly }: { readonly own: number; readonly costly: number }): Text => ({
  en: `its elasticity per unit of cost, ${level(own)}, lies in the lowest quarter (≤ ${level(costly)})`,
  zh: `单位成本弹性 ${level(own)} 处于最低四分之一（≤ ${level(costly)}）`,
});

/** How much nearer the target it must be today for its pace to suffice: the rise counts in the distance and in the pace. */
function riseToday(
  { target, direction }: Growth,
  { from, span }: Pace,
  x: number,
  isLast: boolean,
  { horizon }: HardPointRule,
): number | null {
  if (!isLast || !target) return null;
  const ratio = horizon / span;
  return (target.value * direction + ratio * from * direction) / (1 + ratio) - x * direction;
}

function checkTargets(indicators: readonly Indicator[], { plan, goalposts, elasticity }: HardPointRule): void {
  const known = indicators.map((one) => one.leaf.id);
  for (const [option, ids] of Object.entries({ plan, goalposts, elasticity: elasticity ?? {} })) {
    const strange = Object.keys(ids).find((id) => !known.includes(id));
    if (strange === undefined) continue;
    throw new Fault({
      code: "unknown-indicator",
      place: { path: `${option}.${strange}` },
      found: { en: `no indicator is called ${strange}`, zh: `没有名为 ${strange} 的指标` },
      expected: { en: `expected ids among: ${listed(known, 20).en}`, zh: `应为以下指标之一：${listed(known, 20).zh}` },
      next: { en: "correct the id, or remove the line", zh: "请更正标识，或删去此行" },
    });
  }
}
