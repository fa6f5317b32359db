import type { RawTable, RegionKind, UnitKey } from "@gongfu/engine/read";
import type { Regions, Stranger, Wishes } from "./types.js";

const families: readonly RegionKind[] = ["china-provinces", "countries"];
const listedStrangers = 400;

/** Which family the units belong to, and every name that matches nothing. */
export async function regionsOf(table: RawTable, unit: string, { regions, rename = {} }: Wishes): Promise<Regions> {
  const { matchUnits } = await import("@gongfu/engine/read");
  const column = table.header.indexOf(unit);
  const rows = new Map<string, number>();
  const keys: UnitKey[] = [];
  table.rows.forEach((row, k) => {
    const text = row[column];
    const known = rows.get(text);
    if (known === undefined) keys.push({ text, line: table.lines[k] });
    rows.set(text, (known ?? 0) + 1);
  });
  const [taken, ...others] = await Promise.all([matchUnits(keys, regions ?? "auto"), ...families.map((kind) => matchUnits(keys, kind))]);
  const strangers = taken.unmatched
    .filter(({ text }) => rename[text] === undefined)
    .map(
      ({ text, line, suggestion, total }): Stranger => ({
        text,
        line,
        rows: rows.get(text) ?? 0,
        suggestions: suggestion === undefined ? [] : [suggestion],
        total: total === true,
      }),
    );
  return {
    kind: taken.kind,
    all: keys.length,
    families: others.map(({ codes }, k) => ({ kind: families[k], matched: codes.filter((code) => code !== null).length })),
    strangers: strangers.slice(0, listedStrangers),
    more: Math.max(0, strangers.length - listedStrangers),
    names: [],
  };
}
