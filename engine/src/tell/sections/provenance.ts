import { paragraph, table } from "../blocks.js";
import type { Section } from "../document.js";
import { count } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { plural } from "../wording.js";

/** What the numbers came from: versions, hashes, seed, files. */
export function provenance({ run, say, pick }: Tale): Section {
  const { lock, study, data, framework, steps } = run;
  const warnings = steps.flatMap((step) => step.result.warnings.map((one) => [step.id, say(one.text)]));
  const tables = steps.reduce((sum, step) => sum + step.result.tables.length, 0);
  return {
    id: "provenance",
    title: pick({ en: "Provenance", zh: "来源与复现" }),
    blocks: [
      paragraph(
        pick({
          en: prose`The same study file, data and engine give the same bytes: every number is in results.json, and ${plural(tables, "table")} of raw numbers ${tables === 1 ? "lies" : "lie"} under tables/. To run it again: gongfu run ${study.file} --out DIR.`,
          zh: prose`同一研究文件、数据与引擎版本得到逐字节相同的结果：全部数值见 results.json，${count(tables)} 张数据表在 tables/ 目录。复现命令：gongfu run ${study.file} --out DIR。`,
        }),
      ),
      table({
        id: "versions",
        title: pick({ en: "Versions and fingerprints", zh: "版本与指纹" }),
        head: [{ label: pick({ en: "Item", zh: "项目" }) }, { label: pick({ en: "Value", zh: "取值" }), align: "left" }],
        rows: [
          [pick({ en: "Engine", zh: "引擎版本" }), `Gongfu ${lock.engine}`],
          [pick({ en: "Study, SHA-256", zh: "研究文件 SHA-256" }), lock.study],
          [pick({ en: `Data (${data.id}), SHA-256`, zh: `数据（${data.id}）SHA-256` }), lock.data],
          [pick({ en: `Framework (${framework.id}), SHA-256`, zh: `指标体系（${framework.id}）SHA-256` }), lock.framework],
          [pick({ en: "Seed", zh: "随机数种子" }), String(lock.seed)],
          [pick({ en: "Files read", zh: "读入文件数" }), count(data.files.length)],
        ],
        file: "study.lock.json",
      }),
      ...(warnings.length
        ? [
            table({
              id: "warnings",
              title: pick({ en: "What the steps warned of", zh: "各步骤的提示" }),
              head: [{ label: pick({ en: "Step", zh: "步骤" }) }, { label: pick({ en: "Warning", zh: "提示" }), align: "left" }],
              rows: warnings,
              file: "results.json",
            }),
          ]
        : []),
    ],
    asides: [
      aside(
        pick({ en: "Every number looked up", zh: "数字均取自结果" }),
        pick({
          en: prose`No number in a sentence of this report is typed: each is read from the results when the report is written.`,
          zh: prose`本报告文中的数字无一手填，均在成文时从结果中读取。`,
        }),
      ),
    ],
  };
}
