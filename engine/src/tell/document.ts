import type { Language } from "../ground/words/index.js";
import type { Chart, Role } from "./chart.js";

/** Running text: plain strings, and spans that carry a wheel's colour or weight. */
export type Inline = string | { readonly text: string; readonly role?: Role; readonly strong?: boolean; readonly href?: string };

export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly title: string;
  readonly head: readonly { readonly label: string; readonly align?: "left" | "right"; readonly unit?: string }[];
  /** already formatted in the document's language; null is printed as the language's "no value" mark */
  readonly rows: readonly (readonly (string | null)[])[];
  /** rows (by position) that open a new group: a rule is drawn above them */
  readonly groups?: readonly number[];
  readonly note?: string;
  /** needs the whole page, margin included */
  readonly wide?: boolean;
  /** for reference: folded on a screen, printed in full */
  readonly folded?: boolean;
  /** the CSV file that holds the raw numbers, e.g. `tables/index.scores.csv` */
  readonly file?: string;
}

export interface FigureBlock {
  readonly kind: "figure";
  /** file name without ending: `figures/<id>.<language>.svg` */
  readonly id: string;
  /** the finding in words */
  readonly title: string;
  /** what is drawn, unit, years */
  readonly subtitle: string;
  readonly chart: Chart;
  /** source and method */
  readonly note: string;
  /** one sentence for those who cannot see it */
  readonly description: string;
  readonly file?: string;
}

export type Block =
  | { readonly kind: "text"; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "formula"; readonly latex: string }
  | TableBlock
  | FigureBlock;

/** A note beside the text: how sure, which convention, what not to conclude. */
export interface Aside {
  readonly title: string;
  readonly text: readonly Inline[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly asides: readonly Aside[];
}

/** A report in one language, independent of any output format. */
export interface ReportDocument {
  readonly language: Language;
  readonly kicker: string;
  readonly title: string;
  /** the picture on the cover; absent when the study has no scores */
  readonly emblem?: FigureBlock;
  /** the summary: five sentences, each with its numbers */
  readonly summary: readonly (readonly Inline[])[];
  readonly asides: readonly Aside[];
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}
