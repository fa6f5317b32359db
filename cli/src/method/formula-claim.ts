import { type ClaimParts, claimFamilies, claimFromTable, type FormulaClaim, type PrintedTable, partsByHeading } from "@gongfu/engine";
import { usageFault } from "../usage.js";

/** What was written after the flags of a claim: the ids of its roles are their names. */
export type ClaimFlags = Readonly<Record<string, unknown>>;

const list = (text: string): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

/** The columns of a text table as a claim to audit: by flags, and for coupling by their usual headings. */
export function claimOf(table: PrintedTable, family: string, flags: ClaimFlags): FormulaClaim {
  const found = claimFamilies.find((one) => one.id === family);
  if (!found) throw unknownFamily(family);
  const named: ClaimParts = Object.fromEntries(
    found.roles.flatMap(({ id, takes }) => {
      const text = flags[id];
      if (typeof text !== "string") return [];
      return [[id, takes === "columns" || takes === "numbers" ? list(text) : [text]]];
    }),
  );
  const usual = found.id === "coupling" ? partsByHeading(found.id, table) : {};
  return claimFromTable(found.id, table, { ...usual, ...named });
}

const unknownFamily = (family: string) =>
  usageFault(
    "bad-claim",
    "gongfu audit formula",
    { en: `family is "${family}"`, zh: `family 为“${family}”` },
    { en: `expected: ${claimFamilies.map((one) => one.id).join(", ")}`, zh: `应为：${claimFamilies.map((one) => one.id).join("、")}` },
    { en: "see `gongfu audit --help`", zh: "请看 `gongfu audit --help`" },
  );
