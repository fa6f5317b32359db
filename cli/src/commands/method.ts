import { resolve } from "node:path";
import type { Card } from "@gongfu/engine/method";
import type { Command } from "commander";
import { limits, readBytes } from "../files/read-bytes.js";
import { studyHost } from "../files/study-host.js";
import type { Session } from "../io.js";
import { cardFlags, chosenOptions } from "../method/flags.js";
import { addSlotFlags, readsRows, slotValues } from "../method/slot-flags.js";
import { defineStudyOnly, studyOnlyCard } from "../method/study-only.js";
import { wholeNumber } from "../usage.js";

interface Printing {
  json?: boolean;
  rows: number;
}

/** `gongfu METHOD FILE`: every card is a command; its inputs and options become flags. */
export function defineMethod(card: Card, command: Command, session: Session): void {
  if (studyOnlyCard(card)) {
    defineStudyOnly(card, command, session);
    return;
  }
  const { help } = session;
  command.argument("<file>", help({ en: "a CSV, TSV, XLSX or Parquet file", zh: "CSV、TSV、XLSX 或 Parquet 文件" }));
  addSlotFlags(card, command, session);
  const flags = cardFlags(card, session);
  for (const { option } of flags) command.addOption(option);
  command
    .option("--json", help({ en: "print the whole result as JSON", zh: "以 JSON 输出完整结果" }))
    .option(
      "--rows <n>",
      help({ en: "rows printed of each table, 0 = all (default 40)", zh: "每张表显示的行数，0 为全部（默认 40）" }),
      wholeNumber("--rows", 0, 1e9),
      40,
    )
    .addHelpText("after", `\n${help({ en: "Example", zh: "示例" })}\n  gongfu ${card.id} data.csv${example(card)}`)
    .action(async (file: string) => {
      const given = slotValues(card, command);
      const options = await chosenOptions(card, flags, command);
      const result = await compute(card, file, given, options, session);
      await print(card, result, command.opts<Printing>(), session);
    });
}

function example(card: Card): string {
  const has = (kind: string): boolean => Object.values(card.inputs).some((slot) => slot.kind === kind);
  if (has("weights-list")) return " --of equal,entropy";
  if (!readsRows(card))
    return Object.values(card.inputs).some((slot) => slot.kind === "columns" && !slot.optional)
      ? " --columns a,b"
      : " --unit region --period year";
  return Object.entries(card.inputs)
    .map(([name, slot]) => {
      if (slot.kind === "columns") return " --columns a,b";
      if (slot.kind === "groupings") return ` --${name} region,urban`;
      return slot.kind === "grouping" ? ` --${name} region` : ` --${name} ${name === "value" ? "income" : "persons"}`;
    })
    .join("");
}

async function compute(card: Card, file: string, given: ReturnType<typeof slotValues>, options: Record<string, unknown>, session: Session) {
  const path = resolve(session.cwd, file);
  const bytes = await readBytes(path, file, limits.data);
  if (readsRows(card)) {
    const { runOnRows } = await import("../method/on-rows.js");
    return runOnRows(card, bytes, file, given, options);
  }
  const { runOnPanel } = await import("../method/on-panel.js");
  return runOnPanel(card, bytes, file, given, options, studyHost(resolve(session.cwd, "study.yaml"), true));
}

async function print(card: Card, result: Awaited<ReturnType<typeof compute>>, { json, rows }: Printing, session: Session): Promise<void> {
  const chain = result.warnings.find((warning) => warning.code === "default-chain");
  if (chain) session.err(`! ${session.say(chain.text)}\n`);
  if (json) {
    const { resultJson, writeJson } = await import("@gongfu/engine/study");
    session.out(`${writeJson(resultJson(result))}\n`);
    return;
  }
  const { resultText } = await import("../print/result.js");
  session.out(resultText(card, { ...result, warnings: result.warnings.filter((warning) => warning !== chain) }, session, rows));
}
