import { Fault, nearest } from "../../ground/fault/index.js";
import { hash } from "../../ground/hash/index.js";
import { listed, quote } from "../../ground/words/index.js";
import { type Grouping, panel, type Unit } from "../../table/index.js";
import { type Description, readDescription } from "./description.js";
import { readCells } from "./read-cells.js";
import type { DataSet, Note, Tile } from "./set.js";
import { known, readTable, type SetTable, setFault } from "./set-table.js";

/** The data sets that ship: one folder each in the data package. */
export const shippedSets = ["china-provinces"] as const;

/** Bytes of a file in the data package, by its path there. */
export type ReadShipped = (path: string) => Promise<Uint8Array>;

/** Read a shipped set: its description, its units, tiles and borders, and one table of values and one of statuses a column. Throws a Fault for an unknown set, and with file and line for files that do not fit together. */
export async function readSet(name: string, readShipped: ReadShipped): Promise<DataSet> {
  if (!shippedSets.some((set) => set === name)) throw unknownSet(name);
  const files = new Map<string, string>();
  const fetch = async (path: string): Promise<Uint8Array> => {
    const bytes = await readShipped(path);
    files.set(path, hash(bytes));
    return bytes;
  };
  const table = async (path: string, header: readonly string[]): Promise<SetTable> =>
    readTable(await fetch(`${name}/${path}`), `${name}/${path}`, header);

  const { description, locate } = await readDescription(await fetch(`${name}/set.yaml`), `${name}/set.yaml`);
  const [first, last] = description.periods;
  const periods = Array.from({ length: Math.max(0, last - first + 1) }, (_, t) => first + t);
  const cellHeader = ["unit", ...periods.map(String)];
  const [unitTable, tileTable, borderTable, tables] = await Promise.all([
    table("units.csv", ["unit", "en", "zh", ...description.groupings.map(({ id }) => id)]),
    table("tiles.csv", tileHeader),
    table("borders.csv", ["a", "b", "convention"]),
    Promise.all(
      description.columns.map(async ({ id }) => ({
        values: await table(`values/${id}.csv`, cellHeader),
        status: await table(`status/${id}.csv`, cellHeader),
      })),
    ),
  ]);
  const units = unitTable.rows.map(([code, en, zh]): Unit => ({ code, names: { en, zh } }));
  const codes = units.map(({ code }) => code);
  const cells = readCells(tables, description, periods, codes, locate);
  const listing = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, fingerprint]) => ({ path, hash: fingerprint }));

  return {
    id: description.id,
    names: description.names,
    coverage: description.coverage,
    panel: panel({
      variables: description.columns.map(variableOf),
      periods,
      units,
      values: cells.values,
      flags: cells.flags,
      groupings: groupingsOf(description, unitTable),
    }),
    statuses: description.statuses.map(({ code, names }, k) => ({ code, names, cells: cells.counts[k] })).sort((a, b) => b.cells - a.cells),
    notes: notesOf(description),
    tiles: tilesOf(tileTable, codes),
    borders: bordersOf(description, borderTable, codes),
    hash: hash(listing.map(({ path, hash: fingerprint }) => `${fingerprint}  ${path}\n`).join("")),
    files: listing,
  };
}

/** The tile map of China's provinces. */
export async function readTiles(readShipped: ReadShipped): Promise<readonly Tile[]> {
  const path = `${shippedSets[0]}/tiles.csv`;
  const table = readTable(await readShipped(path), path, tileHeader);
  return tilesOf(
    table,
    table.rows.map(([code]) => code),
  );
}

const tileHeader = ["unit", "column", "row"];

function tilesOf({ rows, place }: SetTable, codes: readonly string[]): Tile[] {
  const whole = (k: number, column: number): number => {
    const cell = rows[k][column];
    if (/^\d+$/.test(cell)) return Number(cell);
    throw setFault(place(k, column), cell, { en: "a whole number, 0 or more", zh: "不小于 0 的整数" });
  };
  return rows.map(([code], k) => ({ code: codes[known(code, codes, place(k, 0))], column: whole(k, 1), row: whole(k, 2) }));
}

const variableOf = ({ id, names, unit, direction, source, vintage, breaks }: Description["columns"][number]) => ({
  id,
  names,
  unit,
  direction,
  source,
  vintage,
  breaks,
});

const groupingsOf = ({ groupings }: Description, { rows, place }: SetTable): Grouping[] =>
  groupings.map(({ id, names, groups }, g) => {
    const keys = groups.map(({ key }) => key);
    const column = 3 + g;
    return { id, names, groups, of: rows.map((row, i) => keys[known(row[column], keys, place(i, column))]) };
  });

function notesOf({ columns, conventions, notes }: Description): Note[] {
  return [
    ...notes.map((note) => ({ variable: "", note })),
    ...conventions.map(({ id, note }) => ({ variable: "", note, convention: id })),
    ...columns.flatMap(({ id, suspect, notes: own }) =>
      [...suspect.map(({ note }) => note), ...own].map((note) => ({ variable: id, note })),
    ),
  ];
}

const bordersOf = ({ conventions }: Description, { rows, place }: SetTable, codes: readonly string[]): DataSet["borders"] =>
  rows.map(([a, b, convention], k) => {
    known(a, codes, place(k, 0));
    known(b, codes, place(k, 1));
    if (convention === "") return { a, b };
    const ids = conventions.map(({ id }) => id);
    return { a, b, convention: ids[known(convention, ids, place(k, 2))] };
  });

function unknownSet(name: string): Fault {
  const near = nearest(name, shippedSets);
  const all = listed(shippedSets);
  return new Fault({
    code: "unknown-set",
    found: { en: `no data set ${quote(name)}`, zh: `没有数据集 ${quote(name)}` },
    expected: { en: `expected one of: ${all.en}`, zh: `应为以下之一：${all.zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "choose one of these, or name a file of your own with panel:", zh: "请选择其中之一，或用 panel: 指定自己的文件" },
  });
}
