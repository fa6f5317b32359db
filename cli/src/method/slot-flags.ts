import { shapeOf } from "@gongfu/engine/ground/schema";
import type { Text } from "@gongfu/engine/ground/words";
import type { Card, Slot } from "@gongfu/engine/method";
import { type RegionKind, regionKinds } from "@gongfu/engine/read";
import type { Command } from "commander";
import type { Session } from "../io.js";
import { usageFault } from "../usage.js";
import { flagName } from "./flags.js";

/** How an input is given on the command line. */
export function slotUsage(name: string, slot: Slot): string {
  switch (slot.kind) {
    case "panel":
      return slot.of === "data" ? "FILE" : "FILE (min-max)";
    case "columns":
      return slot.optional ? `--${flagName(name)} ${slot.max === 1 ? "COLUMN" : "A,B,…"}` : "FILE --columns A,B,…";
    case "column":
    case "grouping":
      return `--${flagName(name)} COLUMN`;
    case "groupings":
      return `--${flagName(name)} COLUMN,COLUMN,…`;
    case "tree":
      return "--framework FILE";
    case "weights":
      return "FILE (equal weights)";
    case "weights-list":
      return `--${flagName(name)} METHOD,METHOD,…`;
    case "index":
      return "FILE (min-max, equal weights, arithmetic)";
    case "plan":
    case "table":
    case "parts":
    case "borders":
      return "STUDY";
  }
}

/** A card that only measures columns, one period at a time, reads the rows of a file; every other reads a panel of units and periods. */
export const readsRows = (card: Card): boolean => {
  const kinds = Object.values(card.inputs).map((slot) => slot.kind);
  return kinds.includes("column") && kinds.every((kind) => ["column", "columns", "grouping", "groupings"].includes(kind));
};

export interface SlotValues {
  /** column chosen for each `column` and `grouping` slot */
  readonly named: Readonly<Record<string, string | undefined>>;
  /** names of weighing methods given for each `weights-list` slot, columns for each `groupings` slot and each optional `columns` slot */
  readonly several: Readonly<Record<string, readonly string[]>>;
  readonly sheet?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly regions?: "auto" | RegionKind;
  readonly columns?: readonly string[];
  readonly negative?: readonly string[];
  readonly framework?: string;
  readonly view?: string;
}

const regionChoices: readonly string[] = ["auto", ...regionKinds];

/** Flags that say how a file is read. One that a card's own option bears is written with `file-` before it. */
const fileFlags = ["sheet", "period", "unit", "regions", "columns", "negative", "framework", "view"] as const;
const fileFlag = (card: Card, name: (typeof fileFlags)[number]): string =>
  Object.keys(shapeOf(card.options)).some((option) => flagName(option) === name) ? `file-${name}` : name;

/** Flags for the inputs of a card. */
export function addSlotFlags(card: Card, command: Command, { help }: Session): void {
  const add = (
    name: (typeof fileFlags)[number],
    shape: string,
    about: Text,
    read: (flag: string) => (written: string) => unknown,
  ): void => {
    const flag = `--${fileFlag(card, name)}`;
    command.option(`${flag} <${shape}>`, help(about), read(flag));
  };
  for (const [name, slot] of Object.entries(card.inputs)) {
    if (slot.kind === "column" || slot.kind === "grouping")
      command.option(`--${flagName(name)} <column>`, help(slot.about), notAFlag(`--${flagName(name)}`));
    if (slot.kind === "groupings") command.option(`--${flagName(name)} <a,b>`, help(slot.about), commas(`--${flagName(name)}`));
    if (slot.kind === "weights-list") command.option(`--${flagName(name)} <a,b>`, help(methodNames), commas(`--${flagName(name)}`));
  }
  add("sheet", "name", { en: "sheet of a workbook; found when absent", zh: "工作簿中的工作表；缺省时自动识别" }, notAFlag);
  add("period", "column", { en: "column of the period", zh: "时期所在列" }, notAFlag);
  const columns = { en: "columns used; all when absent", zh: "所用的列；缺省为全部" };
  if (readsRows(card)) {
    const slot = Object.values(card.inputs).find(({ kind }) => kind === "columns");
    if (slot) add("columns", "a,b", slot.about, commas);
    return;
  }
  add("unit", "column", { en: "column of the units; found when absent", zh: "单位（地区）所在列；缺省时自动识别" }, notAFlag);
  add(
    "regions",
    "how",
    {
      en: `how units are matched: ${regionChoices.join(" | ")}`,
      zh: `地区匹配方式：${regionChoices.join(" | ")}`,
    },
    regions,
  );
  add("columns", "a,b", columns, commas);
  for (const [name, slot] of Object.entries(card.inputs))
    if (slot.kind === "columns" && slot.optional) {
      const flag = `--${flagName(name)}`;
      command.option(`${flag} <${slot.max === 1 ? "column" : "a,b"}>`, help(slot.about), commas(flag));
    }
  if (!needsTree(Object.values(card.inputs).map((slot) => slot.kind))) return;
  add("negative", "a,b", { en: "columns of which less is better", zh: "逆向指标（越小越好）" }, commas);
  add(
    "framework",
    "file",
    { en: "indicator tree: a YAML file or a shipped name; one flat group when absent", zh: "指标体系：YAML 文件或内置名称；缺省为一组" },
    notAFlag,
  );
  add("view", "name", { en: "another tree of the framework", zh: "指标体系的另一视角" }, notAFlag);
}

