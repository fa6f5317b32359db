import type { ClaimParts } from "@gongfu/engine";
import { useEffect, useMemo, useState } from "react";
import { Refused } from "../../engine/client.js";
import { useStore } from "../../study/use-study.js";
import type { Audit, FamilySummary, Printed } from "../../worker/calls/formula-audit.js";
import type { PlainFault } from "../../worker/protocol.js";
import { type ColumnRoles, partsOf, rolesOfColumns } from "./column-roles.js";
import type { Example } from "./examples.js";

/** What the reader gave: the table, what it is, and what was said of it. */
export interface Given {
  readonly family: FamilySummary["id"];
  readonly text: string;
  /** a file brought instead of pasted text */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** roles of columns, where the guess was corrected */
  readonly roles: ColumnRoles | null;
  /** roles known besides those guessed */
  readonly also: ColumnRoles;
  readonly numbers: Readonly<Record<string, string>>;
  readonly digits: "auto" | number;
}

/** What is known of it so far. */
export interface Found {
  readonly table: Printed | null;
  readonly columns: ColumnRoles;
  readonly parts: ClaimParts;
  readonly audit: Audit | null;
  readonly fault: PlainFault | null;
}

export const nothingGiven: Given = { family: "coupling", text: "", file: null, roles: null, also: {}, numbers: {}, digits: "auto" };
const nothingFound: Found = { table: null, columns: {}, parts: {}, audit: null, fault: null };

export const givenBy = ({ family, text, roles = {}, numbers = {} }: Example): Given => ({
  ...nothingGiven,
  family,
  text,
  also: roles,
  numbers,
});

/** The kinds of published tables, as the engine knows them. */
export function useFamilies(): readonly FamilySummary[] {
  const store = useStore();
  const [families, setFamilies] = useState<readonly FamilySummary[]>([]);
  useEffect(() => {
    let wanted = true;
    store.engine.ask("claimFamilies").then((found) => wanted && setFamilies(found));
    return () => {
      wanted = false;
    };
  }, [store]);
  return families;
}

/** How long typing must rest before the table is read again. */
const rest = 250;

/** The audit of what is given, made anew in the worker whenever it changes. */
export function useAudit(given: Given, families: readonly FamilySummary[]): Found {
  const store = useStore();
  const [found, setFound] = useState<Found>(nothingFound);
  const family = useMemo(() => families.find((one) => one.id === given.family), [families, given.family]);
  useEffect(() => {
    let wanted = true;
    const tell = (next: Found): void => void (wanted && setFound(next));
    const audit = async (): Promise<void> => {
      if (!family || (!given.file && given.text.trim() === "")) return tell(nothingFound);
      let known = nothingFound;
      try {
        const table = await store.engine.ask("printedTable", given.file?.bytes ?? given.text, given.file?.name ?? "");
        known = { ...known, table };
        const guessed = rolesOfColumns(await store.engine.ask("guessClaim", family.id, table), family);
        const columns = given.roles ?? { ...guessed, ...given.also };
        known = { ...known, columns, parts: partsOf(family, table, columns, given.numbers) };
        tell({ ...known, audit: await store.engine.ask("auditClaim", family.id, table, known.parts, given.digits) });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        tell({ ...known, fault: error.fault });
      }
    };
    const timer = setTimeout(audit, rest);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [store, family, given]);
  return found;
}
