import type { Text } from "../../ground/words/index.js";
import { cards, type StepRun, type Variation } from "../../study/index.js";
import type { Alternative } from "../lookup/intervals.js";
import type { Tale } from "../tale.js";

/** The choices a step varies. */
export const variationsOf = (step: StepRun): readonly Variation[] =>
  Object.values(step.sources).flatMap((source) => (source.kind === "plan" ? source.variations : []));

const verbWords: Readonly<Record<string, Text>> = {
  impute: { en: "imputation", zh: "插补方法" },
  treat: { en: "treatment of outliers", zh: "异常值处理" },
  normalise: { en: "scale", zh: "标准化方法" },
  weigh: { en: "weights", zh: "权重" },
  aggregate: { en: "aggregation", zh: "合成方法" },
};

/** A choice by what the varied step does; what has no word keeps its path. */
export function wordOf({ run, say, pick }: Tale, variation: Variation): string {
  if (variation.kind === "leave-out" || variation.kind === "leave-out-rows") return pick({ en: "indicators left out", zh: "指标取舍" });
  const id =
    variation.kind === "among"
      ? variation.alternatives[0].patches[0].step
      : variation.kind === "range"
        ? variation.patch.step
        : variation.step;
  const verb = run.steps.find((one) => one.id === id)?.verb ?? "";
  return verbWords[verb] ? say(verbWords[verb]) : variation.name;
}

/** A method by its name, an indicator by its own; any other alternative as the study writes it. */
export function alternativeText(
  { run, names, say, pick }: Tale,
  step: StepRun,
  { choice, alternative }: Pick<Alternative, "choice" | "alternative">,
): string {
  if (alternative === "none") return pick({ en: "none left out", zh: "不剔除" });
  const variation = variationsOf(step).find((one) => one.name === choice);
  const chosen = variation?.kind === "among" ? variation.alternatives.find((one) => one.name === alternative) : undefined;
  const methods = chosen?.patches.flatMap(({ step: id, path, value }) => {
    const verb = run.steps.find((one) => one.id === id)?.verb;
    const found = path[0] === "method" ? cards.find((one) => one.step.verb === verb && one.step.as === value) : undefined;
    return found ? [say(found.names)] : [];
  });
  return methods?.length ? [...new Set(methods)].join(pick({ en: ", ", zh: "、" })) : names.of(alternative);
}
