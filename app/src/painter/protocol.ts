import type { Chart } from "@gongfu/engine/tell";
import type { ChartOptions } from "@gongfu/render";

/** What the page asks of its painter: a chart as SVG, a formula as MathML. */
export type Order =
  | { readonly kind: "chart"; readonly chart: Chart; readonly options: ChartOptions }
  | { readonly kind: "formula"; readonly latex: string };

export type Painted = { readonly id: number; readonly markup: string } | { readonly id: number; readonly failed: string };
