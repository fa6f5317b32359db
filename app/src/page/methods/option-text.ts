type JsonSchema = Readonly<Record<string, unknown>>;

const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What may be written for an option, as one writes it: choices, a range, or the kind of value. */
export function allowedText(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map(plain).join(" | ");
  if (schema.const !== undefined) return plain(schema.const);
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return options.map((one: JsonSchema) => allowedText(one)).join(" | ");
  if (schema.type === "array") return `[${allowedText((schema.items ?? {}) as JsonSchema)}, …]`;
  if (schema.type === "number" || schema.type === "integer") return rangeText(schema);
  if (schema.type === "boolean") return "true | false";
  if (schema.type === "object") return objectText(schema);
  return typeof schema.type === "string" ? schema.type : "…";
}

function rangeText({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  const bound = (value: unknown): value is number => typeof value === "number" && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  const low = bound(minimum) ? `≥ ${minimum}` : bound(exclusiveMinimum) ? `> ${exclusiveMinimum}` : "";
  const high = bound(maximum) ? `≤ ${maximum}` : bound(exclusiveMaximum) ? `< ${exclusiveMaximum}` : "";
  return [type, [low, high].filter(Boolean).join(", ")].filter(Boolean).join(" ");
}

function objectText({ properties, additionalProperties }: JsonSchema): string {
  const keys = Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([key, one]) => `${key}: ${allowedText(one)}`);
  if (keys.length) return `{${keys.join(", ")}}`;
  return typeof additionalProperties === "object" ? `{…: ${allowedText(additionalProperties as JsonSchema)}}` : "{…}";
}

/** What holds when nothing is written; null when there is no such value. */
export const defaultText = (schema: JsonSchema): string | null => (schema.default === undefined ? null : plain(schema.default));
