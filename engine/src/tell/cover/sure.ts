import type { Aside } from "../document.js";
import { certainty } from "../lookup/certainty.js";
import { comparisons } from "../lookup/comparison.js";
import { classChanges, coordination } from "../lookup/coordination.js";
import { formNames } from "../names/form-names.js";
import { count, fixed } from "../numbers/numbers.js";
import { prose } from "../prose.js";
import { aside, type Tale } from "../tale.js";
import { plural } from "../wording.js";

/** The margin of the cover: how far the summary can be trusted. */
export function howSure(tale: Tale): readonly Aside[] {
  const { run, names, say, pick } = tale;
  const found = certainty(run);
  const coupled = coordination(run);
  const changes = coupled && classChanges(coupled);
  const compared = comparisons(run);
  const [first] = compared;
  return [
    ...(found.imputed === null
      ? []
      : [
          aside(
            pick({ en: "Imputed cells", zh: "插补" }),
            pick({
              en: prose`${plural(found.imputed, "indicator cell")} ${found.imputed === 1 ? "is" : "are"} imputed and drawn dashed; every one is listed with its donors.`,
              zh: prose`${count(found.imputed)} 个指标值为插补，以虚线绘出，逐格列明来源。`,
            }),
          ),
        ]),
    ...(changes && changes.of > 0
      ? [
          aside(
            pick({ en: "Two formulas", zh: "两种公式" }),
            pick({
              en: prose`The class depends on the form of C: ${count(changes.changed)} of ${count(changes.of)} region-years change theirs. Both are printed; the class shown is that of ${formNames[coupled.id].en}.`,
              zh: prose`等级取决于 C 的公式：${count(changes.of)} 个地区年份中有 ${count(changes.changed)} 个随之改变。两者均列出，图中等级按${formNames[coupled.id].zh}。`,
            }),
          ),
        ]
      : []),
    ...(first
      ? [
          aside(
            pick({ en: "Other weights", zh: "换用权重" }),
            pick({
              en: prose`Under ${first.alternative.step.id} the rank correlation is ${compared
                .filter((one) => one.alternative.step.id === first.alternative.step.id && one.correlation !== null)
                .map((one) => `${fixed(one.correlation as number, 2)} for ${names.system(one.root)}`)
                .join(", ")}.`,
              zh: prose`改用 ${first.alternative.step.id}，秩相关系数：${compared
                .filter((one) => one.alternative.step.id === first.alternative.step.id && one.correlation !== null)
                .map((one) => `${names.system(one.root)} ${fixed(one.correlation as number, 2)}`)
                .join("，")}。`,
            }),
          ),
        ]
      : []),
    ...(found.definitions
      ? [
          aside(
            pick({ en: "Blind spots", zh: "盲点" }),
            pick({
              en: prose`${count(found.definitions - found.blindSpots)} of the framework's ${count(found.definitions)} indicators are filled as defined; ${count(found.blindSpots)} are not and are listed with the reason.`,
              zh: prose`体系定义的 ${count(found.definitions)} 项指标中 ${count(found.definitions - found.blindSpots)} 项按定义填入，${count(found.blindSpots)} 项未能填入，逐项列明原因。`,
            }),
          ),
        ]
      : []),
    aside(pick({ en: "Coverage", zh: "范围" }), prose`${say(run.data.coverage)}`),
  ];
}
