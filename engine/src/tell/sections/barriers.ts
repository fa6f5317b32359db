import { heading, paragraph, table } from "../blocks.js";
import type { Block } from "../document.js";
import { type Barrier, barrierKinds, barriersFound, barriersUnseen } from "../lookup/barriers.js";
import type { Diagnosed } from "../lookup/diagnosis.js";
import { fileOf } from "../lookup/steps.js";
import { title } from "../names/names.js";
import { cell, fixed } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";
import { joined } from "../wording.js";

const words: Readonly<Record<Barrier, { readonly en: readonly [string, string]; readonly zh: string }>> = {
  obstruction: { en: ["obstruction", "obstructions"], zh: "梗阻" },
  "information-barrier": { en: ["information barrier", "information barriers"], zh: "信息壁垒" },
  "digital-fence": { en: ["digital fence", "digital fences"], zh: "数字藩篱" },
};

/** What stands between town and country, between neighbours, and between access and use; and what could not be tested. */
export function barriers(tale: Tale, { step, period }: Diagnosed): readonly Block[] {
  const { names, language, pick } = tale;
  const [found, unseen] = [barriersFound(step, language), barriersUnseen(step, language)];
  if (found.length === 0) return [];
  const counted = barrierKinds.flatMap((kind) => {
    const own = found.filter((one) => one.barrier === kind);
    const units = new Set(own.map((one) => one.unit)).size;
    if (own.length === 0) return [];
    return [
      pick({
        en: prose`${own.length} ${words[kind].en[own.length === 1 ? 0 : 1]} in ${names.units(units)}`,
        zh: prose`${words[kind].zh} ${own.length} 处（涉及 ${names.units(units)}）`,
      }),
    ];
  });
  const { neighbours, passed, pace, gap, ratio } = step.options as Readonly<Record<string, number>>;
  const blind = unseen
    .map(({ name, reason }) => pick({ en: `${name}: ${reason}`, zh: `${name}：${reason}` }))
    .join(pick({ en: "; ", zh: "；" }));
  const order = [...new Set(found.map((one) => one.unit))];
  const rows = order.flatMap((unit) =>
    found
      .filter((one) => one.unit === unit)
      .map((one, k) => ({
        opens: k === 0,
        cells: [
          k === 0 ? names.unitOf(unit) : "",
          pick({ en: title(words[one.barrier].en[0]), zh: words[one.barrier].zh }),
          one.name,
          one.evidence,
          cell(one.clear, (value) => `+${fixed(value, 3)}`),
        ],
      })),
  );
  return [
    heading(pick({ en: "What does not pass", zh: "什么过不去" })),
    paragraph(
      pick({
        en: prose`Beside the four points ${period} shows ${joined(counted, language)}.${blind && ` Not seen here: ${blind}.`}`,
        zh: prose`四点之外，${period} 年另有${joined(counted, language)}。${blind && `此处看不见的有：${blind}。`}`,
      }),
    ),
    table({
      id: "barriers",
      wide: true,
      folded: rows.length > 8,
      title: pick({ en: `Obstructions, information barriers and digital fences, ${period}`, zh: `${period} 年的梗阻、信息壁垒与数字藩篱` }),
      head: [
        { label: title(names.unitWord.one), align: "left" },
        { label: pick({ en: "Barrier", zh: "类型" }), align: "left" },
        { label: pick({ en: "Where", zh: "所在" }), align: "left" },
        { label: pick({ en: "Evidence", zh: "证据" }), align: "left" },
        { label: pick({ en: "To clear it", zh: "如要消除" }) },
      ],
      rows: rows.map((one) => one.cells),
      groups: rows.flatMap((one, k) => (one.opens && k > 0 ? [k] : [])),
      note: pick({
        en: `obstruction: a blockage, fall or hard point between town and country. Information barrier: access or use ${gap} or more below the mean of the neighbours, or below ${ratio} of it, of which less than ${fixed(passed * 100, 0)}% was made up in ${pace} years. Digital fence: use that far below the median of the ${neighbours} nearest in access.`,
        zh: `梗阻：城乡对比指标上的堵点、下降断点或难点。信息壁垒：接入或使用低于邻近均值 ${gap} 以上，或不足其 ${ratio}，且 ${pace} 年间差距弥合不足 ${fixed(passed * 100, 0)}%。数字藩篱：使用同样幅度地低于接入最接近的 ${neighbours} 个单位的中位数。`,
      }),
      file: fileOf(step, "barriers"),
    }),
  ];
}
