import type { Offers, PlainStep } from "../../worker/calls/outline.js";

type Steps = readonly Pick<PlainStep, "id" | "verb" | "card" | "written">[];

/** Scales and weights that any data allow, beside the ones of the study. */
const scales = ["min-max", "percentile-rank", "rank"];
const weights = ["equal", "entropy", "critic"];

/** What a study leaves open by good custom: its scale, its weights, and which indicators it takes. */
export function openChoices(steps: Steps, { levels }: Pick<Offers, "levels">, index: string): Readonly<Record<string, unknown>> | null {
  const at = steps.findIndex((one) => one.id === index);
  if (at < 0) return null;
  const above = steps.slice(0, at);
  const choice = (verb: string, slot: string, all: readonly string[]) => {
    const named = steps[at].written?.[slot];
    const found = typeof named === "string" ? above.find((one) => one.id === named) : above.findLast((one) => one.verb === verb);
    const own = found?.verb === verb ? found.written?.method : undefined;
    return typeof own === "string" ? [{ path: `${found?.id}.method`, among: [own, ...all.filter((one) => one !== own)] }] : [];
  };
  const leaf = levels.at(-1)?.id;
  return {
    of: index,
    design: "sobol",
    replications: 256,
    vary: [...choice("normalise", "from", scales), ...choice("weigh", "weights", weights), ...(leaf ? [{ leaveOut: leaf }] : [])],
  };
}
