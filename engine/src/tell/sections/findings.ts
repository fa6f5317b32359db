import { heading, paragraph, table } from "../blocks.js";
import type { Block } from "../document.js";
import { column } from "../lookup/grid.js";
import { fileOf, stepsOf, tableOf } from "../lookup/steps.js";
import { count } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";

/** What the audit found before anything was computed: one sentence a finding, the gravest first. */
export function findings({ run, language, pick }: Tale): readonly Block[] {
  const step = stepsOf(run, "audit").find((one) => tableOf(one, "findings"));
  const found = tableOf(step, "findings");
  if (!step || !found) return [];
  const sentences = column(found, `sentence_${language}`) ?? [];
  const severities = column(found, "severity") ?? [];
  const name = pick<Record<string, string>>({ en: {}, zh: { stop: "须处理", doubt: "存疑", note: "提示" } });
  return [
    heading(pick({ en: "Findings of the audit", zh: "审核发现" })),
    paragraph(
      sentences.length
        ? pick({
            en: prose`The audit reports ${count(sentences.length)} findings.`,
            zh: prose`审核共有 ${count(sentences.length)} 项发现。`,
          })
        : pick({ en: prose`The audit found nothing to report.`, zh: prose`审核未发现问题。` }),
    ),
    ...(sentences.length
      ? [
          table({
            id: "findings",
            folded: true,
            title: pick({ en: "Findings, the gravest first", zh: "审核发现（按严重程度）" }),
            head: [{ label: pick({ en: "Weight", zh: "程度" }) }, { label: pick({ en: "What was found", zh: "发现" }), align: "left" }],
            rows: sentences.map((sentence, k) => [name[String(severities[k])] ?? String(severities[k] ?? ""), String(sentence ?? "")]),
            file: fileOf(step, "findings"),
          }),
        ]
      : []),
  ];
}
