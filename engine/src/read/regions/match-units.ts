import { same, type Text } from "../../ground/words/index.js";
import { chinaProvinces } from "./china-provinces.js";
import { type Country, loadCountries } from "./countries.js";
import { fullName } from "./division-names.js";
import type { Divisions } from "./divisions.js";
import { divisionFinder, type How } from "./find-division.js";
import { foldAccented, foldName } from "./fold-name.js";
import type { RegionKind } from "./region-kind.js";
import { suggester } from "./suggest-name.js";

/** A unit as the file writes it, and the line it stands on. */
export interface UnitKey {
  readonly text: string;
  readonly line: number;
  /** names or codes of the province and prefecture the unit belongs to, when the file gives them */
  readonly within?: readonly string[];
  /** a unit of its own, whatever its name is like */
  readonly own?: true;
}

export interface Candidate {
  readonly code: string;
  readonly names: Text;
}

export interface UnitMatch {
  readonly kind: RegionKind;
  /** code of each key; null when it matches nothing */
  readonly codes: readonly (string | null)[];
  /** names of each key; what the file writes when it matches nothing */
  readonly names: readonly Text[];
  /** keys that match nothing, with the nearest name, or that several units are called, with all of them */
  readonly unmatched: readonly (UnitKey & {
    readonly suggestion?: string;
    readonly total?: boolean;
    readonly candidates?: readonly Candidate[];
  })[];
  /** keys whose code an earlier key already has */
  readonly duplicates: readonly (UnitKey & { readonly firstLine: number })[];
  /** Hong Kong, Macao and Taiwan among China's provinces: matched, but outside the 31 */
  readonly outside: readonly (UnitKey & { readonly code: string })[];
  /** matched by a name that its unit bears no more */
  readonly renamed: readonly (UnitKey & { readonly code: string; readonly name: string })[];
  /** matched to a unit that has ended, and what became of it as far as known */
  readonly ended: readonly (UnitKey & { readonly code: string; readonly last: string; readonly into: readonly Candidate[] })[];
}

export interface UnitMatchOptions {
  /** gives the table of China's prefectures and counties when units are to be matched to them; `auto` does without */
  readonly divisions?: () => Promise<Divisions>;
}

type Region = Pick<Country, "code" | "names" | "spellings">;
type Lookup = (text: string) => Region | undefined;

/** What one key was found to be. */
export type UnitFound =
  | {
      readonly kind: "one";
      readonly code: string;
      readonly names: Text;
      readonly how: How;
      readonly last?: string;
      readonly into?: readonly Candidate[];
    }
  | { readonly kind: "several"; readonly candidates: readonly Candidate[] }
  | undefined;

/** The units of a family: how a key is recognised, and the names that a mistaken one may be near to. */
export interface Family {
  readonly find: (key: Pick<UnitKey, "text" | "within">) => UnitFound;
  readonly known: readonly string[];
}

/** Match the units of a file to provinces, prefectures or counties of China or to countries; `auto` takes the kind that most keys belong to, `as-is` keeps the file's own keys. */
export async function matchUnits(
  keys: readonly UnitKey[],
  kind: RegionKind | "auto",
  { divisions }: UnitMatchOptions = {},
): Promise<UnitMatch> {
  if (kind === "as-is") return matchAsIs(keys);
  if (kind !== "auto") return matchWith(kind, keys, await familyOf(kind, divisions));
  const provinces = provinceFamily();
  const found = keys.map((key) => provinces.find(key));
  const mainland = found.some((one) => one?.kind === "one" && Number(one.code) < 700000);
  if (mainland && convincing(found, keys)) return matchWith("china-provinces", keys, provinces);
  if (divisions && keys.some(({ text }) => mayBeDivision.test(text))) {
    const table = await divisions();
    const [prefectures, counties] = divisionKinds.map((one) => divisionFamily(table, one));
    const shares = [prefectures, counties].map((family) => keys.map((key) => family.find(key)));
    const [of, below] = shares.map((one) => one.filter(Boolean).length);
    const best = of >= below ? 0 : 1;
    if (convincing(shares[best], keys)) return matchWith(divisionKinds[best], keys, best === 0 ? prefectures : counties);
  }
  const countries = await familyOf("countries");
  return convincing(
    keys.map((key) => countries.find(key)),
    keys,
  )
    ? matchWith("countries", keys, countries)
    : matchAsIs(keys);
}

const divisionKinds = ["china-prefectures", "china-counties"] as const;
/** Chinese text, or a code of four, six or twelve digits. */
const mayBeDivision = /\p{Script=Han}{2}|^\s*[1-6]\d(?:\d{2}|\d{4}|\d{4}0{6})\s*$/u;

/** The units of one kind, ready to be recognised. */
export async function familyOf(kind: Exclude<RegionKind, "as-is">, divisions?: () => Promise<Divisions>): Promise<Family> {
  if (kind === "china-provinces") return provinceFamily();
  if (kind === "countries") return regionFamily(await loadCountries());
  if (!divisions) throw new Error(`${kind} need the table of prefectures and counties`);
  return divisionFamily(await divisions(), kind);
}

const provinceFamily = (): Family => regionFamily(chinaProvinces);

function regionFamily(regions: readonly Region[]): Family {
  const lookup = lookupOf(regions);
  return {
    find({ text }) {
      const region = lookup(text);
      return region && { kind: "one", code: region.code, names: region.names, how: /\d/.test(text) ? "code" : "name" };
    },
    known: regions.flatMap((region) => [region.names.en, region.names.zh, ...region.spellings.filter((one) => /\D{2}/.test(one))]),
  };
}