const needsTree = (kinds: readonly Slot["kind"][]): boolean => kinds.some((kind) => ["panel", "tree", "weights", "index"].includes(kind));

const methodNames = {
  en: "weighing methods as a study names them, each with its defaults: equal,entropy",
  zh: "研究文件中所用的赋权方法名称，均取默认选项，如 equal,entropy",
};

/** What was given for the inputs; a missing column is a usage fault. */
export function slotValues(card: Card, command: Command): SlotValues {
  const given = command.opts<Record<string, unknown>>();
  const named: Record<string, string | undefined> = {};
  const several: Record<string, readonly string[]> = {};
  for (const [name, slot] of Object.entries(card.inputs)) {
    if (slot.kind === "weights-list") several[name] = methodsGiven(card, name, slot.min, given[name] as string[] | undefined);
    if (slot.kind === "groupings") several[name] = groupingsGiven(card, name, slot, given[name] as string[] | undefined);
    if (slot.kind === "columns" && slot.optional) {
      const columns = given[attribute(flagName(name))] as readonly string[] | undefined;
      if (columns) several[name] = ownColumns(card, `--${flagName(name)}`, slot, columns);
    }
    if (slot.kind !== "column" && slot.kind !== "grouping") continue;
    named[name] = given[name] as string | undefined;
    if (named[name] === undefined && !slot.optional) {
      const flag = `--${flagName(name)}`;
      throw usageFault(
        "missing-option",
        `gongfu ${card.id}`,
        { en: `${flag} is missing: ${slot.about.en}`, zh: `缺少 ${flag}：${slot.about.zh}` },
        { en: `expected ${flag} COLUMN`, zh: `应有 ${flag} 列名` },
        { en: `name a column of the file: ${flag} income`, zh: `请指明文件中的一列，如 ${flag} income` },
      );
    }
  }
  const columns = given[attribute(fileFlag(card, "columns"))] as readonly string[] | undefined;
  for (const slot of Object.values(card.inputs))
    if (slot.kind === "columns" && readsRows(card) && (columns?.length ?? 0) < slot.min) throw tooFewColumns(card, slot, columns);
  const read = Object.fromEntries(fileFlags.map((name) => [name, given[attribute(fileFlag(card, name))]]));
  return { ...(read as Omit<SlotValues, "named" | "several">), named, several };
}

const tooFewColumns = (card: Card, { about, min }: Slot & { readonly min: number }, given: readonly string[] | undefined) =>
  usageFault(
    given ? "bad-value" : "missing-option",
    `gongfu ${card.id}`,
    given
      ? { en: `--columns is ${given.join(",")}`, zh: `--columns 的值是 ${given.join(",")}` }
      : { en: `--columns is missing: ${about.en}`, zh: `缺少 --columns：${about.zh}` },
    { en: `expected at least ${min} columns`, zh: `应列出至少 ${min} 列` },
    { en: "name columns of the file: --columns wages,pension", zh: "请指明文件中的列，如 --columns wages,pension" },
  );

