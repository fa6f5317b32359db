/** What a field of a form is, read from the JSON Schema of the value. */
export type FieldKind =
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "flag" }
  | { readonly kind: "number"; readonly limits: Limits }
  | { readonly kind: "pair"; readonly limits: readonly [Limits, Limits] }
  /** any of a few words */
  | { readonly kind: "choices"; readonly values: readonly string[] }
  /** words of one's own, apart by commas */
  | { readonly kind: "words" }
  | { readonly kind: "text" }
  /** whatever else: a line of YAML */
  | { readonly kind: "yaml" };

export interface Limits {
  readonly integer: boolean;
  readonly min?: number;
  readonly max?: number;
}

export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly default?: unknown;
}

export function fieldKind(schema: JsonSchema): FieldKind {
  const values = words(schema);
  if (values) return { kind: "choice", values };
  switch (schema.type) {
    case "boolean":
      return { kind: "flag" };
    case "number":
    case "integer":
      return { kind: "number", limits: limitsOf(schema) };
    case "string":
      return { kind: "text" };
    case "array":
      return listKind(schema);
    default:
      return { kind: "yaml" };
  }
}

function listKind({ items, prefixItems }: JsonSchema): FieldKind {
  const [first, second, third] = prefixItems ?? [];
  if (isNumber(first) && isNumber(second) && !third) return { kind: "pair", limits: [limitsOf(first), limitsOf(second)] };
  if (!items) return { kind: "yaml" };
  const values = words(items);
  if (values) return { kind: "choices", values };
  return items.type === "string" ? { kind: "words" } : { kind: "yaml" };
}

const words = (schema: JsonSchema): readonly string[] | null =>
  schema.enum?.every((one) => typeof one === "string") ? (schema.enum as readonly string[]) : null;

const isNumber = (schema: JsonSchema | undefined): schema is JsonSchema => schema?.type === "number" || schema?.type === "integer";

const limitsOf = ({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): Limits => ({
  integer: type === "integer",
  min: bound(minimum ?? exclusiveMinimum),
  max: bound(maximum ?? exclusiveMaximum),
});

/** Bounds that only say "a whole number a computer can count to" are none. */
const bound = (value: number | undefined): number | undefined =>
  value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;

/** A value as it would be typed: YAML in one line. */
export const typed = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "string" ? value : flow(value);

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value !== null && typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, one]) => `${plainText(key)}: ${flow(one)}`)
      .join(", ")}}`;
  return typeof value === "string" ? plainText(value) : String(value);
}

/** A text that YAML reads as itself stands bare, any other in quotes. */
const plainText = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
