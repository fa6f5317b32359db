import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import type { CardSummary } from "../../worker/calls/cards.js";
import type { PlainStep } from "../../worker/calls/outline.js";
import type { Ran } from "../../worker/ran.js";

type Known = Pick<Ran, "scores" | "variables" | "groupings" | "steps">;

/** Columns a method can be shown on: the scores of the index, else the variables of the data. */
const columnsOf = ({ scores, variables }: Known): string[] =>
  scores ? scores.systems.map(({ id }) => `${scores.step}.${id}`) : variables.map(({ id }) => `data.${id}`);

/** A first filling of what a method cannot do without; undefined where the study has nothing to offer. */
function filling(kind: string, known: Known): unknown {
  const columns = columnsOf(known);
  switch (kind) {
    case "column":
      return columns[0];
    case "columns":
      return columns.slice(0, 2);
    case "plan":
      return known.scores?.step;
    case "grouping":
      return known.groupings[0]?.id;
    case "groupings":
      return known.groupings.slice(0, 1).map(({ id }) => id);
    case "weights-list":
      return known.steps.filter(({ verb }) => verb === "weigh").map(({ id }) => id);
    default:
      return undefined;
  }
}

function freeId({ id, verb }: CardSummary, used: readonly string[]): string | undefined {
  if (!used.includes(verb)) return undefined;
  if (!used.includes(id)) return id;
  let k = 2;
  while (used.includes(`${id}-${k}`)) k++;
  return `${id}-${k}`;
}

/** A step of a method at the end of the study: its inputs are the latest of their kind, its columns the first there are. */
export function addedStep(card: CardSummary, known: Known, outline: readonly PlainStep[]): YamlEdit {
  const id = freeId(
    card,
    outline.map((step) => step.id),
  );
  const inputs = card.slots
    .filter(({ optional, kind }) => !optional || kind === "plan")
    .flatMap(({ key, kind }) => {
      const value = filling(kind, known);
      return value === undefined ? [] : [[key, value] as const];
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
