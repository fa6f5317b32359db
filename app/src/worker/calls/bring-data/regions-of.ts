import type { Text } from "@gongfu/engine";
import type { RawTable, RegionKind, UnitKey } from "@gongfu/engine/read";
import type { Session } from "../../session.js";
import type { Regions, Stranger, Wishes } from "./types.js";

const families = ["china-provinces", "china-prefectures", "china-counties", "countries"] as const;
const listed = 400;

/** Which family the units belong to, every name that matches nothing, and what it may be. */
export async function regionsOf({ host }: Session, table: RawTable, unit: string, wishes: Wishes): Promise<Regions> {
  const { chinaProvinces, loadDivisions, matchUnits, proposeUnits } = await import("@gongfu/engine/read");
  const { regions = "auto", rename = {} } = wishes;
  const loaded = loadDivisions(host.readShipped);
  const divisions = () => loaded;
  const { keys, rows } = keysOf(table, table.header.indexOf(unit));
  const decided = (text: string): boolean => Object.hasOwn(rename, text.trim());
  const taken = await matchUnits(
    keys.filter(({ text }) => !decided(text)),
    regions,
    { divisions },
  );
  const counts: Regions["families"][number][] = [];
  for (const kind of families) {
    const { codes } = await matchUnits(keys, kind, { divisions });
    counts.push({ kind, matched: codes.filter((code) => code !== null).length });
  }
  const strangers = taken.unmatched.slice(0, listed);
  const proposals = await proposeUnits(
    strangers.map(({ text }) => text),
    taken.kind,
    divisions,
  );
  const { renamed, codes } = await meanings(rename, taken.kind);
  const held = new Set([...taken.codes, ...codes]);
  return {
    kind: taken.kind,
    all: keys.length,
    families: counts,
    strangers: strangers.map(
      ({ text, line }, k): Stranger => ({
        text,
        line,
        rows: rows.get(text) ?? 0,
        suggestions: proposals[k].candidates,
        total: proposals[k].how === "total",
      }),
    ),
    unknown: taken.unmatched.map(({ text }) => text),
    absent:
      taken.kind === "china-provinces" ? chinaProvinces.filter(({ code, outside }) => !outside && !held.has(code)).map(asCandidate) : [],
    renamed,
  };

  /** What the names that were given stand for. */
  async function meanings(
    given: NonNullable<Wishes["rename"]>,
    kind: RegionKind,
  ): Promise<{ renamed: Record<string, Text>; codes: string[] }> {
    const meant = Object.entries(given).filter((one): one is [string, string] => one[1] !== null && one[1] !== one[0]);
    const found = await proposeUnits(
      meant.map(([, to]) => to),
      kind,
      divisions,
    );
    const matched = meant.flatMap(([text], k) => (found[k].match ? [{ text, ...found[k].match }] : []));
    return {
      renamed: Object.fromEntries(matched.map(({ text, names }) => [text, names])),
      codes: matched.map(({ code }) => code),
    };
  }
}

const asCandidate = ({ code, names }: { readonly code: string; readonly names: Text }) => ({ code, names });

/** The names in a column, each with the line it first stands on, and how many rows bear it. */
function keysOf(table: RawTable, column: number): { keys: UnitKey[]; rows: ReadonlyMap<string, number> } {
  const rows = new Map<string, number>();
  const keys: UnitKey[] = [];
  table.rows.forEach((row, k) => {
    const text = row[column];
    const known = rows.get(text);
    if (known === undefined) keys.push({ text, line: table.lines[k] });
    rows.set(text, (known ?? 0) + 1);
  });
  return { keys, rows };
}
