import { mean, sum } from "../../ground/sums/index.js";
import { same } from "../../ground/words/index.js";
import { Flag } from "../../table/index.js";
import { doubtsAt } from "./doubts.js";
import { type Doubt, doubtful, type Finding, level, points } from "./finding.js";
import { cellAt, type Indicator, observed, type Patient } from "./patient.js";

export interface FallRule {
  /** how many standard deviations of its own changes a fall must exceed */
  readonly fall: number;
  /** how many years back a fall still counts */
  readonly recent: number;
}

export interface Falls {
  readonly findings: readonly Finding[];
  /** observed changes of weighted indicators up to the period diagnosed, and how many of them are falls */
  readonly changes: number;
  readonly falls: number;
}

/** Breaks in time: a change below −2 sd of the indicator's own changes in that unit. Told while recent and not made good. */
export function falls(patient: Patient, rule: FallRule): Falls {
  const { panel, indicators, now } = patient;
  const findings: Finding[] = [];
  const count = { changes: 0, falls: 0 };
  for (const one of indicators) {
    panel.units.forEach((_, i) => {
      const { changes, limit } = historyOf(patient, one, i, rule.fall);
      if (one.weight > 0) count.changes += changes.length;
      for (const { t, change } of changes) {
        if (!(limit < 0 && change < limit)) continue;
        if (one.weight > 0) count.falls++;
        const made = found(patient, one, i, t, change, limit, rule);
        if (made && panel.periods[t] > panel.periods[now] - rule.recent) findings.push(made);
      }
    });
  }
  return { findings, ...count };
}

interface Change {
  readonly t: number;
  readonly change: number;
}

/** Changes between neighbouring observed values, and the fall that counts; 0 where changes do not vary. */
function historyOf(
  patient: Patient,
  one: Indicator,
  i: number,
  times: number,
): { readonly changes: readonly Change[]; readonly limit: number } {
  const changes: Change[] = [];
  for (let t = 1; t <= patient.now; t++) {
    const [before, after] = [cellAt(patient, t - 1, i), cellAt(patient, t, i)];
    if (observed(one, before) && observed(one, after)) changes.push({ t, change: one.z[after] - one.z[before] });
  }
  if (changes.length < 2) return { changes, limit: 0 };
  const middle = mean(changes.map((each) => each.change));
  const sd = Math.sqrt(sum(changes.map(({ change }) => (change - middle) * (change - middle))) / (changes.length - 1));
  return { changes, limit: sd > 1e-12 ? -times * sd : 0 };
}

function found(patient: Patient, one: Indicator, i: number, t: number, change: number, limit: number, { fall }: FallRule): Finding | null {
  const { panel, now, nameOf } = patient;
  let last = now;
  while (one.z[cellAt(patient, last, i)] !== one.z[cellAt(patient, last, i)]) last--;
  const [before, current] = [one.z[cellAt(patient, t - 1, i)], one.z[cellAt(patient, last, i)]];
  if (current >= before) return null;
  const doubts: Doubt[] = [...new Set([...doubtsAt(one, cellAt(patient, t, i)), ...doubtsAt(one, cellAt(patient, last, i))])];
  if (one.flags[cellAt(patient, t, i)] & Flag.break) doubts.push("definition");
  const [unit, indicator, period] = [nameOf(i), one.leaf.names, panel.periods[t]];
  const [drop, bound] = [level(-change), level(-limit)];
  return {
    point: "break",
    kind: "fall",
    unit: i,
    period,
    system: one.system.id,
    subject: one.leaf.id,
    names: one.leaf.names,
    marks: [one.leaf.id],
    value: change,
    threshold: limit,
    reference: before,
    years: now - t + 1,
    deviation: before - current,
    weight: one.weight,
    clear: before - current,
    clearUnit: same("z"),
    doubts,
    formula: `Δz < −${fall} sd(Δz)`,
    evidence: {
      en: `Δz −${drop} in ${period}, beyond ${fall} sd of its own changes (${bound}); z ${level(before)} before, ${level(current)} in ${panel.periods[last]}`,
      zh: `${period} 年 Δz 为 −${drop}，超过自身变动 ${fall} 倍标准差（${bound}）；此前 z 为 ${level(before)}，${panel.periods[last]} 年为 ${level(current)}`,
    },
    sentence: doubtful(
      {
        en: `${unit.en}: "${indicator.en}" broke off in ${period}: its level fell by ${drop}, more than ${fall} standard deviations of its own changes (${bound}), and had not come back by ${panel.periods[last]}; ${points.break.verb.en} it.`,
        zh: `${unit.zh}“${indicator.zh}”在 ${period} 年出现断点：水平下降 ${drop}，超过自身历年变动的 ${fall} 倍标准差（${bound}），至 ${panel.periods[last]} 年未恢复，宜予${points.break.verb.zh}。`,
      },
      doubts,
      null,
    ),
    remedy: {
      en: `raise its level by ${level(before - current)}, back to ${level(before)}`,
      zh: `水平回升 ${level(before - current)}，恢复到 ${level(before)}`,
    },
  };
}
