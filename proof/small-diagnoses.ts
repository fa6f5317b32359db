import { diagnose } from "../engine/src/explain/index.js";
import { arithmeticMean, equalWeights } from "../engine/src/measure/index.js";
import { type Chain, type Index, type Tree, tree } from "../engine/src/table/index.js";
import { panelOf, treeOf } from "./small-tables.js";

export type Columns = Readonly<Record<string, readonly (number | null)[]>>;
export type Options = Parameters<typeof diagnose>[1];
interface Around {
  readonly periods?: readonly number[];
  readonly flags?: Readonly<Record<string, readonly number[]>>;
  readonly tree?: Tree;
}

/** An index over one system of one group, or over a tree of its own. */
export function indexOf(columns: Columns, { periods = [2020], flags, tree: own }: Around = {}): Index {
  const over = own ?? treeOf({ S: { G: Object.keys(columns) } });
  const p = panelOf(columns, { periods, flags });
  return arithmeticMean(p, equalWeights(over).value, over, { changingComposition: "allow" }).value;
}
export const withChains = (over: Tree, chains: readonly Chain[]): Tree => tree(over.levels, over.nodes, over.leaves, { ...over, chains });

/** Findings as rows, by column name. */
export function rowsOf(index: Index, options: Options = {}, id = "findings"): Record<string, unknown>[] {
  const columns = diagnose(index, options).tables.find((one) => one.id === id)?.columns ?? [];
  return (columns[0]?.values ?? []).map((_, row) => Object.fromEntries(columns.map((one) => [one.id, one.values[row]])));
}
