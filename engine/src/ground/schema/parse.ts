import type { z } from "zod";
import { Fault, type Place, throwAll } from "../fault/fault.js";
import { nearest } from "../fault/nearest.js";
import { listed, quote, same, type Text } from "../words/text.js";
import type { Infer, Schema } from "./vocabulary.js";

/** Find the place (line, column) of a value or of a key; without it, only the path is known. */
export type Locate = (path: readonly (string | number)[], at: "key" | "value") => Place;

export const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part), "");

/** Check a value against a schema and return it with defaults filled in; throws a Fault that carries every issue found. */
export function parse<S extends Schema>(schema: S, value: unknown, locate: Locate = (path) => ({ path: pathText(path) })): Infer<S> {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data as Infer<S>;
  const faults = outcome.error.issues.flatMap((issue) => toFaults(issue as z.core.$ZodIssue, value, locate, schema));
  // A misspelt key is also a missing one: the misspelling is told first.
  const misspelt = (fault: Fault): number => (fault.code === "unknown-key" ? 0 : 1);
  throwAll(faults.sort((a, b) => misspelt(a) - misspelt(b)));
  throw new Error("a schema failed without an issue");
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

const typeNames: Record<string, Text> = {
  string: { en: "text", zh: "文本" },
  number: { en: "a number", zh: "数字" },
  int: { en: "a whole number", zh: "整数" },
  boolean: { en: "true or false", zh: "true 或 false" },
  array: { en: "a list", zh: "列表" },
  tuple: { en: "a list", zh: "列表" },
  object: { en: "a mapping of keys to values", zh: "键值映射" },
  record: { en: "a mapping of keys to values", zh: "键值映射" },
  nonoptional: { en: "a value", zh: "一个值" },
};

const expected = ({ en, zh }: Text): Text => ({ en: `expected ${en}`, zh: `应为${/^[!-~]/.test(zh) ? " " : ""}${zh}` });

function toFaults(issue: z.core.$ZodIssue, root: unknown, locate: Locate, schema: Schema): Fault[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== "symbol");
  const name = path.length ? pathText(path) : "value";
  const value = valueAt(root, path);
  const found: Text =
    value === undefined
      ? { en: `"${name}" is missing`, zh: `缺少“${name}”` }
      : { en: `${name} is ${quote(value)}`, zh: `${name} 的值是 ${quote(value)}` };
  const place = locate(path, "value");
  const fault = (code: string, wanted: Text, next: Text): Fault => new Fault({ code, place, found, expected: expected(wanted), next });

  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => {
        const near = nearest(key, known);
        return new Fault({
          code: "unknown-key",
          place: locate([...path, key], "key"),
          found: { en: `unknown key ${quote(key)}`, zh: `未知的键 ${quote(key)}` },
          expected: expected(known.length ? oneOf(known) : { en: "no such key here", zh: "此处没有这个键" }),
          next: near
            ? { en: `did you mean "${near}"? otherwise remove the line`, zh: `是否想写“${near}”？否则请删去这一行` }
            : { en: "remove the line", zh: "删去这一行" },
        });
      });
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = typeof value === "string" ? nearest(value, values) : undefined;
      return [
        fault(
          value === undefined ? "missing-key" : "unknown-option",
          oneOf(values),
          near
            ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
            : value === undefined
              ? addKey(name)
              : { en: "choose one of these", zh: "请选择其中之一" },
        ),
      ];
    }
    case "too_small":
    case "too_big":
      return [fault("out-of-range", rangeText(issue), { en: "choose a value inside this range", zh: "请选择范围内的值" })];
    case "invalid_union": {
      const meant = meantOption(issue.errors);
      if (meant)
        return meant.flatMap((one) => toFaults({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue, root, locate, schema));
      const names = issue.errors.flat().map(wanted);
      const each = (language: "en" | "zh", or: string): string => [...new Set(names.map((name) => name[language]))].join(or);
      const forms = { en: each("en", " or "), zh: each("zh", "或") };
      return [value === undefined ? fault("missing-key", forms, addKey(name)) : fault("wrong-type", forms, rewrite)];
    }
    case "invalid_type":
      return [fault(value === undefined ? "missing-key" : "wrong-type", wanted(issue), value === undefined ? addKey(name) : rewrite)];
    default:
      return [fault("invalid-value", wanted(issue), rewrite)];
  }
}

