import type { Language } from "../../ground/words/index.js";
import type { Cell, ResultTable } from "../../method/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import { column } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

export type Point = "blockage" | "break" | "blind-spot" | "hard-point";
export const points: readonly Point[] = ["blockage", "break", "blind-spot", "hard-point"];

/** One finding of the table `findings`, its words in one language. */
export interface Finding {
  readonly unit: string;
  readonly period: number;
  readonly point: Point;
  readonly kind: string;
  readonly system: string | null;
  readonly subject: string;
  readonly name: string;
  readonly years: number;
  /** false where it turns inside the rank interval; null without intervals */
  readonly firm: boolean | null;
  readonly evidence: string;
  readonly sentence: string;
  readonly clear: string;
}

/** A link of a chain in the period diagnosed. */
export interface ChainLink {
  readonly chain: string;
  readonly from: string;
  readonly to: string;
  /** units with both stages, those where it is broken, and the mean levels */
  readonly of: number;
  readonly broken: number;
  readonly upstream: number;
  readonly downstream: number;
}

export interface Diagnosed {
  readonly step: StepRun;
  readonly period: number;
  /** the heaviest first */
  readonly findings: readonly Finding[];
  readonly links: readonly ChainLink[];
  readonly names: Readonly<Record<Point, { readonly name: string; readonly verb: string }>>;
}

const rowsOf = (table: ResultTable | undefined): Readonly<Record<string, Cell>>[] =>
  (table?.columns[0]?.values ?? []).map((_, row) =>
    Object.fromEntries((table as ResultTable).columns.map(({ id, values }) => [id, values[row]])),
  );

/** The first diagnosis of the study. */
export function diagnosed(run: StudyRun, language: Language): Diagnosed | undefined {
  const [step] = stepsOf(run, "diagnose");
  const table = tableOf(step, "findings");
  if (!step || !table) return undefined;
  const { period } = step.result.value as { readonly period: number };
  const text = (row: Readonly<Record<string, Cell>>, id: string): string => String(row[`${id}_${language}`] ?? "");
  const symbols = rowsOf(tableOf(step, "symbols"));
  return {
    step,
    period,
    findings: rowsOf(table).map(
      (row): Finding => ({
        unit: String(row.unit),
        period: Number(row.period),
        point: row.point as Point,
        kind: String(row.kind),
        system: row.system === null ? null : String(row.system),
        subject: String(row.subject),
        name: text(row, "subject"),
        years: Number(row.years),
        firm: row.firm === null ? null : row.firm === 1,
        evidence: text(row, "evidence"),
        sentence: text(row, "sentence"),
        clear: text(row, "clear"),
      }),
    ),
    links: linksOf(tableOf(step, "chains"), period),
    names: Object.fromEntries(
      symbols.map((row) => [row.point, { name: text(row, "name"), verb: text(row, "verb") }]),
    ) as Diagnosed["names"],
  };
}

function linksOf(table: ResultTable | undefined, period: number): ChainLink[] {
  if (!table || !column(table, "chain")) return [];
  const links = new Map<
    string,
    { chain: string; from: string; to: string; of: number; broken: number; upstream: number; downstream: number }
  >();
  for (const row of rowsOf(table)) {
    if (row.period !== period || typeof row.broken !== "number") continue;
    const key = `${row.chain} ${row.from} ${row.to}`;
    const one = links.get(key) ?? {
      chain: String(row.chain),
      from: String(row.from),
      to: String(row.to),
      of: 0,
      broken: 0,
      upstream: 0,
      downstream: 0,
    };
    one.of++;
    one.broken += row.broken;
    one.upstream += Number(row.upstream);
    one.downstream += Number(row.downstream);
    links.set(key, one);
  }
  return [...links.values()].map((one) => ({ ...one, upstream: one.upstream / one.of, downstream: one.downstream / one.of }));
}

export interface Common {
  readonly subject: string;
  readonly name: string;
  readonly units: number;
}

/** What was found most often, by the number of units; ties in the order of the ids. Nothing is common that one unit has alone. */
export function commonest(findings: readonly Finding[], point: Point, system?: string): Common | undefined {
  const found = new Map<string, { name: string; units: Set<string> }>();
  for (const one of findings) {
    if (one.point !== point || (system !== undefined && one.system !== system)) continue;
    const known = found.get(one.subject) ?? { name: one.name, units: new Set<string>() };
    known.units.add(one.unit);
    found.set(one.subject, known);
  }
  return [...found]
    .map(([subject, { name, units }]) => ({ subject, name, units: units.size }))
    .filter((one) => one.units > 1)
    .sort((a, b) => b.units - a.units || (a.subject < b.subject ? -1 : 1))[0];
}
