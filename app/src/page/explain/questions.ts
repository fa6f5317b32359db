import type { Indicator } from "../../worker/calls/compare.js";
import type { Ran, StepSummary } from "../../worker/ran.js";

/** One question a tab. The last two take what no other answers. */
export const questions = ["together", "behind", "blocked", "closing", "evidence", "more"] as const;
export type Question = (typeof questions)[number];

/** Verbs of the steps that answer a question. */
const verbs: Readonly<Record<Exclude<Question, "more">, readonly string[]>> = {
  together: ["couple"],
  behind: [
    "gini",
    "theil",
    "dagum",
    "atkinson",
    "ge",
    "hoover",
    "palma",
    "shares",
    "lorenz",
    "olive",
    "middle",
    "grouped",
    "decompose",
    "divide",
    "concentration",
    "deprivation",
    "polarise",
    "progressivity",
    "ladder",
    "welfare",
    "infer",
    "rif",
  ],
  blocked: ["diagnose", "obstacle"],
  closing: ["matthew", "incidence", "trend"],
  evidence: ["audit"],
};

/** Sections of the report that answer it in words and pictures. */
export const sectionsOf: Readonly<Record<Question, readonly string[]>> = {
  together: ["coupling"],
  behind: ["inequality", "divide"],
  blocked: ["diagnosis", "obstacles"],
  closing: [],
  evidence: ["data", "provenance"],
  more: [],
};

export function stepsFor(question: Question, steps: readonly StepSummary[]): readonly StepSummary[] {
  if (question !== "more") return steps.filter(({ verb }) => verbs[question].includes(verb));
  const told = new Set(Object.values(verbs).flat());
  return steps.filter(({ verb }) => !told.has(verb));
}

/** A step that would answer a question: its verb and what stands under it. */
export interface Suggestion {
  readonly verb: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Obstacles a diagnosis follows in each system unless told otherwise. */
const obstacles = 5;

/** Steps a study can add to have an answer; none where its data cannot give one. */
export function suggestions(
  question: Question,
  { scores, groupings, periods }: Pick<Ran, "scores" | "groupings" | "periods">,
  indicators: readonly Pick<Indicator, "system">[] = [],
): readonly Suggestion[] {
  const systems = (scores?.systems ?? []).map(({ id }) => `${scores?.step}.${id}`);
  const by = groupings.find(({ of }) => new Set(of).size > 1)?.id;
  const fewest = Math.min(
    ...systems.map((_, k) => indicators.filter(({ system }) => system === scores?.systems[k].id).length || obstacles),
  );
  const grouped = by === undefined ? {} : { by };
  switch (question) {
    case "together":
      return systems.length >= 2 ? [{ verb: "couple", fields: { of: systems.slice(0, 2) } }] : [];
    case "behind":
      return systems
        .slice(0, 1)
        .flatMap((of) => [{ verb: "gini", fields: { of } }, ...(by === undefined ? [] : [{ verb: "theil", fields: { of, by } }])]);
    case "blocked":
      return scores
        ? [
            { verb: "obstacle", fields: { of: scores.step } },
            { verb: "diagnose", fields: { of: scores.step, ...grouped, ...(fewest < obstacles ? { k: fewest } : {}) } },
          ]
        : [];
    case "closing":
      return periods.length > 2 && systems.length > 0 ? [{ verb: "matthew", fields: { of: systems.slice(0, 4) } }] : [];
    case "evidence":
      return [{ verb: "audit", fields: {} }];
    case "more":
      return [];
  }
}
