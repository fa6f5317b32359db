import { type Index, type Panel, panel, select, series, type Tree, tree } from "../engine/src/table/index.js";
import { numberOf, type Row, referenceRows } from "./reference-files.js";

const text = (value: string) => ({ en: value, zh: value });
const described = (level: string): Row[] => referenceRows("coinr/raw/ASEM_iMeta.csv").filter((row) => row.Level === level);

/** The indicator tree of the ASEM portal (European Commission JRC; via COINr): index, sub-index, pillar, indicator. */
export function asemTree(): Tree {
  const node = (row: Row) => ({ id: row.iCode, names: text(row.iName), parent: row.Parent || null, weight: Number(row.Weight) });
  return tree(
    ["index", "sub-index", "pillar", "indicator"].map((id) => ({ id, names: text(id) })),
    ["4", "3", "2"].flatMap((level) => described(level).map(node)),
    described("1").map((row) => ({
      ...node(row),
      parent: row.Parent,
      unit: text(row.Unit),
      direction: row.Direction === "-1" ? -1 : 1,
      formula: row.Denominator ? `${row.iCode}/${row.Denominator}` : row.iCode,
    })),
  );
}

/** One step of the ASEM build, 51 countries in one period, in the columns' own order; `beside` names columns that are no indicators. */
export function asemPanel(path: string, beside: readonly string[] = []): Panel {
  const rows = referenceRows(`coinr/${path}`);
  const direction = new Map(["1", "2", "3", "4"].flatMap((level) => described(level).map((row) => [row.iCode, Number(row.Direction)])));
  const ids = Object.keys(rows[0]).filter((name) => direction.has(name) || beside.includes(name));
  return panel({
    variables: ids.map((id) => ({ id, direction: direction.get(id) === -1 ? -1 : 1 })),
    periods: [2018],
    units: rows.map((row) => ({ code: row.uCode })),
    values: Float64Array.from(ids.flatMap((id) => rows.map((row) => numberOf(row[id])))),
  });
}

/** The ASEM index as published: normalised indicators and the scores of pillars, sub-indices and index, without weights. */
export function asemIndex(): Index {
  const tree = asemTree();
  const all = asemPanel("default/Aggregated.csv");
  const of = (ids: readonly { readonly id: string }[]): Panel =>
    select(
      all,
      ids.map((one) => one.id),
    );
  return {
    kind: "index",
    scores: of(tree.nodes.slice(0, 1)),
    nodes: of(tree.nodes),
    normalised: asemPanel("default/Normalised.csv"),
    weights: { kind: "weights", within: "pillar", share: {}, effective: {} },
    tree,
  };
}

/** Largest difference between the same cells of two panels, relative to the larger of 1 and the cell; missing must meet missing. */
export function largestGap(made: Panel, expected: Panel, ids = expected.variables.map((one) => one.id)): number {
  const row = new Map(made.units.map(({ code }, i) => [code, i]));
  let gap = 0;
  for (const id of ids) {
    const a = series(made, id);
    const b = series(expected, id);
    expected.units.forEach(({ code }, i) => {
      const [x, y] = [a[row.get(code) as number], b[i]];
      if (x !== x && y !== y) return;
      const apart = Math.abs(x - y) / Math.max(1, Math.abs(y));
      gap = apart === apart ? Math.max(gap, apart) : Number.POSITIVE_INFINITY;
    });
  }
  return gap;
}