/** Columns for an input beside the one measured, as many as it takes. */
function ownColumns(
  card: Card,
  flag: string,
  { about, min, max = Number.POSITIVE_INFINITY }: Slot & { readonly min: number; readonly max?: number },
  given: readonly string[],
): readonly string[] {
  if (given.length >= min && given.length <= max) return given;
  const many = min === max ? String(min) : max === Number.POSITIVE_INFINITY ? `${min} +` : `${min}–${max}`;
  throw usageFault(
    "bad-value",
    `gongfu ${card.id}`,
    { en: `${flag} is ${given.join(",")}`, zh: `${flag} 的值是 ${given.join(",")}` },
    { en: `expected ${many} ${max === 1 ? "column" : "columns"}: ${about.en}`, zh: `应为 ${many} 列：${about.zh}` },
    { en: "name columns of the file", zh: "请指明文件中的列" },
  );
}

/** Columns that group the rows, the coarsest first. */
function groupingsGiven(
  card: Card,
  name: string,
  { about, min }: Slot & { readonly min: number },
  given: readonly string[] | undefined,
): readonly string[] {
  const flag = `--${flagName(name)}`;
  if (given && given.length >= min) return given;
  throw usageFault(
    given ? "bad-value" : "missing-option",
    `gongfu ${card.id}`,
    given
      ? { en: `${flag} is ${given.join(",")}`, zh: `${flag} 的值是 ${given.join(",")}` }
      : { en: `${flag} is missing: ${about.en}`, zh: `缺少 ${flag}：${about.zh}` },
    { en: `expected at least ${min} columns`, zh: `应列出至少 ${min} 列` },
    { en: `name columns of the file: ${flag} region,urban`, zh: `请指明文件中的列，如 ${flag} region,urban` },
  );
}

/** Names of methods for a slot that takes several weights, each once. */
function methodsGiven(card: Card, name: string, min: number, given: readonly string[] | undefined): readonly string[] {
  const flag = `--${flagName(name)}`;
  if (given && new Set(given).size === given.length && given.length >= min) return given;
  throw usageFault(
    given ? "bad-value" : "missing-option",
    `gongfu ${card.id}`,
    given
      ? { en: `${flag} is ${given.join(",")}`, zh: `${flag} 的值是 ${given.join(",")}` }
      : { en: `${flag} is missing`, zh: `缺少 ${flag}` },
    { en: `expected at least ${min} different weighing methods`, zh: `应列出至少 ${min} 种不同的赋权方法` },
    { en: `write ${flag} equal,entropy`, zh: `请写 ${flag} equal,entropy` },
  );
}

const attribute = (flag: string): string => flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const notAFlag =
  (flag: string) =>
  (written: string): string => {
    if (!written.startsWith("--")) return written;
    throw usageFault(
      "missing-value",
      "",
      { en: `${flag} has no value`, zh: `${flag} 没有值` },
      { en: `expected a name after ${flag}`, zh: `${flag} 之后应有名称` },
      { en: `write ${flag} NAME`, zh: `请写 ${flag} 名称` },
    );
  };

const commas =
  (flag: string) =>
  (written: string): string[] => {
    const parts = notAFlag(flag)(written)
      .split(/[,，]/)
      .map((part) => part.trim());
    if (parts.every((part) => part !== "")) return parts;
    throw usageFault(
      "missing-value",
      "",
      { en: `${flag} holds an empty name`, zh: `${flag} 中有空名称` },
      { en: "expected names with commas between them", zh: "应为以逗号分隔的名称" },
      { en: `write ${flag} a,b,c`, zh: `请写 ${flag} a,b,c` },
    );
  };

const regions =
  (flag: string) =>
  (written: string): string => {
    if (regionChoices.includes(written)) return written;
    throw usageFault(
      "unknown-option",
      "",
      { en: `${flag} is "${written}"`, zh: `${flag} 的值是“${written}”` },
      { en: `expected one of: ${regionChoices.join(", ")}`, zh: `应为以下之一：${regionChoices.join("、")}` },
      { en: "choose one of these", zh: "请选择其中之一" },
    );
  };
