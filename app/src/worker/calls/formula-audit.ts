import type { ClaimParts, FormulaClaim, ResultTable, Text, Verdict, Warning } from "@gongfu/engine";
import type { Session } from "../session.js";

type Family = FormulaClaim["family"];

/** A kind of published table as plain data: what a form is made from. */
export interface FamilySummary {
  readonly id: Family;
  readonly names: Text;
  readonly about: Text;
  readonly roles: readonly {
    readonly id: string;
    readonly names: Text;
    readonly takes: "column" | "columns" | "numbers" | "number";
    readonly needed: boolean;
  }[];
}

/** A table as printed, and how many decimals each column shows: fewest and most. */
export interface Printed {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly decimals: readonly (readonly [number, number] | null)[];
}

export interface Audit {
  readonly verdicts: readonly Verdict[];
  readonly tables: readonly ResultTable[];
  readonly warnings: readonly Warning[];
  readonly variant: string;
}

export async function claimFamilies(_: Session): Promise<readonly FamilySummary[]> {
  const { claimFamilies: all } = await import("@gongfu/engine/study/formula-audit");
  return all.map(({ id, names, about, roles }) => ({
    id,
    names,
    about,
    roles: roles.map((role) => ({ id: role.id, names: role.names, takes: role.takes, needed: role.needed === true })),
  }));
}

/** The cells of what was pasted, or of a file. */
export async function printedTable(_: Session, content: string | Uint8Array, name: string): Promise<Printed> {
  const [{ readTable }, { printedDecimals }, { tabbed }] = await Promise.all([
    import("@gongfu/engine/read/table"),
    import("@gongfu/engine/study/formula-audit"),
    import("../tabbed.js"),
  ]);
  const bytes = typeof content === "string" ? new TextEncoder().encode(tabbed(content)) : content;
  const { header, rows } = await readTable(bytes, { file: name });
  return { header, rows, decimals: header.map((_, k) => printedDecimals(rows.map((row) => row[k]))) };
}

export async function guessClaim(_: Session, family: Family, table: Printed): Promise<ClaimParts> {
  const { guessParts } = await import("@gongfu/engine/study/formula-audit");
  return guessParts(family, table);
}

/** Which formula made the published numbers. */
export async function auditClaim(_: Session, family: Family, table: Printed, parts: ClaimParts, digits: "auto" | number): Promise<Audit> {
  const { auditFormula, claimFromTable } = await import("@gongfu/engine/study/formula-audit");
  const { value, tables, warnings, method } = auditFormula(claimFromTable(family, table, parts), { digits });
  return { verdicts: value, tables, warnings, variant: method.variant };
}
