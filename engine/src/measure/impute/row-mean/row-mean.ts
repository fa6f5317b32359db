/**
 * Row mean: a missing indicator takes the mean place of the unit's other indicators of the same group, each placed between its worst and
 * best value over all units and periods (direction applied), and is put back on its own scale.
 * Source: OECD/JRC Handbook (2008), step 3, doi:10.1787/9789264043466-en; as in COINr (Becker et al. 2022), doi:10.21105/joss.04567.
 * Fails never; a unit without any value in the group stays missing, with a warning, and so does an indicator without two different values.
 */
import { mean } from "../../../ground/sums/index.js";
import { type Result, result, settle } from "../../../method/index.js";
import { offset, type Panel, series, type Tree } from "../../../table/index.js";
import { fillCells } from "../fill-cells.js";
import { median } from "../fill-centre.js";
import { type RowMeanOptions, rowMeanCard } from "./row-mean.method.js";

interface Scale {
  readonly low: number;
  readonly span: number;
  readonly reversed: boolean;
}

/**
 * @param data indicators in natural units, named as the leaves of the tree; others are left alone
 * @param tree the siblings of a leaf are the indicators of the same parent
 * @param options never: ids left as they are; centre: mean or median
 * @returns value: the panel with gaps filled and flagged `imputed`; table `imputed` names the siblings each cell comes from
 */
export function rowMean(data: Panel, tree: Tree, options: Partial<RowMeanOptions> = {}): Result<Panel> {
  const chosen = settle(rowMeanCard, options);
  const centre = chosen.centre === "mean" ? mean : median;
  const position = new Map(data.variables.map((one, v) => [one.id, v]));
  const scales = data.variables.map((one, v) => scaleOf(series(data, v), one.direction < 0));
  const siblings = new Map(
    tree.leaves.map((leaf) => [
      leaf.id,
      tree.leaves.flatMap((other) => {
        const v = position.get(other.id);
        return other.parent === leaf.parent && other.id !== leaf.id && v !== undefined && scales[v].span > 0 ? [v] : [];
      }),
    ]),
  );
  const filled = fillCells(data, chosen.never, `row ${chosen.centre}`, (v, t) => {
    const own = scales[v];
    const beside = siblings.get(data.variables[v].id) ?? [];
    return (i) => {
      const there = beside.filter((k) => data.values[offset(data, k, t, i)] === data.values[offset(data, k, t, i)]);
      if (there.length === 0 || !(own.span > 0)) return null;
      const z = centre(Float64Array.from(there, (k) => place(data.values[offset(data, k, t, i)], scales[k])));
      const flags = there.reduce((bits, k) => bits | data.flags[offset(data, k, t, i)], 0);
      return { value: putBack(z, own), donors: there.length, from: there.map((k) => data.variables[k].id).join(" "), flags };
    };
  });
  return result(rowMeanCard, { options: chosen, ...filled });
}

function scaleOf(values: Float64Array, reversed: boolean): Scale {
  const there = values.filter((x) => x === x);
  const low = there.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const high = there.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return { low, span: there.length ? high - low : 0, reversed };
}

function place(x: number, { low, span, reversed }: Scale): number {
  const share = (x - low) / span;
  return reversed ? 1 - share : share;
}

const putBack = (z: number, { low, span, reversed }: Scale): number => low + span * (reversed ? 1 - z : z);
