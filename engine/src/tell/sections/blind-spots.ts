import { heading, paragraph, table } from "../blocks.js";
import type { Block } from "../document.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";

/** What the framework defines and the data cannot fill, with the reason and what stands in. */
export function blindSpots({ run, names, say, pick }: Tale): readonly Block[] {
  const { blindSpots: spots, definitions } = run.framework;
  if (spots.length === 0) return [];
  const substituted = spots.filter((one) => one.standIns.length > 0).length;
  const opens = spots.map((one, k) => k === 0 || spots[k - 1].definition.mechanism !== one.definition.mechanism);
  return [
    heading(pick({ en: "Blind spots", zh: "盲点" })),
    paragraph(
      pick({
        en: prose`${spots.length} of the framework's ${definitions.length} definitions are not filled as defined; for ${substituted} of them a partial measure or proxy stands in.`,
        zh: prose`体系定义的 ${definitions.length} 项指标中，${spots.length} 项没有数据可按定义填入，其中 ${substituted} 项以部分指标或代用指标顶替。`,
      }),
    ),
    table({
      id: "blind-spots",
      wide: true,
      folded: spots.length > 8,
      title: pick({ en: "Definitions the data do not fill", zh: "未能按定义填入的指标" }),
      head: [
        { label: pick({ en: "Mechanism", zh: "机制" }) },
        { label: pick({ en: "Defined indicator", zh: "定义指标" }), align: "left" },
        { label: pick({ en: "Why it is blind", zh: "原因" }), align: "left" },
        { label: pick({ en: "Stands in", zh: "代用指标" }), align: "left" },
      ],
      rows: spots.map(({ definition, reason, standIns }, k) => [
        opens[k] ? names.of(definition.mechanism) : "",
        say(definition.names),
        say(reason),
        standIns.length ? names.list(standIns.map((id) => names.of(id))) : null,
      ]),
      groups: opens.flatMap((open, k) => (open ? [k] : [])),
    }),
  ];
}
