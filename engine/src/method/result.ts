import { isFault } from "../ground/fault/index.js";
import { parse } from "../ground/schema/index.js";
import type { Text } from "../ground/words/index.js";
import type { Card } from "./card.js";

export type Cell = string | number | null;

export interface Column {
  readonly id: string;
  readonly names: Text;
  readonly unit?: Text;
  readonly values: readonly Cell[];
}

export interface ResultTable {
  readonly id: string;
  readonly names: Text;
  readonly columns: readonly Column[];
}

export interface Warning {
  readonly code: string;
  readonly text: Text;
}

/** The one shape every method returns; frozen. */
export interface Result<V = unknown> {
  readonly method: {
    readonly id: string;
    readonly variant: string;
    readonly options: Readonly<Record<string, unknown>>;
    readonly citations: readonly string[];
  };
  readonly value: V;
  readonly tables: readonly ResultTable[];
  readonly trace: Readonly<Record<string, unknown>>;
  readonly warnings: readonly Warning[];
  readonly certificate?: unknown;
}

export interface ResultParts<V> {
  options: object;
  value: V;
  tables?: readonly ResultTable[] | (() => readonly ResultTable[]);
  trace?: Record<string, unknown>;
  warnings?: readonly Warning[];
  /** overrides the card's own description of its variant */
  variant?: string;
}

/** Make a method's result from its card. Tables given as a function are made when they are first read. */
export const result = <V>(card: Pick<Card, "id" | "variant" | "citations">, parts: ResultParts<V>): Result<V> => new Made(card, parts);

type Tables = readonly ResultTable[];

class Made<V> implements Result<V> {
  readonly method: Result["method"];
  readonly value: V;
  declare readonly tables: Tables;
  readonly trace: Result["trace"];
  readonly warnings: Result["warnings"];
  #tables: Tables | (() => Tables);

  constructor(card: Pick<Card, "id" | "variant" | "citations">, parts: ResultParts<V>) {
    this.method = deepFreeze({
      id: card.id,
      variant: parts.variant ?? card.variant(parts.options as Record<string, unknown>),
      options: { ...parts.options },
      citations: card.citations,
    });
    this.value = deepFreeze(parts.value);
    Object.defineProperty(this, "tables", whenRead);
    this.trace = deepFreeze(parts.trace ?? {});
    this.warnings = deepFreeze(parts.warnings ?? []);
    this.#tables = parts.tables ?? [];
    Object.freeze(this);
  }

  static tablesOf(one: Made<unknown>): Tables {
    if (typeof one.#tables === "function") one.#tables = deepFreeze(one.#tables());
    return one.#tables;
  }
}

/** An own property, so that it is printed and copied; one getter for all results: engines keep a getter for as long as the shape that has it. */
const whenRead: PropertyDescriptor & ThisType<Made<unknown>> = {
  enumerable: true,
  get() {
    return Made.tablesOf(this);
  },
};

/** Options as the caller gave them, checked, with the card's defaults filled in. */
export function settle<O>(card: Card<O>, options: unknown): O {
  try {
    return parse(card.options, options ?? {}) as O;
  } catch (error) {
    throw isFault(error) ? error.at({ path: card.id }) : error;
  }
}

/** A number for a table or a value: what cannot be computed is null, never NaN or infinite. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) for (let k = 0; k < value.length; k++) deepFreeze(value[k]);
  else for (const key in value) deepFreeze(value[key]);
  return Object.freeze(value);
}
