import type { ClaimParts } from "@gongfu/engine";
import type { FamilySummary, Printed } from "../../worker/calls/formula-audit.js";

/** What each column of the table is, by its heading; a column of no role is left out. */
export type ColumnRoles = Readonly<Record<string, string>>;

/** Better the less there is: said of a column that is an indicator besides. */
const negative = "negative";

export const rolesOfColumns = (parts: ClaimParts, { roles }: FamilySummary): ColumnRoles =>
  Object.fromEntries(
    roles.filter((one) => one.takes.startsWith("column")).flatMap(({ id }) => (parts[id] ?? []).map((name) => [name, id])),
  );

/** Printed numbers as they were typed, in a row or below each other. */
export const numbersIn = (text: string): string[] => text.split(/[\s,，;；、]+/).filter(Boolean);

/** Columns and typed numbers as the parts of a claim, in the order of the table. */
export function partsOf(
  { roles }: FamilySummary,
  { header }: Pick<Printed, "header">,
  columns: ColumnRoles,
  numbers: Readonly<Record<string, string>>,
): ClaimParts {
  const of = (...ids: string[]): string[] => header.filter((name) => ids.includes(columns[name]));
  const parts = roles.map(({ id, takes }): [string, string[]] => {
    if (!takes.startsWith("column")) return [id, numbersIn(numbers[id] ?? "")];
    return [id, id === "data" ? of(id, negative) : of(id)];
  });
  return Object.fromEntries(parts.filter(([, found]) => found.length));
}

/** Give a column a role; a role of one column leaves the one that had it. */
export function withRole(columns: ColumnRoles, { roles }: FamilySummary, heading: string, role: string): ColumnRoles {
  const alone = roles.find((one) => one.id === role)?.takes === "column";
  const others = Object.entries(columns).filter(([name, id]) => name !== heading && !(alone && id === role));
  return Object.fromEntries(role ? [...others, [heading, role]] : others);
}

/** How a fault calls a role's column, where not by its heading. */
const called: Readonly<Record<string, string>> = { C: "c", T: "t", D: "d", "C′": "corrected", values: "value" };

/** Where on the page a fault belongs: a column with a row (from 0), or the field of a typed number. */
export interface FaultPlace {
  readonly heading?: string;
  readonly row?: number;
  readonly field?: string;
}

export function placeOfFault(path: string | undefined, parts: ClaimParts, { roles }: FamilySummary): FaultPlace {
  const [, name = "", row] = /^(.*?)(?:, row (\d+))?$/.exec(path ?? "") ?? [];
  const id = called[name] ?? name;
  const role = roles.find((one) => one.id === id);
  if (role && !role.takes.startsWith("column")) return { field: role.id };
  const system = /^U(\d+)$/.exec(name);
  const heading = system ? parts.u?.[Number(system[1]) - 1] : role ? parts[role.id]?.[0] : parts.data?.includes(name) ? name : undefined;
  return { ...(heading === undefined ? {} : { heading }), ...(row ? { row: Number(row) - 1 } : {}), ...(role ? { field: role.id } : {}) };
}
