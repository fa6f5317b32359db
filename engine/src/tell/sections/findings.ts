import { heading, list, paragraph, table } from "../blocks.js";
import type { Block } from "../document.js";
import { column } from "../lookup/grid.js";
import { fileOf, stepsOf, tableOf } from "../lookup/steps.js";
import { count } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";

/** What the audit found before anything was computed: the grave findings in full, then one sentence a finding. */
export function findings({ run, language, names, pick }: Tale): readonly Block[] {
  const step = stepsOf(run, "audit").find((one) => tableOf(one, "findings"));
  const found = tableOf(step, "findings");
  if (!step || !found) return [];
  const sentences = (column(found, `sentence_${language}`) ?? []).map((one) => String(one ?? ""));
  const severities = (column(found, "severity") ?? []).map(String);
  const name = pick<Readonly<Record<string, string>>>({
    en: { stop: "grave", doubt: "doubtful", note: "note" },
    zh: { stop: "严重", doubt: "存疑", note: "提示" },
  });
  const kinds = [...new Set(severities)].map((kind) => {
    const n = severities.filter((one) => one === kind).length;
    return pick({
      en: `${count(n)} ${name[kind] ?? kind}${kind === "note" && n > 1 ? "s" : ""}`,
      zh: `${name[kind] ?? kind} ${count(n)} 项`,
    });
  });
  const grave = sentences.filter((_, k) => severities[k] === "stop");
  return [
    heading(pick({ en: "Findings of the audit", zh: "审核发现" })),
    paragraph(
      sentences.length
        ? pick({
            en: prose`The audit reports ${count(sentences.length)} ${sentences.length === 1 ? "finding" : "findings"}: ${names.list(kinds)}.${grave.length ? " Someone who knows the source should decide on the grave ones:" : ""}`,
            zh: prose`审核共有 ${count(sentences.length)} 项发现：${names.list(kinds)}。${grave.length ? "以下严重项应由熟悉来源者裁定：" : ""}`,
          })
        : pick({ en: prose`The audit found nothing to report.`, zh: prose`审核未发现问题。` }),
    ),
    ...(grave.length ? [list(grave.map((one) => prose`${one}`))] : []),
    ...(sentences.length
      ? [
          table({
            id: "findings",
            wide: true,
            folded: sentences.length > 8,
            title: pick({ en: "Findings, the gravest first", zh: "审核发现（按严重程度）" }),
            head: [{ label: pick({ en: "Weight", zh: "程度" }) }, { label: pick({ en: "What was found", zh: "发现" }), align: "left" }],
            rows: sentences.map((sentence, k) => [name[severities[k]] ?? severities[k], sentence]),
            file: fileOf(step, "findings"),
          }),
        ]
      : []),
  ];
}
