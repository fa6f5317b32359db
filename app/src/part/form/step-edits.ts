import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import type { CardSummary } from "../../worker/calls/cards.js";
import type { PlainStep } from "../../worker/calls/outline.js";
import type { PlainFault } from "../../worker/protocol.js";

type Step = Pick<PlainStep, "id" | "verb" | "card" | "written" | "path">;

/** Values under a step's verb, set or (undefined) taken out. A step that is its verb alone becomes a mapping. */
export function setFields({ verb, written, path }: Step, fields: Readonly<Record<string, unknown>>): YamlEdit[] {
  const entries = Object.entries(fields).filter(([key, value]) => value !== undefined || (written && key in written));
  if (written) return entries.map(([key, value]) => ({ path: [...path, key], value }));
  const own = Object.fromEntries(entries);
  if (entries.length === 0) return [];
  return [{ path: path.slice(0, 2), value: { [verb]: own } }];
}

/** Another method of the same verb, perhaps with options of its own: what it does not know is dropped, what both know is kept. */
export function setMethod(
  step: Step,
  card: Pick<CardSummary, "as" | "options" | "slots">,
  steps: readonly Step[],
  fields: Readonly<Record<string, unknown>> = {},
): YamlEdit[] {
  const known = new Set(["id", "method", ...card.options.map((one) => one.key), ...card.slots.map((one) => one.key)]);
  const dropped = Object.keys(step.written ?? {}).filter((key) => !known.has(key));
  return [
    ...setFields(step, { method: card.as ?? undefined, ...Object.fromEntries(dropped.map((key) => [key, undefined])), ...fields }),
    ...steps.flatMap((one) => alongVaried(one, `${step.id}.method`, step.written?.method, card.as)),
  ];
}

/** Where a step varies this choice and the study's own is one of the alternatives, the new one takes its place: the study stays among its designs. */
function alongVaried({ written, path }: Step, name: string, was: unknown, now: unknown): YamlEdit[] {
  if (!Array.isArray(written?.vary) || was === now) return [];
  return written.vary.flatMap((entry: Readonly<Record<string, unknown>>, k): YamlEdit[] => {
    const own = [...path, "vary", k];
    if (entry.path === name && Array.isArray(entry.among) && entry.among.includes(was) && !entry.among.includes(now))
      return [{ path: [...own, "among", entry.among.indexOf(was)], value: now }];
    const together = Array.isArray(entry.together) ? (entry.together as Readonly<Record<string, unknown>>[]) : [];
    if (together.some((one) => one[name] === now)) return [];
    return together.flatMap((one, j) => (one[name] === was ? [{ path: [...own, "together", j, name], value: now }] : []));
  });
}

export const removeStep = (at: number): YamlEdit[] => [{ path: ["steps", at] }];

/** Counted after it was taken out of its place: one further down is `at + 1`. */
export const moveStep = (at: number, to: number): YamlEdit[] => [{ path: ["steps", at], to: ["steps", to] }];

/** What later steps build on comes first. */
const stages = ["data", "normalised", "weights", "index", "report"];

type Kinds = ReadonlyMap<string, Pick<CardSummary, "gives">>;

/** Where a new step of this kind belongs: before the first that builds on what it gives; at the end when nothing does. */
export function placeFor(card: Pick<CardSummary, "gives">, steps: readonly Step[], cards: Kinds): number {
  if (card.gives === "report") return steps.length;
  const stage = stages.indexOf(card.gives);
  const later = steps.findIndex((step) => {
    const gives = step.card === null ? undefined : cards.get(step.card)?.gives;
    return gives !== undefined && gives !== "report" && stages.indexOf(gives) > stage;
  });
  return later < 0 ? steps.length : later;
}

/** A new step in its place, under a name of its own. */
export function addStep(
  card: Pick<CardSummary, "as" | "verb" | "gives">,
  steps: readonly Step[],
  cards: Kinds,
  fields: Readonly<Record<string, unknown>> = {},
): { readonly at: number; readonly edits: YamlEdit[] } {
  const at = placeFor(card, steps, cards);
  const id = freeId(card.as && steps.some((one) => one.id === card.verb) ? card.as : card.verb, new Set(steps.map((one) => one.id)));
  const own = { ...(id === card.verb ? {} : { id }), ...(card.as ? { method: card.as } : {}), ...fields };
  const value = Object.keys(own).length ? { [card.verb]: own } : card.verb;
  return { at, edits: [{ path: ["steps", at], value, insert: true }] };
}

export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let k = 2; taken.has(id); k++) id = `${wanted}-${k}`;
  return id;
}

/** The step and the field a fault of the study points at; null when it points elsewhere. */
export function placeOf(
  fault: Pick<PlainFault, "place">,
  steps: readonly Pick<PlainStep, "at" | "keys">[],
): { readonly step: number; readonly field: string | null } | null {
  const { file, line, column = 1 } = fault.place ?? {};
  if (line === undefined || (file !== undefined && file !== "study.yaml")) return null;
  const notAfter = ([l, c]: readonly [number, number]): boolean => l < line || (l === line && c <= column);
  const step = steps.findLastIndex((one) => notAfter(one.at));
  if (step < 0) return null;
  const keys = Object.entries(steps[step].keys).filter(([, at]) => notAfter(at));
  const last = keys.reduce<[string, readonly [number, number]] | null>(
    (best, one) => (best && !before(best[1], one[1]) ? best : one),
    null,
  );
  return { step, field: last?.[0] ?? null };
}

const before = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
