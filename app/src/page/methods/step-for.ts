import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import type { CardSlot, CardSummary } from "../../worker/calls/cards.js";
import type { MethodPage } from "../../worker/calls/method-page.js";
import type { PlainStep } from "../../worker/calls/outline.js";
import type { Ran } from "../../worker/ran.js";

type Known = Pick<Ran, "scores" | "variables" | "groupings" | "steps">;

/** Columns a method can be shown on: the scores of the index, else the variables of the data. */
const columnsOf = ({ scores, variables }: Known): string[] =>
  scores ? scores.systems.map(({ id }) => `${scores.step}.${id}`) : variables.map(({ id }) => `data.${id}`);

/** How many a list holds: at least, and at most. */
type Counts = MethodPage["counts"];

/** A first filling of what a method cannot do without; undefined where it is found by itself, null where the study has too little to offer. */
function filling({ name, kind }: CardSlot, known: Known, counts: Counts): unknown {
  const { min = 1, max } = counts[name] ?? {};
  const some = (all: readonly string[]): readonly string[] | null =>
    all.length < min ? null : all.slice(0, Math.max(min, Math.min(2, max ?? 2)));
  switch (kind) {
    case "column":
      return columnsOf(known)[0] ?? null;
    case "columns":
      return some(columnsOf(known));
    case "plan":
      return known.scores?.step ?? null;
    case "grouping":
      return known.groupings[0]?.id ?? null;
    case "groupings":
      return some(known.groupings.map(({ id }) => id));
    case "weights-list":
      return some(known.steps.filter(({ verb }) => verb === "weigh").map(({ id }) => id));
    default:
      return undefined;
  }
}

const neededSlots = ({ slots }: CardSummary): readonly CardSlot[] => slots.filter(({ optional, kind }) => !optional || kind === "plan");

/** Keys that must be written by hand: options without a default, and inputs of which the study has too few. */
export const keysToWrite = (card: CardSummary, known: Known, { needs, counts }: MethodPage): readonly string[] => [
  ...needs,
  ...neededSlots(card).flatMap((slot) => (filling(slot, known, counts) === null ? [slot.key] : [])),
];

function freeId({ id, verb }: CardSummary, used: readonly string[]): string | undefined {
  if (!used.includes(verb)) return undefined;
  if (!used.includes(id)) return id;
  let k = 2;
  while (used.includes(`${id}-${k}`)) k++;
  return `${id}-${k}`;
}

/** A step of a method at the end of the study: its inputs are the latest of their kind, its columns the first there are. */
export function addedStep(card: CardSummary, known: Known, { counts }: MethodPage, outline: readonly PlainStep[]): YamlEdit {
  const id = freeId(
    card,
    outline.map((step) => step.id),
  );
  const inputs = neededSlots(card).flatMap((slot) => {
    const value = filling(slot, known, counts);
    return value === undefined || value === null ? [] : [[slot.key, value] as const];
  });
  const written = { ...(id ? { id } : {}), ...(card.as ? { method: card.as } : {}), ...Object.fromEntries(inputs) };
  const step = Object.keys(written).length ? { [card.verb]: written } : card.verb;
  return { path: ["steps", outline.length], value: step, insert: true };
}

/** Steps of the same verb that could use the method instead of theirs. */
export const stepsToSwitch = (card: CardSummary, outline: readonly PlainStep[]): readonly PlainStep[] =>
  card.as === null ? [] : outline.filter((step) => step.verb === card.verb && step.card !== card.id);

/** Let a step use the method: what the method does not know is taken out. */
export function switched(card: CardSummary, { written, path, verb }: PlainStep): readonly YamlEdit[] {
  if (written === null) return [{ path: path.slice(0, 2), value: { [verb]: { method: card.as } } }];
  const known = new Set(["id", ...card.slots.map(({ key }) => key), ...card.options.map(({ key }) => key)]);
  return [
    { path: [...path, "method"], value: card.as },
    ...Object.keys(written).flatMap((key) => (key === "method" || known.has(key) ? [] : [{ path: [...path, key] }])),
  ];
}
