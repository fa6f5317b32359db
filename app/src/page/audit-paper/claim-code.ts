import type { ClaimParts, FormulaClaim, Language } from "@gongfu/engine";
import type { Printed } from "../../worker/calls/formula-audit.js";

/** The file the command reads. */
export const claimFile = "claim.csv";

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table as it was typed, trailing zeros and all. */
export const claimCsv = ({ header, rows }: Pick<Printed, "header" | "rows">): string =>
  `${[header, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;

const word = (text: string): string => (/^[\p{L}\p{N}_.,%+-]+$/u.test(text) ? text : `"${text.replaceAll(/["\\$`]/g, "\\$&")}"`);

/** The same audit on the command line. */
export function claimCommand(family: FormulaClaim["family"], parts: ClaimParts, digits: "auto" | number, language: Language): string {
  const flags = Object.entries(parts).map(([id, names]) => `--${id} ${word(names.join(","))}`);
  return [
    "npx gongfu audit formula",
    claimFile,
    `--family ${family}`,
    ...flags,
    ...(digits === "auto" ? [] : [`--digits ${digits}`]),
    `--lang ${language}`,
  ].join(" ");
}
