import type { Infer, ObjectSchema, Schema } from "../ground/schema/index.js";
import { same, type Text } from "../ground/words/index.js";
import type { Index, Panel, Tree, Weights } from "../table/index.js";
import type { CitationKey } from "./citations/index.js";
import type { Plan } from "./plan.js";
import type { Result, ResultTable } from "./result.js";

/** What a step's value can be used as by later steps. `data`: indicators in natural units; `normalised`: on one scale. */
export type ValueKind = "data" | "normalised" | "weights" | "index" | "report";

/**
 * An input of a method. In a study it is the latest result of its kind, or named by `key`
 * (`from: main`, `weights: entropy`, `of: index.empowerment`, `by: region4`); on the command line it is a file or an option.
 */
export type Slot = { readonly about: Text; readonly optional?: boolean; readonly key: string } & (
  | { readonly kind: "panel"; readonly of: "data" | "normalised" }
  | { readonly kind: "tree" }
  | { readonly kind: "weights" }
  /** weights of several earlier steps, by the ids of the steps: `of: [equal, entropy]` */
  | { readonly kind: "weights-list"; readonly min: number }
  | { readonly kind: "index" }
  /**
   * several columns as a panel of their own, one variable each: `of: [index.empowerment, index.equity]`; beside a slot `column`
   * one period at a time, as that is
   */
  | { readonly kind: "columns"; readonly min: number; readonly max?: number }
  /** the normalised indicators of the indexes whose columns another slot of the same key names; nothing where it names none */
  | { readonly kind: "parts"; readonly optional: true }
  /** a table that an earlier step prints, by the id of the step: `intervals: uncertainty`; its rows hold all periods */
  | { readonly kind: "table"; readonly table: string; readonly optional: true }
  /** one column of numbers, one period at a time (the runner goes through the periods) */
  | { readonly kind: "column" }
  /** the steps up to an index or a column, to be run again: `of: index`, `of: couple.d`; `vary` says which choices are open */
  | { readonly kind: "plan"; readonly vary: (options: Readonly<Record<string, unknown>>) => readonly unknown[] }
  /** group of every row: a grouping of the units, or a text column of a file */
  | { readonly kind: "grouping" }
  /** pairs of neighbours of the data set: `borders: land`, or the land borders and those of one of its conventions */
  | { readonly kind: "borders"; readonly optional: true }
  /** nested groupings, the coarsest first: `by: [region4, province]` */
  | { readonly kind: "groupings"; readonly min: number }
);
export type Slots = Readonly<Record<string, Slot>>;

/** Two units that touch, by their codes. */
export interface Border {
  readonly a: string;
  readonly b: string;
}

type Filled<S extends Slot> = S["kind"] extends "panel" | "columns" | "parts"
  ? Panel
  : S["kind"] extends "tree"
    ? Tree
    : S["kind"] extends "weights"
      ? Weights
      : S["kind"] extends "weights-list"
        ? Readonly<Record<string, Weights>>
        : S["kind"] extends "index"
          ? Index
          : S["kind"] extends "column"
            ? Float64Array
            : S["kind"] extends "plan"
              ? Plan
              : S["kind"] extends "borders"
                ? readonly Border[]
                : S["kind"] extends "table"
                  ? ResultTable
                  : S["kind"] extends "groupings"
                    ? readonly (readonly string[])[]
                    : readonly string[];
export type Inputs<S extends Slots> = { readonly [K in keyof S]: S[K]["optional"] extends true ? Filled<S[K]> | undefined : Filled<S[K]> };

/** A method's code behind one signature; only what runs a plan again answers later. */
export type Run = (inputs: never, options: never) => Result | Promise<Result>;

export interface Card<O = unknown> {
  readonly id: string;
  readonly names: Text;
  /** one sentence: what it tells you */
  readonly summary: Text;
  /** the verb of the study, and the value of `method:` that chooses this card (null when the verb has one card only) */
  readonly step: { readonly verb: string; readonly as: string | null };
  /** LaTeX; its words in both languages */
  readonly formula: Text;
  readonly inputs: Slots;
  readonly options: ObjectSchema & Schema<O>;
  /** what the result can be used as, and the tables it prints */
  readonly outputs: { readonly value: ValueKind; readonly tables: readonly string[] };
  readonly citations: readonly CitationKey[];
  /** the conventions in force, in one line */
  readonly variant: (options: Record<string, unknown>) => string;
  readonly load: () => Promise<Run>;
}

interface CardSpec<S extends Slots, O extends ObjectSchema> {
  id: string;
  names: Text;
  summary: Text;
  step: { verb: string; as: string | null };
  formula: string | Text;
  inputs: S;
  options: O;
  outputs: { value: ValueKind; tables: readonly string[] };
  citations: readonly CitationKey[];
  variant?: (options: Infer<O>) => string;
  load: () => Promise<(inputs: Inputs<S>, options: Infer<O>) => Result | Promise<Result>>;
}

/** Declare a method. The card is pure data; `load` brings its code. */
export function card<const S extends Slots, const O extends ObjectSchema>(spec: CardSpec<S, O>): Card<Infer<O>> {
  return Object.freeze({
    ...spec,
    formula: typeof spec.formula === "string" ? same(spec.formula) : spec.formula,
    options: spec.options as unknown as Card<Infer<O>>["options"],
    variant: (spec.variant ?? listOptions) as Card["variant"],
    load: once(spec.load as unknown as Card["load"]),
  });
}

/** The code is brought once; a failure is forgotten, so that it can be tried again. */
function once(load: Card["load"]): Card["load"] {
  let brought: ReturnType<Card["load"]> | undefined;
  return () => {
    brought ??= load().catch((error: unknown) => {
      brought = undefined;
      throw error;
    });
    return brought;
  };
}

/** A formula with words in it: what stands in `\\text{…}`, and the same in Chinese. */
export const worded = (latex: string, chinese: Readonly<Record<string, string>>): Text => ({
  en: latex,
  zh: latex.replace(/\\text\{([^}]*)\}/g, (whole, word: string) => (chinese[word.trim()] ? `\\text{${chinese[word.trim()]}}` : whole)),
});

const listOptions = (options: object): string =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ") || "standard";
