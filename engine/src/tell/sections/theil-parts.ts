import { figure } from "../blocks.js";
import type { Block } from "../document.js";
import type { Inequality } from "../lookup/inequality.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { percent, span } from "../numbers/numbers.js";
import type { Tale } from "../tale.js";
import { went } from "../wording.js";
import { measured, roleOf, weighing } from "./measured.js";

/** The Theil index over time, stacked from its part between the groups and its part within. */
export function stack(tale: Tale, one: Inequality): Block | undefined {
  const { run, say, pick, now } = tale;
  const { between, within, values, grouping } = one;
  const groups = run.data.panel.groupings.find((each) => each.id === grouping);
  if (!between || !within || !groups || now === 0) return undefined;
  const share = (t: number): number | null => {
    const [part, whole] = [between[t], values[t]];
    return part === null || whole === null || whole === 0 ? null : part / whole;
  };
  const [from, to] = [share(0), share(values.length - 1)];
  if (from === null || to === null) return undefined;
  const name = measured(tale, one);
  const by = say(groups.names);
  const role = roleOf(tale, one);
  const whole = (value: number): string => percent(value, 0);
  const finding = pick({
    en: `${title(name)}: the part between regions ${went(from, to, "en", whole)}`,
    zh: `${name}：地区间差异所占比重${went(from, to, "zh", whole)}`,
  });
  return figure({
    id: one.step.id,
    title: finding,
    subtitle: pick({
      en: `Theil index between and within groups (${by.toLowerCase()}), ${span(one.periods)}`,
      zh: `${span(one.periods)} 年泰尔指数：组间与组内（${by}）`,
    }),
    chart: {
      kind: "stack",
      x: one.periods,
      series: [
        { name: pick({ en: "between", zh: "组间" }), role, values: between },
        { name: pick({ en: "within", zh: "组内" }), role: "quiet", values: within },
      ],
    },
    note: pick({
      en: `${weighing(tale, [one])}. Between and within add up to the whole.`,
      zh: `${weighing(tale, [one])}。组间与组内之和为总体。`,
    }),
    description: pick({
      en: `Stacked areas over time for ${groups.groups.length} groups. ${finding}.`,
      zh: `${groups.groups.length} 组的堆积面积图。${finding}。`,
    }),
    file: fileOf(one.step, "theil"),
  });
}