/** Of the forms a value may take, the one it comes closest to: of its kind, with the fewest things wrong; a key it does not know counts twice. */
function meantOption(options: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const ofItsKind = options.filter((issues) => issues.every((one) => one.path.length > 0 || one.code === "unrecognized_keys"));
  const wrong = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.reduce((sum, one) => sum + (one.code === "unrecognized_keys" ? 2 * one.keys.length : 1), 0);
  return ofItsKind.reduce<readonly z.core.$ZodIssue[] | undefined>(
    (best, issues) => (best === undefined || wrong(issues) < wrong(best) ? issues : best),
    undefined,
  );
}

const rewrite: Text = { en: "rewrite the value in this form", zh: "请按此形式改写" };
const addKey = (name: string): Text => ({ en: `add "${name}"`, zh: `请补上“${name}”` });

function oneOf(values: readonly string[]): Text {
  const all = listed(values, 24);
  return values.length === 1 ? same(all.en) : { en: `one of: ${all.en}`, zh: `以下之一：${all.zh}` };
}

function wanted(issue: z.core.$ZodIssue): Text {
  if (issue.code === "invalid_type") return typeNames[issue.expected] ?? same(issue.expected);
  if (issue.code === "invalid_value") return oneOf(issue.values.map(String));
  if (issue.code === "invalid_format" && issue.format === "regex" && !issue.message.startsWith("Invalid"))
    return { en: `text like ${issue.message}`, zh: `形如 ${issue.message} 的文本` };
  if (issue.code === "invalid_format")
    return { en: `text of the form ${issue.pattern ?? issue.format}`, zh: `形如 ${issue.pattern ?? issue.format} 的文本` };
  return same(issue.message);
}

function rangeText(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text {
  const [bound, low] = issue.code === "too_small" ? [issue.minimum, true] : [issue.maximum, false];
  const strict = issue.inclusive === false;
  const sized = issue.origin === "array" || issue.origin === "string" || issue.origin === "set" || issue.origin === "map";
  const en = low ? (strict ? "more than" : "at least") : strict ? "less than" : "at most";
  const zh = low ? (strict ? "大于" : "不小于") : strict ? "小于" : "不大于";
  return sized
    ? {
        en: `${en} ${bound} ${issue.origin === "string" ? "characters" : "entries"}`,
        zh: `${zh} ${bound} ${issue.origin === "string" ? "个字符" : "项"}`,
      }
    : { en: `a number ${en} ${bound}`, zh: `${zh} ${bound} 的数` };
}

/** The keys an object schema knows at a path, looking through wrappers and unions. */
function keysAt(schema: Schema, path: readonly (string | number)[]): string[] {
  const at = (current: unknown, rest: readonly (string | number)[]): string[] => {
    const def = (current as { def?: Record<string, unknown> } | undefined)?.def;
    if (!def) return [];
    if (def.innerType) return at(def.innerType, rest);
    if (Array.isArray(def.options)) return [...new Set(def.options.flatMap((option) => at(option, rest)))];
    if (def.shape) {
      const shape = def.shape as Record<string, unknown>;
      return rest.length ? at(shape[String(rest[0])], rest.slice(1)) : Object.keys(shape);
    }
    if (Array.isArray(def.items)) return rest.length ? at(def.items[Number(rest[0])], rest.slice(1)) : [];
    if (def.element ?? def.valueType) return rest.length ? at(def.element ?? def.valueType, rest.slice(1)) : [];
    return [];
  };
  return at(schema, path);
}
