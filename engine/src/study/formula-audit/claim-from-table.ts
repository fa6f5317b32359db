import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { parseCell } from "../../read/numbers/index.js";
import type { FormulaClaim } from "./audit-formula.js";
import { type ClaimRole, claimFamilies } from "./claim-families.js";

/** A table as it was typed, cell by cell. */
export interface PrintedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Headings, or the printed numbers, by what they are in the claim. */
export type ClaimParts = Readonly<Record<string, readonly string[]>>;

type Family = FormulaClaim["family"];

const rolesOf = (family: Family): readonly ClaimRole[] => claimFamilies.find((one) => one.id === family)?.roles ?? [];

/** What can be told by the headings alone: several columns take all that fit, a single one only when no other fits. */
export function partsByHeading(family: Family, { header }: PrintedTable): ClaimParts {
  const parts = rolesOf(family).flatMap(({ id, takes, headings }): [string, string[]][] => {
    const found = headings ? header.filter((name) => headings.test(name)) : [];
    return found.length && (takes === "columns" || found.length === 1) ? [[id, found]] : [];
  });
  return Object.fromEntries(parts);
}

/** By the headings, and by what stands below them: the indicators are the columns of numbers that nothing else claims. */
export function guessParts(family: Family, table: PrintedTable): ClaimParts {
  const known = partsByHeading(family, table);
  const taken = new Set(Object.values(known).flat());
  const free = table.header.filter((name, k) => !taken.has(name) && isNumeric(table.rows.map((row) => row[k])));
  const roles = rolesOf(family);
  if (roles.some((one) => one.id === "data") && free.length > 1) {
    const named = !known.index && roles.some((one) => one.id === "index");
    return { ...known, data: named ? free.slice(0, -1) : free, ...(named ? { index: free.slice(-1) } : {}) };
  }
  if (roles.some((one) => one.id === "value") && !known.value && free.length) return { ...known, value: free.slice(0, 1) };
  return known;
}

const isNumeric = (cells: readonly string[]): boolean => {
  const kinds = cells.map((one) => parseCell(one).kind);
  return kinds.includes("number") && !kinds.includes("text");
};

/** The parts of a table as a claim to audit. A Fault names the part that is missing or the heading that is not there. */
export function claimFromTable(family: Family, table: PrintedTable, parts: ClaimParts): FormulaClaim {
  for (const role of rolesOf(family)) if (role.needed && !parts[role.id]?.length) throw missingPart(role);
  const cells = (name: string): string[] => {
    const at = table.header.indexOf(name);
    if (at < 0) throw unknownHeading(name, table.header);
    return table.rows.map((row) => row[at]);
  };
  const column = (id: string): string[] | undefined => (parts[id]?.length ? cells(parts[id][0]) : undefined);
  const number = (id: string): string | undefined => parts[id]?.[0];
  const data = () => ({
    data: Object.fromEntries((parts.data ?? []).map((name) => [name, cells(name)])),
    negative: parts.negative ?? [],
    periods: column("period"),
  });
  switch (family) {
    case "coupling":
      return {
        family,
        u: (parts.u ?? []).map(cells),
        c: column("c"),
        corrected: column("corrected"),
        t: column("t"),
        d: column("d"),
        classes: column("class"),
        labels: column("label"),
      };
    case "weights":
      return { family, ...data(), weights: parts.weights ?? [] };
    case "index":
      return { family, ...data(), index: column("index") ?? [], weights: parts.weights?.length ? parts.weights : undefined };
    case "inequality":
      return {
        family,
        values: column("value") ?? [],
        population: column("population"),
        by: column("by"),
        gini: number("gini"),
        wolfson: number("wolfson"),
        der: number("der"),
        between: number("between"),
      };
    case "speed": {
      const slopes = { annual: column("annual"), total: column("total"), untold: column("slope") };
      const growth = (["annual", "total", "untold"] as const).find((one) => slopes[one]);
      if (!growth) throw missingPart(rolesOf(family).find((one) => one.id === "slope") as ClaimRole);
      return {
        family,
        slope: slopes[growth] ?? [],
        growth,
        years: parts.years?.length ? parts.years : undefined,
        speed: column("speed"),
        half: column("half"),
      };
    }
  }
}

const missingPart = ({ id, names, takes }: ClaimRole): Fault =>
  new Fault({
    code: "missing-part",
    place: { path: id },
    found: { en: `nothing is given for: ${names.en}`, zh: `未给出：${names.zh}` },
    expected: takes.startsWith("column")
      ? { en: "expected a column of the table", zh: "应为表中的列" }
      : { en: "expected the numbers as printed, e.g. 0.3,0.7", zh: "应为按原样录入的数字，例如 0.3,0.7" },
    next: { en: `name it; on the command line by --${id}`, zh: `请指明；命令行用 --${id}` },
  });

const unknownHeading = (name: string, header: readonly string[]): Fault => {
  const near = nearest(name, header);
  const all = listed(header, 12);
  return new Fault({
    code: "unknown-column",
    found: { en: `no column ${quote(name)}`, zh: `没有名为 ${quote(name)} 的列` },
    expected: { en: `expected one of: ${all.en}`, zh: `应为以下之一：${all.zh}` },
    next: near ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` } : { en: "choose one of these columns", zh: "请选择其中一列" },
  });
};