function divisionFamily(table: Divisions, kind: (typeof divisionKinds)[number]): Family {
  const finder = divisionFinder(table, kind);
  const candidate = (code: string): Candidate[] => {
    const unit = table.byCode.get(code);
    return unit ? [{ code, names: same(fullName(unit, table)) }] : [];
  };
  return {
    find({ text, within }) {
      const found = finder.find(text, within);
      if (!found) return undefined;
      if (found.kind === "several") return { kind: "several", candidates: found.units.flatMap(({ code }) => candidate(code)) };
      const { unit, how } = found;
      const ended = unit.ended && { last: unit.ended.last, into: unit.ended.into.flatMap(candidate) };
      return { kind: "one", code: unit.code, names: finder.names(unit), how, ...ended };
    },
    known: finder.units.flatMap(({ name, former }) => [name, ...former]),
  };
}

/** Half of the keys when they are names; nearly all when they are short codes, which mean many things. */
function convincing(found: readonly UnitFound[], keys: readonly UnitKey[]): boolean {
  const those = keys.filter((_, k) => found[k]);
  const names = those.some(({ text }) => /\D/.test(text) && (foldName(text).length > 3 || /\p{Script=Han}{2}/u.test(text)));
  const codes = those.some(({ text }) => /^\s*\d{6,}/.test(text));
  return those.length > 0 && those.length >= keys.length * (names || codes ? 0.5 : 0.9);
}

function lookupOf(regions: readonly Region[]): Lookup {
  const known = new Map<string, Region>();
  const add = (key: string, region: Region): void => {
    if (!known.has(key)) known.set(key, region);
  };
  for (const region of regions)
    for (const spelling of region.spellings) if (foldName(spelling) === foldAccented(spelling)) add(foldName(spelling), region);
  for (const region of regions) {
    for (const spelling of region.spellings) {
      add(foldAccented(spelling), region);
      add(foldName(spelling), region);
    }
  }
  return (text) => known.get(foldAccented(text)) ?? known.get(foldName(text));
}

const ownUnit = (text: string): UnitFound => ({ kind: "one", code: text.trim(), names: same(text.trim()), how: "own" });

function matchAsIs(keys: readonly UnitKey[]): UnitMatch {
  const codes = keys.map(({ text }) => text.trim() || null);
  return {
    kind: "as-is",
    codes,
    names: codes.map((code) => same(code ?? "")),
    ...faultyKeys(keys, codes, []),
    outside: [],
    renamed: [],
    ended: [],
  };
}

function matchWith(kind: RegionKind, keys: readonly UnitKey[], { find, known }: Family): UnitMatch {
  const found = keys.map((key) => (key.own ? ownUnit(key.text) : find(key)));
  const one = found.map((each) => (each?.kind === "one" ? each : undefined));
  const codes = one.map((each) => each?.code ?? null);
  const outside = new Set(chinaProvinces.filter((province) => province.outside).map(({ code }) => code));
  return {
    kind,
    codes,
    names: one.map((each, k) => each?.names ?? same(keys[k].text.trim())),
    ...faultyKeys(keys, codes, known, found),
    outside:
      kind === "china-provinces"
        ? keys.flatMap((key, k) => (outside.has(codes[k] ?? "") ? [{ ...key, code: codes[k] as string }] : []))
        : [],
    renamed: keys.flatMap((key, k) => {
      const each = one[k];
      return each?.how === "former-name" ? [{ ...key, code: each.code, name: each.names.zh }] : [];
    }),
    ended: keys.flatMap((key, k) => {
      const each = one[k];
      return each?.last === undefined ? [] : [{ ...key, code: each.code, last: each.last, into: each.into ?? [] }];
    }),
  };
}

/** Names of totals, which belong to no unit. */
const totals = new Set([
  "全国",
  "全国总计",
  "全国合计",
  "合计",
  "总计",
  "总和",
  "平均",
  "全国平均",
  "中国",
  "china",
  "national",
  "total",
  "nationwide",
  "world",
  "世界",
  "average",
]);

export const isTotal = (text: string): boolean => totals.has(foldName(text));

/** Suggestions take time; a file whose names are all foreign needs only the first of them. */
const suggestions = 50;

function faultyKeys(
  keys: readonly UnitKey[],
  codes: readonly (string | null)[],
  known: readonly string[],
  found: readonly UnitFound[] = [],
): Pick<UnitMatch, "unmatched" | "duplicates"> {
  const first = new Map<string, number>();
  const suggest = suggester(known);
  const unmatched: UnitMatch["unmatched"][number][] = [];
  const duplicates: UnitMatch["duplicates"][number][] = [];
  keys.forEach((key, k) => {
    const code = codes[k];
    if (code === null) {
      const each = found[k];
      if (each?.kind === "several") unmatched.push({ ...key, candidates: each.candidates });
      else if (isTotal(key.text)) unmatched.push({ ...key, total: true });
      else unmatched.push({ ...key, suggestion: unmatched.length < suggestions ? suggest(key.text) : undefined });
      return;
    }
    const firstLine = first.get(code);
    if (firstLine === undefined) first.set(code, key.line);
    else duplicates.push({ ...key, firstLine });
  });
  return { unmatched, duplicates };
}
