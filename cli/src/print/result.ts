import type { Card, Result } from "@gongfu/engine/method";
import type { Session } from "../io.js";
import { numberText, tableText } from "./table.js";
import { wrap } from "./width.js";

/** A result for a reader: what was measured and how, the number, the tables, the warnings. */
export function resultText(card: Card, result: Result, session: Session, limit: number): string {
  const { tongue, say } = session;
  const parts = [`${say(card.names)} (${card.id}) · ${result.method.variant}`];
  if (typeof result.value === "number") parts[0] += `\n${numberText(result.value)}`;
  for (const table of result.tables) {
    const { text, hidden } = tableText(table, tongue, limit);
    const more = hidden
      ? `\n${say({ en: `… ${hidden} more rows: --rows 0 prints them all, --json every digit`, zh: `……还有 ${hidden} 行：--rows 0 全部列出，--json 给出全部数位` })}`
      : "";
    parts.push(`${say(table.names)} [${table.id}]\n${text}${more}`);
  }
  if (result.warnings.length) {
    const lines = result.warnings.map(({ text }) => wrap(`! ${say(text)}`, session.columns));
    parts.push([say({ en: "Warnings", zh: "提示" }), ...lines].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}
