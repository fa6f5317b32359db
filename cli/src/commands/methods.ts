import type { Command } from "commander";
import type { Session } from "../io.js";
import { padEnd, width } from "../print/width.js";

/** `gongfu methods`: every card on the shelves. */
export function define(command: Command, session: Session): void {
  command
    .option("--json", session.help({ en: "print JSON", zh: "输出 JSON" }))
    .action((options: { json?: boolean }) => methods(options.json === true, session));
}

async function methods(json: boolean, { out, say, tongue, language }: Session): Promise<void> {
  const { cards, writeJson } = await import("@gongfu/engine/study");
  if (json) {
    const rows = cards.map(({ id, step, names, summary, citations }) => ({ id, step, names, summary, citations }));
    out(`${writeJson(rows)}\n`);
    return;
  }
  const id = Math.max(...cards.map((card) => width(card.id)));
  const verb = Math.max(...cards.map((card) => width(card.step.verb)));
  for (const card of cards) {
    const names = language ? card.names[tongue] : `${card.names.en} · ${card.names.zh}`;
    out(`${padEnd(card.id, id)}  ${padEnd(card.step.verb, verb)}  ${names}\n${" ".repeat(id + verb + 4)}${say(card.summary)}\n`);
  }
  out(
    `\n${say({ en: "gongfu explain METHOD shows one; gongfu METHOD FILE runs it", zh: "gongfu explain METHOD 查看说明；gongfu METHOD FILE 运行" })}\n`,
  );
}
