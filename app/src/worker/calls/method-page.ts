import type { Card, Citation } from "@gongfu/engine";
import { isFault } from "@gongfu/engine/ground/fault";
import { jsonSchema, parse, type Schema, shapeOf } from "@gongfu/engine/ground/schema";
import { cards } from "@gongfu/engine/study";
import type { Session } from "../session.js";

export interface Source extends Citation {
  readonly key: string;
}

/** What the page of a method says beyond its card. */
export interface MethodPage {
  readonly sources: readonly Source[];
  readonly bibtex: string;
  /** the conventions in force when nothing is chosen, and what each choice makes of them */
  readonly variants: readonly { readonly chosen: string | null; readonly says: string }[];
  /** options that must be written */
  readonly needs: readonly string[];
  /** of inputs that are lists: how many they hold, at least and at most, by the name of the slot */
  readonly counts: Readonly<Record<string, { readonly min: number; readonly max?: number }>>;
}

/** Null when no method has the id. */
export async function methodPage(_: Session, id: string): Promise<MethodPage | null> {
  const card = cards.find((one) => one.id === id);
  if (!card) return null;
  const { bibtex, citations } = await import("@gongfu/engine/method/citations");
  return {
    sources: card.citations.map((key) => ({ key, ...citations[key] })),
    bibtex: bibtex(card.citations),
    variants: variantsOf(card),
    needs: Object.entries(shapeOf(card.options)).flatMap(([key, schema]) => (accepts(schema as Schema, undefined) ? [] : [key])),
    counts: Object.fromEntries(Object.entries(card.inputs).flatMap(([name, slot]) => ("min" in slot ? [[name, countsOf(slot)]] : []))),
  };
}

function accepts(schema: Schema, value: unknown): boolean {
  try {
    parse(schema, value);
    return true;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

function variantsOf(card: Card): MethodPage["variants"] {
  if (!accepts(card.options, {})) return [];
  const usual = parse(card.options, {}) as Record<string, unknown>;
  const found = new Map<string, string | null>([[card.variant(usual), null]]);
  for (const [key, schema] of Object.entries(shapeOf(card.options)))
    for (const value of choicesOf(jsonSchema(schema as Schema))) {
      const says = card.variant({ ...usual, [key]: value });
      if (!found.has(says)) found.set(says, `${key}: ${value}`);
    }
  return [...found].map(([says, chosen]) => ({ chosen, says }));
}

const choicesOf = (schema: Readonly<Record<string, unknown>>): readonly unknown[] => (Array.isArray(schema.enum) ? schema.enum : []);

const countsOf = ({ min, max }: { readonly min: number; readonly max?: number }) => (max === undefined ? { min } : { min, max });
