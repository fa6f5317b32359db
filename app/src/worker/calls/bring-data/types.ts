import type { Text } from "@gongfu/engine";
import type { Layout, RegionKind, SheetInfo } from "@gongfu/engine/read";
import type { PlainFault } from "../../protocol.js";

/** What a person says about a file, where the reader would guess otherwise: keys of `data` in the study. */
export interface Wishes {
  readonly sheet?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly regions?: RegionKind | "auto";
  /** units by another name: as written, as meant; the same name keeps a unit as it is, null leaves its rows out */
  readonly rename?: Readonly<Record<string, string | null>>;
}

/** A file that was brought, or a set that ships. */
export type Source =
  | { readonly kind: "file"; readonly file: string; readonly bytes: Uint8Array; readonly wishes: Wishes }
  | { readonly kind: "set"; readonly id: string };

export interface ColumnSummary {
  readonly id: string;
  readonly names: Text;
  readonly unit: Text;
  readonly n: number;
  readonly missing: number;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
  /** share of the units that have a value, by period */
  readonly available: Float64Array;
}

/** A unit whose name matches nothing: suggestions, the likeliest first, and what was decided. */
export interface Stranger {
  readonly text: string;
  readonly line: number;
  readonly rows: number;
  readonly suggestions: readonly { readonly code: string; readonly names: Text }[];
  /** it looks like a total */
  readonly total: boolean;
}

export interface Regions {
  readonly kind: RegionKind;
  readonly all: number;
  /** how many of the names each family knows */
  readonly families: readonly { readonly kind: RegionKind; readonly matched: number }[];
  readonly strangers: readonly Stranger[];
  /** all names that match nothing, listed or not */
  readonly unknown: readonly string[];
  /** units of a small family that no name of the file stands for */
  readonly absent: readonly { readonly code: string; readonly names: Text }[];
  /** names of the units that were renamed, by what is written */
  readonly renamed: Readonly<Record<string, Text>>;
}

/** The table as a panel of columns by periods by units. */
export interface PanelSummary {
  readonly layout: Layout | "set";
  readonly unit: string | null;
  readonly period: string | null;
  readonly periods: readonly number[];
  readonly units: number;
  readonly cells: number;
  readonly missing: number;
  readonly columns: readonly ColumnSummary[];
  readonly groupings: readonly string[];
  readonly aside: readonly string[];
}

/** The rows as they were read, beside the text of the file. */
export interface Rows {
  readonly header: readonly string[];
  readonly headerLine: number | null;
  readonly count: number;
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** first lines of a text file, as it is written */
  readonly raw: readonly string[] | null;
}

/** All that was understood of a source. */
export interface Understood {
  readonly title: Text;
  readonly form: Text;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string | null;
  readonly rows: Rows | null;
  readonly panel: PanelSummary | null;
  readonly regions: Regions | null;
  readonly warnings: readonly { readonly code: string; readonly text: Text }[];
  /** why the rows are no panel yet */
  readonly fault: PlainFault | null;
}

export type Action = "keep" | "flag" | "drop" | "impute";

/** A decision as the study records it. */
export interface Decision {
  readonly variable?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly period?: number;
  readonly action: Action;
  readonly reason: string;
}

export interface FoundLine {
  readonly values: Float64Array;
  /** positions of the periods the finding is about */
  readonly marked: readonly number[];
}

export interface Found {
  readonly kind: string;
  readonly severity: "stop" | "doubt" | "note";
  readonly sentence: Text;
  readonly offer: Action;
  /** how a decision about it is recorded, but for action and reason */
  readonly about: Omit<Decision, "action" | "reason">;
  readonly decision: Decision | null;
  readonly line: FoundLine | null;
}

export interface Audited {
  readonly periods: readonly number[];
  readonly found: readonly Found[];
  /** findings that are not listed, the lightest */
  readonly more: number;
}
