import type { Cell } from "../../method/index.js";
import { column } from "./grid.js";
import type { Inequality } from "./inequality.js";
import { tableOf } from "./steps.js";

type Row = Readonly<Record<string, Cell>>;

/** The rows of one period of a step's table, each by the ids of the columns. */
function rowsOf({ step }: Inequality, table: string, period: number): readonly Row[] {
  const found = tableOf(step, table);
  const when = found && column(found, "period");
  if (!found || !when) return [];
  return when.flatMap((one, k) =>
    Number(one) === period ? [Object.fromEntries(found.columns.map(({ id, values }) => [id, values[k]]))] : [],
  );
}

const numeric = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);

/** The Lorenz curve of one period, from (0, 0) to (1, 1). */
export const curveAt = (one: Inequality, period: number): readonly (readonly [number, number])[] =>
  rowsOf(one, "curve", period).map(({ population, income }): [number, number] => [Number(population), Number(income)]);

/** The share of the total that the lowest `share` of the population holds, linear between the points of the curve. */
export function heldBy(curve: ReturnType<typeof curveAt>, share: number): number {
  const k = Math.max(
    1,
    curve.findIndex(([x]) => x >= share),
  );
  const [[x0, y0], [x1, y1]] = [curve[k - 1], curve[k]];
  return x1 > x0 ? y0 + ((share - x0) / (x1 - x0)) * (y1 - y0) : y1;
}

/** How people divide over a band of values in one period. */
export interface OliveAt {
  readonly below: number;
  readonly middle: number;
  readonly above: number;
  readonly wolfson: number | null;
  readonly gini: number | null;
  readonly median: number;
  readonly from: number;
  readonly to: number;
  readonly modes: number | null;
  readonly modePlace: "below" | "in" | "above" | null;
  /** from the bottom up, in medians; the last is open above */
  readonly layers: readonly { readonly from: number; readonly to: number | null; readonly share: number }[];
}

export function oliveAt(one: Inequality, period: number): OliveAt | undefined {
  const [row] = rowsOf(one, "olive", period);
  const [below, middle, above, median, from, to] = ["below", "middle", "above", "median", "from", "to"].map((id) => numeric(row?.[id]));
  if (below === null || middle === null || above === null || median === null || from === null || to === null) return undefined;
  const place = row.mode_place;
  return {
    below,
    middle,
    above,
    median,
    from,
    to,
    wolfson: numeric(row.wolfson),
    gini: numeric(row.gini),
    modes: numeric(row.modes),
    modePlace: place === "below" || place === "in" || place === "above" ? place : null,
    layers: rowsOf(one, "layers", period).map((layer) => ({
      from: Number(layer.from_medians),
      to: numeric(layer.to_medians),
      share: Number(layer.share),
    })),
  };
}
