/** Who a mark belongs to; the renderer knows the colours (light and dark). */
export type Role = "empowerment" | "equity" | "outcome" | "ink" | "quiet";

export interface Series {
  readonly name: string;
  readonly role: Role;
  readonly values: readonly (number | null)[];
  /** true where the point rests on imputed cells: drawn dashed or hatched */
  readonly doubtful?: readonly boolean[];
  readonly emphasised?: boolean;
}

/** A scale of degrees: what it must hold, and the lower borders of the classes with their names. */
export interface DegreeScale {
  readonly from: number;
  readonly to: number;
  readonly borders: readonly { readonly value: number; readonly name: string }[];
}

export interface Caption {
  readonly name: string;
  readonly value: string;
}

/** Everything the report and the app can draw. Numbers are raw; the renderer formats them. */
export type Chart =
  /** lines over time with direct labels at their ends */
  | {
      readonly kind: "lines";
      readonly x: readonly number[];
      readonly series: readonly Series[];
      readonly range?: readonly [number, number];
      readonly marks?: readonly { readonly x: number; readonly label: string }[];
    }
  /** the tile map: every tile carries a name and up to three bars on a common 0–max scale */
  | {
      readonly kind: "tiles";
      readonly tiles: readonly {
        readonly name: string;
        /** two to four letters for tiles too small for the name */
        readonly short?: string;
        readonly column: number;
        readonly row: number;
        readonly bars: readonly { readonly role: Role; readonly value: number | null }[];
        readonly emphasised?: boolean;
      }[];
      readonly max: number;
    }
  /** the tile map coloured by class or value */
  | {
      readonly kind: "tile-classes";
      readonly tiles: readonly {
        readonly name: string;
        /** two to four letters for tiles too small for the name */
        readonly short?: string;
        readonly column: number;
        readonly row: number;
        readonly level: number | null;
        readonly label: string;
        /** a mark in the lower left or right corner, for a type beside the class */
        readonly corner?: "left" | "right";
      }[];
      /** what the corners mean, and a tile without a mark */
      readonly corners?: { readonly left: string; readonly right: string; readonly none: string };
      /** from the worst to the best; drawn in the diverging scale */
      readonly levels: readonly string[];
    }
  /** the tile map shaded by a value */
  | {
      readonly kind: "tile-values";
      readonly tiles: readonly {
        readonly name: string;
        /** two to four letters for tiles too small for the name */
        readonly short?: string;
        readonly column: number;
        readonly row: number;
        readonly value: number | null;
      }[];
      readonly role: Role;
      readonly digits: number;
      readonly unit?: string;
    }
  /** a map of the reader's own shapes, shaded by a value */
  | {
      readonly kind: "shapes";
      readonly shapes: readonly {
        readonly name: string;
        readonly value: number | null;
        /** outlines, x from 0 to 1 eastward, y from 0 to `ratio` southward */
        readonly rings: readonly (readonly (readonly [number, number])[])[];
      }[];
      /** height of the map in widths */
      readonly ratio: number;
      readonly role: Role;
      readonly digits: number;
      readonly unit?: string;
    }
  /** ranks over time, 1 on top */
  | { readonly kind: "bump"; readonly x: readonly number[]; readonly series: readonly Series[] }
  /** a ranking: one row a unit, bars from zero, one or more series side by side */
  | { readonly kind: "bars"; readonly rows: readonly string[]; readonly series: readonly Series[]; readonly max?: number }
  /**
   * intervals: one row a unit, for each series a thin bar from `low` to `high` and a point at the value; ranks with 1 at the left,
   * or degrees over the borders of their classes
   */
  | {
      readonly kind: "intervals";
      readonly rows: readonly string[];
      readonly series: readonly (Series & { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] })[];
      readonly scale: { readonly ranks: number } | DegreeScale;
    }
  /** each unit as a point between two systems, with the line of balance x = y */
  | {
      readonly kind: "quadrant";
      readonly x: { readonly name: string; readonly role: Role };
      readonly y: { readonly name: string; readonly role: Role };
      /** false when the axes do not share a scale: no line of balance, and neither side leads */
      readonly balance?: boolean;
      readonly points: readonly {
        readonly name: string;
        readonly x: number;
        readonly y: number;
        readonly from?: readonly [number, number];
        readonly emphasised?: boolean;
      }[];
      /** dividing lines, e.g. the medians */
      readonly cuts?: readonly [number, number];
    }
  /** units between development and coupling, with the borders of the classes of their geometric mean: curves x · y = border² */
  | {
      readonly kind: "plane";
      readonly x: string;
      readonly y: string;
      readonly points: readonly {
        readonly name: string;
        readonly x: number;
        readonly y: number;
        readonly kind: number;
        readonly emphasised?: boolean;
      }[];
      /** kinds of points, each with its colour and its own shape: a disc, a square, a diamond */
      readonly kinds: readonly { readonly name: string; readonly role: Role }[];
      /** lower borders of the classes, with the name of the class above each */
      readonly borders: readonly { readonly value: number; readonly name: string }[];
    }
  /** a matrix of shaded cells */
  | {
      readonly kind: "heatmap";
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly values: readonly (readonly (number | null)[])[];
      readonly role: Role;
      readonly digits: number;
      readonly unit?: string;
    }
  /** a matrix with the signs of what was found in every cell */
  | {
      readonly kind: "signs";
      readonly rows: readonly string[];
      readonly columns: readonly string[];
      readonly signs: readonly { readonly name: string; readonly shape: "square" | "slash" | "ring" | "diamond" }[];
      /** [row][column]: positions of its signs */
      readonly cells: readonly (readonly (readonly number[])[])[];
      readonly role: Role;
    }
  /** parts of a whole over time, stacked from zero */
  | { readonly kind: "stack"; readonly x: readonly number[]; readonly series: readonly Series[] }
  /** a population pyramid of layers from the bottom up, each as wide as its share: thick in the middle it is an olive */
  | {
      readonly kind: "pyramid";
      /** borders in multiples of `unit`; the last layer is open above when `to` is null */
      readonly layers: readonly {
        readonly from: number;
        readonly to: number | null;
        readonly share: number | null;
        /** share in an earlier period, drawn as an outline */
        readonly before?: number | null;
      }[];
      /** the middle layers, with borders on the same scale */
      readonly band: { readonly from: number; readonly to: number };
      /** what lies below, in and above the band: a name and its share in words */
      readonly below: Caption;
      readonly middle: Caption;
      readonly above: Caption;
      /** what the borders are multiples of */
      readonly unit: string;
      /** the period of the outline */
      readonly outline?: string;
      readonly role: Role;
    }
  /** Lorenz curves from (0, 0) to (1, 1) under the line of equality */
  | {
      readonly kind: "lorenz";
      /** up to six; `label` stands at the curve: its name and the Gini coefficient */
      readonly curves: readonly {
        readonly name: string;
        readonly label: string;
        readonly role: Role;
        readonly points: readonly (readonly [number, number])[];
        readonly emphasised?: boolean;
      }[];
      readonly x: string;
      readonly y: string;
    }
  /** one or more units on many axes from zero to a common end */
  | {
      readonly kind: "radar";
      readonly axes: readonly { readonly name: string; readonly role?: Role }[];
      /** a value for every axis */
      readonly series: readonly Series[];
      readonly max: number;
    }
  /** the emblem: two rings with three arcs each, and the belt between them */
  | {
      readonly kind: "wheels";
      readonly left: {
        readonly name: string;
        readonly score: number;
        readonly arcs: readonly { readonly name: string; readonly value: number }[];
      };
      readonly right: {
        readonly name: string;
        readonly score: number;
        readonly arcs: readonly { readonly name: string; readonly value: number }[];
      };
      readonly belt: { readonly value: number; readonly label: string; readonly note: string };
    };
