import { readRows } from "../csv/index.js";

/** A prefecture or county of China, by its GB/T 2260 code. */
export interface Division {
  readonly code: string;
  /** the name it bears, or bore last */
  readonly name: string;
  /** names it bore before */
  readonly former: readonly string[];
  /** the code ended: last list that holds it (year and month), and what became of it as far as known */
  readonly ended?: { readonly last: string; readonly into: readonly string[]; readonly by?: number };
}

/** The table of China's prefectures and counties since 2002. */
export interface Divisions {
  /** in the order of their codes */
  readonly all: readonly Division[];
  readonly byCode: ReadonlyMap<string, Division>;
}

const folder = "regions";

/** Read the shipped table: two small files, loaded only when units of China below its provinces are matched. */
export async function loadDivisions(readShipped: (path: string) => Promise<Uint8Array>): Promise<Divisions> {
  const table = async (name: string) => {
    const file = `${folder}/${name}.csv`;
    return readRows(await readShipped(file), { file, delimiter: ",", encoding: "utf-8" }).rows;
  };
  const [spells, ends] = await Promise.all([table("china"), table("successors")]);
  const successors = new Map(ends.map(([code, into, by]) => [code, { into: into.split("|"), by: Number(by) }]));
  const names = new Map<string, { name: string; last: string }[]>();
  for (const [code, name, , last] of spells) {
    const known = names.get(code);
    if (known) known.push({ name, last });
    else names.set(code, [{ name, last }]);
  }
  const all = [...names].map(([code, spelled]): Division => {
    const { name, last } = spelled[spelled.length - 1];
    const former = spelled.slice(0, -1).map((one) => one.name);
    return last === "" ? { code, name, former } : { code, name, former, ended: { last, into: [], ...successors.get(code) } };
  });
  return { all, byCode: new Map(all.map((one) => [one.code, one])) };
}

export const isPrefecture = ({ code }: Pick<Division, "code">): boolean => code.endsWith("00");
