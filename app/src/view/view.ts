import type { Text } from "@gongfu/engine";
import type { StudyRun } from "@gongfu/engine/study";

/** Cells of one column, by year and unit; null where missing. */
export type Grid = readonly (readonly (number | null)[])[];

/** All the page shows of a run, as plain data: what the worker sends. */
export interface View {
  readonly title: Text;
  readonly coverage: Text;
  readonly years: readonly number[];
  readonly units: readonly {
    readonly code: string;
    readonly names: Text;
    /** letters for a tile too small for the name */
    readonly short: string;
    readonly column: number;
    readonly row: number;
  }[];
  readonly empowerment: Grid;
  readonly equity: Grid;
  readonly outcome: Grid;
  readonly d: Grid;
  readonly dWang: Grid;
  /** level 1–10 of D, standard and corrected */
  readonly level: Grid;
  readonly levelWang: Grid;
  readonly levels: readonly Text[];
  readonly mechanisms: readonly { readonly id: string; readonly wheel: string; readonly names: Text; readonly cells: Grid }[];
  readonly imputed: number;
  readonly suspect: number;
  readonly blindSpots: number;
  readonly definitions: number;
  /** SHA-256 of every file the same study writes on the command line */
  readonly hashes: Readonly<Record<string, string>>;
  readonly engine: string;
}

type Table = StudyRun["steps"][number]["result"]["tables"][number];

export function columnGrid(table: Table, column: string, years: readonly number[], codes: readonly string[]): Grid {
  const cell = (id: string) => table.columns.find((one) => one.id === id)?.values ?? [];
  const [unit, period, values] = [cell("unit"), cell("period"), cell(column)];
  const at = new Map(values.map((value, row) => [`${unit[row]} ${period[row]}`, value]));
  return years.map((year) =>
    codes.map((code) => {
      const value = at.get(`${code} ${year}`);
      return typeof value === "number" ? value : null;
    }),
  );
}

/** Mean over the units that have a value. */
export function meanOf(row: readonly (number | null)[]): number {
  const present = row.filter((value) => value !== null);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}
