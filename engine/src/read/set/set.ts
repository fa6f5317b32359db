import type { Text } from "../../ground/words/index.js";
import type { Panel } from "../../table/index.js";

/** Where a unit stands on the tile map. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** What a reader must know before trusting a column, or the whole set when no variable is named. */
export interface Note {
  readonly variable: string;
  readonly note: Text;
  /** the convention on neighbours that it explains; it concerns only who uses that */
  readonly convention?: string;
}

/** Status of a cell beyond its value: how the figure was obtained. Codes are explained in `DataSet.statuses`. */
export interface DataSet {
  readonly id: string;
  readonly names: Text;
  /** what it covers, in one sentence, e.g. that Hong Kong, Macao and Taiwan are not included */
  readonly coverage: Text;
  readonly panel: Panel;
  /** meaning of every cell status code, in the order of frequency, with the number of cells */
  readonly statuses: readonly { readonly code: string; readonly names: Text; readonly cells: number }[];
  /** things a reader must know before trusting a column; from the set's own description */
  readonly notes: readonly Note[];
  readonly tiles: readonly Tile[];
  /** pairs of unit codes with a common border, and pairs joined only under a named convention */
  readonly borders: readonly { readonly a: string; readonly b: string; readonly convention?: string }[];
  /** SHA-256 over the files read, in the order of their names */
  readonly hash: string;
  readonly files: readonly { readonly path: string; readonly hash: string }[];
}
