import { figure } from "../blocks.js";
import type { Block } from "../document.js";
import type { Coordination } from "../lookup/coordination.js";
import { meanAt } from "../lookup/grid.js";
import { fileOf } from "../lookup/steps.js";
import { formNames, shortFormNames } from "../names/form-names.js";
import { title } from "../names/names.js";
import { fixed, span } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";

/** The mean of D over time under the form in force and under the other one. */
export function twoForms({ run, names, say, pick, now }: Tale, found: Coordination): Block | undefined {
  const { periods, units } = run.data.panel;
  const { d, other } = found;
  if (!other || now === 0) return undefined;
  const [one, two] = [d, other.d].map((grid) => periods.map((_, t) => meanAt(grid, t)));
  const [a, b] = [one[now], two[now]];
  if (a === null || b === null) return undefined;
  const [form, second] = [formNames[found.id], formNames[other.id]].map(say);
  return figure({
    id: "two-forms",
    title: pick({
      en: `${title(second)} puts mean D at ${fixed(b, 2)}, ${form} at ${fixed(a, 2)}`,
      zh: `${second}的平均 D 为 ${fixed(b, 2)}，${form}为 ${fixed(a, 2)}`,
    }),
    subtitle: pick({
      en: `Mean coordination degree D of ${names.units(units.length)}, ${span(periods)}`,
      zh: `${span(periods)} 年 ${names.units(units.length)}平均耦合协调度 D`,
    }),
    chart: {
      kind: "lines",
      x: periods,
      range: [0, 1],
      series: [
        { name: title(say(shortFormNames[found.id])), role: "ink", values: one },
        { name: title(say(shortFormNames[other.id])), role: "quiet", values: two },
      ],
    },
    note: pick({
      en: `Unweighted means of the same scores under two formulas.`,
      zh: `同一组得分在两种公式下的简单平均。`,
    }),
    description: pick({
      en: `Two lines over time: in the last year mean D is ${fixed(a, 2)} in ${form} and ${fixed(b, 2)} in ${second}.`,
      zh: `两条折线：末年平均 D 按${form}为 ${fixed(a, 2)}，按${second}为 ${fixed(b, 2)}。`,
    }),
    file: fileOf(found.step, "coordination"),
  });
}
