import type { Slot, Text } from "@gongfu/engine";
import { aboutOf, jsonSchema, type Schema, shapeOf } from "@gongfu/engine/ground/schema";
import { cards as all, rooms } from "@gongfu/engine/study";
import type { Session } from "../session.js";

export interface CardOption {
  readonly key: string;
  readonly about: Text | null;
  /** JSON Schema of what may be written, with its default */
  readonly schema: Readonly<Record<string, unknown>>;
  /** true when it must be written */
  readonly required: boolean;
}

export interface CardSlot {
  readonly name: string;
  readonly key: string;
  readonly kind: Slot["kind"];
  /** what a step must give to be read here; the table it must print */
  readonly gives: string | null;
  readonly table: string | null;
  readonly about: Text;
  readonly optional: boolean;
}

/** A method's card as plain data: what forms, method pages and menus are made from. */
export interface CardSummary {
  readonly id: string;
  readonly names: Text;
  readonly summary: Text;
  readonly formula: Text;
  /** shelf it stands on */
  readonly room: Text;
  readonly verb: string;
  readonly as: string | null;
  readonly slots: readonly CardSlot[];
  readonly options: readonly CardOption[];
  readonly gives: string;
  readonly tables: readonly string[];
  readonly citations: readonly string[];
}

const givesOf = (slot: Slot): string | null => {
  if (slot.kind === "panel") return slot.of;
  if (slot.kind === "weights-list") return "weights";
  return slot.kind === "weights" || slot.kind === "index" ? slot.kind : null;
};
const roomOf = new Map(rooms.flatMap(({ names, cards }) => cards.map((card) => [card.id, names] as const)));

export const cards = (_: Session): readonly CardSummary[] =>
  all.map(({ id, names, summary, formula, step, inputs, options, outputs, citations }) => ({
    id,
    names,
    summary,
    formula,
    room: roomOf.get(id) as Text,
    verb: step.verb,
    as: step.as,
    slots: Object.entries(inputs).map(([name, slot]) => ({
      name,
      key: slot.key,
      kind: slot.kind,
      gives: givesOf(slot),
      table: slot.kind === "table" ? slot.table : null,
      about: slot.about,
      optional: slot.optional === true,
    })),
    options: Object.entries(shapeOf(options)).map(([key, schema]) => ({
      key,
      about: aboutOf(schema as Schema) ?? null,
      schema: jsonSchema(schema as Schema),
      required: !(schema as Schema).safeParse(undefined).success,
    })),
    gives: outputs.value,
    tables: outputs.tables,
    citations,
  }));
