import { z } from "zod";
import type { Text } from "../words/text.js";

// Compiled parsers need `eval`, which the page's content policy forbids.
z.config({ jitless: true });

/**
 * The closed vocabulary of cards, studies and frameworks. Only shapes that survive JSON Schema are offered:
 * no custom checks, transforms or refinements (cross-field rules are a card's `check`).
 */
export type Schema<T = unknown> = z.ZodType<T>;
export type Shape = Readonly<Record<string, Schema>>;
export type ObjectSchema<S extends Shape = Shape> = z.ZodObject<{ -readonly [K in keyof S]: S[K] }, z.core.$strict>;
export type Infer<S extends Schema> = z.output<S>;

/** A text; `like` is an example of the pattern, for faults. */
export const text = (limits: { min?: number; max?: number; pattern?: RegExp; like?: string } = {}) => {
  let schema = z.string();
  if (limits.min !== undefined) schema = schema.min(limits.min);
  if (limits.max !== undefined) schema = schema.max(limits.max);
  if (limits.pattern) schema = schema.regex(limits.pattern, limits.like);
  return schema;
};

interface Limits {
  min?: number;
  max?: number;
  above?: number;
  below?: number;
}
const limited = (schema: z.ZodNumber, { min, max, above, below }: Limits) => {
  let out = schema;
  if (min !== undefined) out = out.gte(min);
  if (max !== undefined) out = out.lte(max);
  if (above !== undefined) out = out.gt(above);
  if (below !== undefined) out = out.lt(below);
  return out;
};
export const number = (limits: Limits = {}) => limited(z.number(), limits);
export const integer = (limits: Limits = {}) => limited(z.int(), limits);
export const flag = () => z.boolean();
export const choice = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values);
export const constant = <const V extends string | number | boolean | null>(value: V) => z.literal(value);
export const list = <S extends Schema>(item: S, limits: { min?: number; max?: number } = {}) => {
  let schema = z.array(item);
  if (limits.min !== undefined) schema = schema.min(limits.min);
  if (limits.max !== undefined) schema = schema.max(limits.max);
  return schema;
};
export const pair = <A extends Schema, B extends Schema>(first: A, second: B) => z.tuple([first, second]);
export const mapping = <S extends Schema>(value: S) => z.record(z.string(), value);
export const anyOf = <const S extends readonly [Schema, Schema, ...Schema[]]>(options: S) => z.union(options);
export const object = <const S extends Shape>(shape: S): ObjectSchema<S> => z.strictObject(shape) as unknown as ObjectSchema<S>;
/** Whatever stands there: checked by other means. */
export const anything = () => z.unknown();
/** A schema that contains itself. */
export const recursive = (make: () => Schema): Schema => z.lazy(make);
export const optional = <S extends Schema>(schema: S) => schema.optional();
export const byDefault = <S extends Schema>(schema: S, value: NonNullable<z.output<S>>) => schema.default(value as never);

const described = z.registry<{ about: Text }>();

/** Say in both languages what a value means; shown in help, forms and the JSON Schema. */
export const about = <S extends Schema>(schema: S, en: string, zh: string): S => {
  const copy = schema.describe(`${en} · ${zh}`) as S;
  described.add(copy, { about: { en, zh } });
  return copy;
};
/** What a schema is about; an optional one or one with a default is about what it wraps. */
export function aboutOf(schema: Schema): Text | undefined {
  const { innerType } = (schema as z.ZodType & { def: { innerType?: Schema } }).def;
  return described.get(schema)?.about ?? (innerType && aboutOf(innerType));
}

/** JSON Schema (2020-12) of what a user may write: defaults are optional. */
export function jsonSchema(schema: Schema): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }) as Record<string, unknown>;
}

export const shapeOf = (schema: ObjectSchema): Shape => schema.shape as Shape;
