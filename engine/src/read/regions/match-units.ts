import { same, type Text } from "../../ground/words/index.js";
import { chinaProvinces } from "./china-provinces.js";
import { type Country, loadCountries } from "./countries.js";
import { foldAccented, foldName } from "./fold-name.js";
import { suggestName } from "./suggest-name.js";

export type RegionKind = "china-provinces" | "countries" | "as-is";

/** A unit as the file writes it, and the line it stands on. */
export interface UnitKey {
  readonly text: string;
  readonly line: number;
}

export interface UnitMatch {
  readonly kind: RegionKind;
  /** code of each key; null when it matches nothing */
  readonly codes: readonly (string | null)[];
  /** names of each key; what the file writes when it matches nothing */
  readonly names: readonly Text[];
  readonly unmatched: readonly (UnitKey & { readonly suggestion?: string; readonly total?: boolean })[];
  /** keys whose code an earlier key already has */
  readonly duplicates: readonly (UnitKey & { readonly firstLine: number })[];
  /** Hong Kong, Macao and Taiwan among China's provinces: matched, but outside the 31 */
  readonly outside: readonly (UnitKey & { readonly code: string })[];
}

type Region = Pick<Country, "code" | "names" | "spellings">;
type Lookup = (text: string) => Region | undefined;

/** Match the units of a file to China's provinces or to countries; `auto` takes the kind that most keys belong to, `as-is` keeps the file's own keys. */
export async function matchUnits(keys: readonly UnitKey[], kind: RegionKind | "auto"): Promise<UnitMatch> {
  if (kind === "as-is") return matchAsIs(keys);
  if (kind !== "countries") {
    const lookup = lookupOf(chinaProvinces);
    const found = keys.filter(({ text }) => lookup(text));
    const mainland = found.some(({ text }) => Number(lookup(text)?.code) < 700000);
    if (kind === "china-provinces" || (mainland && convincing(found, keys)))
      return matchWith("china-provinces", keys, lookup, chinaProvinces);
  }
  const countries = await loadCountries();
  const lookup = lookupOf(countries);
  const found = keys.filter(({ text }) => lookup(text));
  return kind === "countries" || convincing(found, keys) ? matchWith("countries", keys, lookup, countries) : matchAsIs(keys);
}

/** Half of the keys when they are names; nearly all when they are short codes, which mean many things. */
function convincing(found: readonly UnitKey[], keys: readonly UnitKey[]): boolean {
  const names = found.some(({ text }) => foldName(text).length > 3 || /\p{Script=Han}{2}/u.test(text));
  return found.length > 0 && found.length >= keys.length * (names ? 0.5 : 0.9);
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

function matchAsIs(keys: readonly UnitKey[]): UnitMatch {
  const codes = keys.map(({ text }) => text.trim() || null);
  return { kind: "as-is", codes, names: codes.map((code) => same(code ?? "")), ...faultyKeys(keys, codes, []), outside: [] };
}

function matchWith(kind: RegionKind, keys: readonly UnitKey[], lookup: Lookup, regions: readonly Region[]): UnitMatch {
  const found = keys.map(({ text }) => lookup(text));
  const codes = found.map((region) => region?.code ?? null);
  const names = regions.flatMap((region) => [region.names.en, region.names.zh, ...region.spellings.filter((one) => /\D{2}/.test(one))]);
  const outside = new Set(chinaProvinces.filter((province) => province.outside).map(({ code }) => code));
  return {
    kind,
    codes,
    names: found.map((region, k) => region?.names ?? same(keys[k].text.trim())),
    ...faultyKeys(keys, codes, names),
    outside:
      kind === "china-provinces"
        ? keys.flatMap((key, k) => (outside.has(codes[k] ?? "") ? [{ ...key, code: codes[k] as string }] : []))
        : [],
  };
}

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

/** Suggestions take time; a file whose names are all foreign needs only the first of them. */
const suggestions = 50;

function faultyKeys(
  keys: readonly UnitKey[],
  codes: readonly (string | null)[],
  known: readonly string[],
): Pick<UnitMatch, "unmatched" | "duplicates"> {
  const first = new Map<string, number>();
  const unmatched: UnitMatch["unmatched"][number][] = [];
  const duplicates: UnitMatch["duplicates"][number][] = [];
  keys.forEach((key, k) => {
    const code = codes[k];
    if (code === null) {
      if (totals.has(foldName(key.text))) unmatched.push({ ...key, total: true });
      else unmatched.push({ ...key, suggestion: unmatched.length < suggestions ? suggestName(key.text, known) : undefined });
      return;
    }
    const firstLine = first.get(code);
    if (firstLine === undefined) first.set(code, key.line);
    else duplicates.push({ ...key, firstLine });
  });
  return { unmatched, duplicates };
}
