import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { aboutOf, jsonSchema, shapeOf } from "@gongfu/engine/ground/schema";
import { bibtex, type Card, type Citation, citations } from "@gongfu/engine/method";
import type { Command } from "commander";
import { packageFolder } from "../files/package-folder.js";
import type { Session } from "../io.js";
import { defaultText, flagName, type Property, typeText } from "../method/flags.js";
import { slotUsage } from "../method/slot-flags.js";
import { wrap } from "../print/width.js";
import { unknownCommand } from "../usage.js";

/** `gongfu explain METHOD`: the card as a page, then the method's own page. */
export function define(command: Command, session: Session): void {
  command
    .argument("<method>", session.help({ en: "a method of `gongfu methods`", zh: "`gongfu methods` 中的方法" }))
    .action((id: string) => explain(id, session));
}

async function explain(id: string, session: Session): Promise<void> {
  const { cards } = await import("@gongfu/engine/study");
  const card = cards.find((one) => one.id === id);
  if (!card)
    throw unknownCommand(
      id,
      cards.map((one) => one.id),
    );
  const { say, columns, out } = session;
  const sections: [string, string][] = [
    [say({ en: "Formula", zh: "公式" }), `  ${say(card.formula)}`],
    [say({ en: "Inputs", zh: "输入" }), inputs(card, session)],
    [say({ en: "Options", zh: "选项" }), options(card, session)],
    [say({ en: "Gives", zh: "输出" }), outputs(card, session)],
    [say({ en: "Sources", zh: "出处" }), card.citations.map((key) => wrap(readable(citations[key]), columns, "  ")).join("\n")],
    ["BibTeX", bibtex(card.citations).trimEnd()],
  ];
  out(`${card.names.en} · ${card.names.zh}  (${card.id})\n${wrap(say(card.summary), columns)}\n`);
  out(`\n${say({ en: "In a study", zh: "研究文件中" })}\n  ${stepText(card)}\n`);
  for (const [title, text] of sections) if (text) out(`\n${title}\n${text}\n`);
  out(`\n${"─".repeat(Math.min(columns, 60))}\n${await pageOf(id, session)}\n`);
}

/** The step as a study writes it, with the keys that cannot be left out. */
function stepText({ step, inputs, options: schema }: Card): string {
  const needed = Object.values(inputs).flatMap((slot) => {
    if (slot.kind === "columns" && !slot.optional) return [`${slot.key}: [STEP.COLUMN, …]`];
    if (slot.kind === "groupings") return [`${slot.key}: [GROUPING, …]`];
    if (slot.kind === "weights-list") return [`${slot.key}: [STEP, STEP, …]`];
    return slot.kind === "column" && !slot.optional ? [`${slot.key}: STEP.COLUMN`] : [];
  });
  const required = (jsonSchema(schema).required ?? []) as readonly string[];
  const body = [...(step.as === null ? [] : [`method: ${step.as}`]), ...needed, ...required.map((key) => `${key}: …`)];
  return body.length ? `- ${step.verb}: {${body.join(", ")}}` : `- ${step.verb}`;
}

const inputs = (card: Card, { say, columns }: Session): string =>
  Object.entries(card.inputs)
    .map(([name, slot]) => {
      const optional = slot.optional ? say({ en: " (optional)", zh: "（可选）" }) : "";
      return `  ${slotUsage(name, slot)}\n${wrap(`${say(slot.about)}${optional}`, columns, "      ")}`;
    })
    .join("\n");

function options(card: Card, { say, columns }: Session): string {
  const shape = shapeOf(card.options);
  const properties = (jsonSchema(card.options).properties ?? {}) as Record<string, Property>;
  return Object.entries(shape)
    .map(([name, schema]) => {
      const { default: fallback, ...property } = properties[name];
      const ends =
        fallback === undefined ? "" : say({ en: `  (default ${defaultText(fallback)})`, zh: `（默认 ${defaultText(fallback)}）` });
      const about = aboutOf(schema);
      const form = property.type === "boolean" ? "" : ` ${typeText(property)}`;
      return `  --${flagName(name)}${form}${ends}${about ? `\n${wrap(say(about), columns, "      ")}` : ""}`;
    })
    .join("\n");
}

const outputs = (card: Card, { say }: Session): string =>
  `  ${card.outputs.value}${card.outputs.tables.length ? say({ en: `, tables ${card.outputs.tables.join(", ")}`, zh: `；表：${card.outputs.tables.join("、")}` }) : ""}`;

function readable({ author, year, title, in: container, doi, url }: Citation): string {
  const link = doi ? `https://doi.org/${doi}` : url;
  return [`${author.replaceAll(/[{}]/g, "")} (${year}).`, `${title}.`, container && `${container}.`, link].filter(Boolean).join(" ");
}

/** The page beside the card's code: English above the rule, Chinese below it. */
async function pageOf(id: string, { language }: Session): Promise<string> {
  const source = join(packageFolder("@gongfu/engine"), "src");
  const name = (await readdir(source, { recursive: true })).find((path) => path.endsWith(join(id, `${id}.md`)));
  if (name === undefined) return "";
  const page = (await readFile(join(source, name), "utf8")).trim();
  const [english, chinese] = page.split(/^---$/m);
  if (language === undefined || chinese === undefined) return page;
  return (language === "en" ? english : chinese).trim();
}
