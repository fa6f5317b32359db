import { figure, paragraph, there } from "../blocks.js";
import type { Block } from "../document.js";
import { type Layered, ownGaps, shareAt } from "../lookup/layered.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { fixed, percent, score, span } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { joined, went } from "../wording.js";

const whole = (value: number): string => percent(value, 0);

/** Inequality level by level: between regions, between the units in them, within units between town and country; in words and stacked. */
export function layeredParts(tale: Tale, one: Layered): readonly Block[] {
  const { names, say, pick, language, now } = tale;
  const end = one.periods.length - 1;
  const shares = one.parts.flatMap((part) => {
    const [before, after] = [shareAt(one, part, 0), shareAt(one, part, end)];
    return after === null ? [] : [{ part, name: nameOf(tale, one, part.id) ?? say(part.names), before, after }];
  });
  const [from, to] = [one.values[0], one.values[end]];
  const most = [...shares].sort((a, b) => b.after - a.after)[0];
  if (from === null || to === null || !most) return [];
  const [year, columns] = [one.periods[end], one.of.map(({ column }) => names.inside(column)).join(pick({ en: "; ", zh: "；" }))];
  const apart =
    one.table === "urban-rural-theil"
      ? pick({ en: `, town and country of every ${names.unitWord.one} apart`, zh: `，各${names.unitWord.one}的城镇与农村分开计` })
      : "";
  const parts = joined(
    shares.map(({ name, after }) => prose`${pick({ en: `${whole(after)} lies ${name}`, zh: `${name}占 ${whole(after)}` })}`),
    language,
  );
  const gaps = ownGaps(one, year);
  const inside =
    gaps &&
    pick({
      en: prose` The gap between town and country is widest in ${names.unitOf(gaps.widest.unit)} (Theil ${score(gaps.widest.own)}, ratio ${fixed(gaps.widest.times, 2)}) and narrowest in ${names.unitOf(gaps.narrowest.unit)} (${score(gaps.narrowest.own)}, ${fixed(gaps.narrowest.times, 2)}).`,
      zh: prose`城乡差距最大的是${names.unitOf(gaps.widest.unit)}（泰尔指数 ${score(gaps.widest.own)}，城乡比 ${fixed(gaps.widest.times, 2)}），最小的是${names.unitOf(gaps.narrowest.unit)}（${score(gaps.narrowest.own)}，${fixed(gaps.narrowest.times, 2)}）。`,
    });
  const course = now === 0 ? pick({ en: `is ${score(to)}`, zh: `为 ${score(to)}` }) : went(from, to, language);
  const trend = most.before === null || now === 0 ? "" : went(most.before, most.after, language, whole);
  const finding = pick({
    en: `${title(most.name)}: ${trend ? `the part of the Theil index ${trend}` : `${whole(most.after)} of the Theil index`}`,
    zh: `${most.name}：占泰尔指数的比重${trend || `为 ${whole(most.after)}`}`,
  });
  return there(
    paragraph(
      pick({
        en: prose`Level by level${apart}, the Theil index ${course} (${columns}). In ${year} ${parts}.${inside ?? ""}`,
        zh: prose`逐层看${apart}，泰尔指数${course}（${columns}）。${year} 年，${parts}。${inside ?? ""}`,
      }),
    ),
    now > 0 &&
      figure({
        id: one.step.id,
        title: finding,
        subtitle: pick({ en: `Theil index level by level, ${span(one.periods)}`, zh: `${span(one.periods)} 年泰尔指数的逐层分解` }),
        chart: {
          kind: "stack",
          x: one.periods,
          series: one.parts.map((part) => ({
            name: nameOf(tale, one, part.id) ?? say(part.names),
            role: part.id === "within" ? "quiet" : "outcome",
            values: part.values,
          })),
        },
        note: pick({
          en: `${title(conventions(tale, one))}. The parts add up to the whole.`,
          zh: `${conventions(tale, one)}。各部分之和为总体。`,
        }),
        description: pick({
          en: `Stacked areas over time for ${one.parts.length} levels. ${finding}.`,
          zh: `${one.parts.length} 个层次的堆积面积图。${finding}。`,
        }),
        file: fileOf(one.step, one.table),
      }),
  );
}

/** What a level of town and country is called in this report; nested groups keep the names of their table. */
function nameOf({ run, names, say, pick }: Tale, { step, table }: Layered, id: string): string | undefined {
  if (table !== "urban-rural-theil") return undefined;
  const { one, many } = names.unitWord;
  const { by } = step.sources;
  const groups = by?.kind === "grouping" ? run.data.panel.groupings.find((each) => each.id === by.id) : undefined;
  if (id === "between_regions") {
    const name = groups ? say(groups.names) : pick({ en: "groups", zh: "各组" });
    return pick({ en: `between groups (${name.toLowerCase()})`, zh: `${name}之间` });
  }
  if (id === "between_units") return pick({ en: `between ${many}`, zh: `${one}之间` });
  return pick({ en: `between town and country, within ${many}`, zh: `${one}内城乡之间` });
}

/** The conventions in force, for the note. */
function conventions({ names, pick }: Tale, { step }: Layered): string {
  const { weights, unweighted } = step.result.method.options as { weights?: unknown; unweighted?: unknown };
  const urban =
    weights === "survey"
      ? pick({ en: "urban share implied by the three incomes", zh: "城镇比重由三项收入反推" })
      : weights === "resident"
        ? pick({ en: "urban share of residents", zh: "城镇比重按常住人口" })
        : undefined;
  const weighed =
    step.sources.people && unweighted !== true
      ? pick({ en: `weighted by ${names.unitWord.one} population`, zh: `以${names.unitWord.one}人口加权` })
      : undefined;
  return [pick({ en: "natural logarithm", zh: "自然对数" }), urban, weighed]
    .filter((text) => text !== undefined)
    .join(pick({ en: ", ", zh: "，" }));
}
