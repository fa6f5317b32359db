import { Fault, isFault } from "@gongfu/engine/ground/fault";
import { aboutOf, jsonSchema, parse, pathText, shapeOf } from "@gongfu/engine/ground/schema";
import { same } from "@gongfu/engine/ground/words";
import { parseYaml } from "@gongfu/engine/ground/yaml";
import type { Card } from "@gongfu/engine/method";
import { type Command, Option } from "commander";
import type { Session } from "../io.js";

/** The parts of JSON Schema that a card's options use. */
export interface Property {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Property;
  readonly prefixItems?: readonly Property[];
  readonly anyOf?: readonly Property[];
}

/** allowNegative → allow-negative */
export const flagName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What may be written, in the notation of the help. */
export function typeText(property: Property): string {
  if (property.enum) return property.enum.join(" | ");
  if (property.const !== undefined) return String(property.const);
  if (property.anyOf) return property.anyOf.map(typeText).join(" | ");
  if (property.prefixItems) return property.prefixItems.map(typeText).join(",");
  if (property.type === "array") return property.items ? `${typeText(property.items)},…` : "a,…";
  if (property.type === "object") return "{key: value}";
  return property.type ?? "value";
}

const plain = (property: Property | undefined): boolean =>
  Boolean(property && (property.enum || ["string", "number", "integer"].includes(property.type ?? "")));

export interface CardFlag {
  readonly name: string;
  readonly property: Property;
  readonly option: Option;
}

/** Every option of a card as a flag, its help from the schema. */
export function cardFlags(card: Card, session: Session): CardFlag[] {
  const properties = (jsonSchema(card.options).properties ?? {}) as Record<string, Property>;
  return Object.entries(shapeOf(card.options)).map(([name, schema]) => {
    const property = properties[name];
    const about = session.help(aboutOf(schema) ?? same(name));
    const flag = flagName(name);
    if (property.type === "boolean") {
      const on = property.default === true;
      return {
        name,
        property,
        option: new Option(on ? `--no-${flag}` : `--${flag}`, on ? `${session.help({ en: "not: ", zh: "关闭：" })}${about}` : about),
      };
    }
    const option = new Option(`--${flag} <value>`, `${about} (${typeText(property)})`);
    if (property.default !== undefined) option.defaultValueDescription = defaultText(property.default);
    return { name, property, option };
  });
}

/** A default as one would write it after its flag. */
export const defaultText = (value: unknown): string =>
  Array.isArray(value) ? value.join(",") || "[]" : typeof value === "string" ? value : JSON.stringify(value);

/** The options as given on the command line, checked against the card's schema; faults name the flag. */
export async function chosenOptions(card: Card, flags: readonly CardFlag[], command: Command): Promise<Record<string, unknown>> {
  const chosen: Record<string, unknown> = {};
  for (const { name, property, option } of flags) {
    const attribute = option.attributeName();
    if (command.getOptionValueSource(attribute) !== "cli") continue;
    const written: unknown = command.getOptionValue(attribute);
    chosen[name] = typeof written === "string" ? await readValue(written, property, `--${flagName(name)}`) : written;
  }
  try {
    return parse(card.options, chosen, (path) => ({
      path: `--${flagName(String(path[0]))}${path.length > 1 ? ` ${pathText(path.slice(1))}` : ""}`,
    })) as Record<string, unknown>;
  } catch (error) {
    throw isFault(error) ? asUsage(error) : error;
  }
}

const asUsage = (fault: Fault): Fault => new Fault({ ...fault.parts(), exit: 2, others: fault.others.map(asUsage) });

async function readValue(written: string, property: Property, flag: string): Promise<unknown> {
  if (plain(property)) return scalar(written, property);
  if (property.type === "array" && !/^\s*[[{]/.test(written)) {
    const parts = written.split(",").map((part) => part.trim());
    const item = (k: number): Property | undefined => property.prefixItems?.[k] ?? property.items;
    if (parts.every((_, k) => plain(item(k)))) return parts.map((part, k) => scalar(part, item(k) as Property));
  }
  return (
    await parseYaml(written, flag).catch((error: unknown) => {
      throw isFault(error) ? asUsage(error) : error;
    })
  ).value;
}

/** A number where one is wanted; what is not a number stays text, for the schema to refuse. */
function scalar(written: string, property: Property): string | number {
  const wanted = property.type === "number" || property.type === "integer" || property.enum?.every((one) => typeof one === "number");
  return wanted && written.trim() !== "" && Number.isFinite(Number(written)) ? Number(written) : written;
}
