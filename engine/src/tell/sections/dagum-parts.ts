import { figure, paragraph, there } from "../blocks.js";
import type { Block } from "../document.js";
import type { Inequality } from "../lookup/inequality.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { percent, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { went } from "../wording.js";
import { measured, roleOf, weighing } from "./measured.js";

/** Where a Gini coefficient comes from: between the groups net, within them, and where they overlap; in words and stacked over time. */
export function dagumParts(tale: Tale, one: Inequality): readonly Block[] {
  const { run, say, pick, now, last } = tale;
  const { between, within, transvariation, values, grouping } = one;
  const groups = run.data.panel.groupings.find((each) => each.id === grouping);
  if (!between || !within || !transvariation || !groups) return [];
  const end = values.length - 1;
  const share = (part: typeof values, t: number): number | null => {
    const [of, whole] = [part[t], values[t]];
    return of === null || whole === null || whole === 0 ? null : of / whole;
  };
  const [net, inside, overlap] = [between, within, transvariation].map((part) => share(part, end));
  const before = share(between, 0);
  if (net === null || inside === null || overlap === null) return [];
  const name = measured(tale, one);
  const by = say(groups.names);
  const whole = (value: number): string => percent(value, 0);
  const trend = (language: "en" | "zh"): string => (now > 0 && before !== null ? went(before, net, language, whole) : "");
  const sentence = pick({
    en: prose`Of the Gini coefficient of ${name} in ${last}, ${whole(net)} lies between the groups net (${by.toLowerCase()}), ${whole(inside)} within them, and ${whole(overlap)} where they overlap${trend("en") && `; the net part ${trend("en")}`}.`,
    zh: prose`${last} 年${name}的基尼系数中，组间净差距（${by}）占 ${whole(net)}，组内差距占 ${whole(inside)}，各组交叠（超变密度）占 ${whole(overlap)}${trend("zh") && `；组间净差距占比${trend("zh")}`}。`,
  });
  if (!trend("en")) return [paragraph(sentence)];
  const finding = pick({
    en: `${title(name)}: the part of the Gini between groups net ${trend("en")}`,
    zh: `${name}：组间净差距占基尼系数的比重${trend("zh")}`,
  });
  return there(
    paragraph(sentence),
    figure({
      id: one.step.id,
      title: finding,
      subtitle: pick({
        en: `Gini coefficient by source (${by.toLowerCase()}), ${span(one.periods)}`,
        zh: `${span(one.periods)} 年基尼系数的来源（${by}）`,
      }),
      chart: {
        kind: "stack",
        x: one.periods,
        series: [
          { name: pick({ en: "between, net", zh: "组间净值" }), role: roleOf(tale, one), values: between },
          { name: pick({ en: "overlap", zh: "超变密度" }), role: "ink", values: transvariation },
          { name: pick({ en: "within", zh: "组内" }), role: "quiet", values: within },
        ],
      },
      note: pick({
        en: `${weighing(tale, [one])}. The three parts add up to the Gini coefficient (Dagum decomposition).`,
        zh: `${weighing(tale, [one])}。三部分之和为基尼系数（Dagum 分解）。`,
      }),
      description: pick({
        en: `Stacked areas over time for ${groups.groups.length} groups. ${finding}.`,
        zh: `${groups.groups.length} 组的堆积面积图。${finding}。`,
      }),
      file: fileOf(one.step, "dagum"),
    }),
  );
}
