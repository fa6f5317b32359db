import type { Text } from "../../ground/words/index.js";
import { chinaProvinces } from "./china-provinces.js";
import { fullName, shortName, withoutProvince } from "./division-names.js";
import { type Division, type Divisions, isPrefecture } from "./divisions.js";
import { foldName } from "./fold-name.js";

/** How a unit was recognised: by its code, its name, its name cut short, a name it bore before, as one that has ended; or kept under its own name as asked. */
export type How = "code" | "name" | "short-name" | "former-name" | "ended" | "own";

export type Found =
  | { readonly kind: "one"; readonly unit: Division; readonly how: How }
  /** several units are called so */
  | { readonly kind: "several"; readonly units: readonly Division[] };

export interface DivisionFinder {
  readonly units: readonly Division[];
  /** `within` are names or codes of what the unit belongs to, when the file gives them */
  readonly find: (text: string, within?: readonly string[]) => Found | undefined;
  /** the name to print: with what it belongs to where another unit is called the same */
  readonly names: (unit: Division) => Text;
}

type Tier = ReadonlyMap<string, readonly Division[]>;
const hows: readonly How[] = ["name", "short-name", "former-name", "ended"];

/** Recognise prefectures, or counties, as files write them. Municipalities, and counties right under a province, count as prefectures too; prefectures without counties as counties. */
export function divisionFinder(divisions: Divisions, family: "china-prefectures" | "china-counties"): DivisionFinder {
  const units = unitsOf(divisions, family);
  const tiers = tiersOf(units);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const prefectures = divisions.all.filter(isPrefecture);
  const parents = prefectures.flatMap(({ code, name }) => [...new Set([name, shortName(name)])].map((spelling) => ({ code, spelling })));

  const named = (name: string, below: string): Found | undefined => {
    for (const [k, tier] of tiers.entries()) {
      const of = (tier.get(name) ?? []).filter(({ code }) => code.startsWith(below));
      if (of.length === 1) return { kind: "one", unit: of[0], how: of[0].ended ? "ended" : hows[k] };
      if (of.length > 1) return { kind: "several", units: of };
    }
    return undefined;
  };
  /** "杭州市西湖区", in a province or anywhere. */
  const belowPrefecture = (text: string, province: string): Found | undefined => {
    for (const { code, spelling } of parents) {
      if (!text.startsWith(spelling) || !code.startsWith(province) || text === spelling) continue;
      const found = named(text.slice(spelling.length), code.slice(0, 4));
      if (found) return found;
    }
    return undefined;
  };
  const find = (text: string): Found | undefined => {
    const word = foldName(text);
    if (/^\d+$/.test(word)) {
      const unit = byCode.get(codeOf(word));
      return unit && { kind: "one", unit, how: "code" };
    }
    const plain = named(word, "") ?? belowPrefecture(word, "");
    if (plain) return plain;
    for (const { province, rest } of withoutProvince(word)) {
      const found = rest !== "" && (named(rest, province) ?? belowPrefecture(rest, province));
      if (found) return found;
    }
    return undefined;
  };
  const several = new Set([...tiers[0]].filter(([, same]) => same.length > 1).map(([name]) => name));
  return {
    units,
    find(text, within = []) {
      const found = find(text);
      if (found?.kind === "one" || !within.length) return found;
      const near = prefixes(within, prefectures).map((prefix) => named(foldName(text), prefix));
      return near.find((one) => one?.kind === "one") ?? found;
    },
    names: (unit) => {
      const name = several.has(unit.name) ? fullName(unit, divisions) : unit.name;
      return { en: name, zh: name };
    },
  };
}

/** 3301, 330100, 330100000000 → 330100 */
const codeOf = (digits: string): string =>
  digits.length > 6 ? (/^\d{6}0+$/.test(digits) ? digits.slice(0, 6) : digits) : digits.length === 4 ? `${digits}00` : digits;

function unitsOf({ all }: Divisions, family: "china-prefectures" | "china-counties"): Division[] {
  if (family === "china-counties") {
    const parents = new Set(all.filter((one) => !isPrefecture(one)).map(({ code }) => code.slice(0, 4)));
    return all.filter((one) => !isPrefecture(one) || (!one.ended && !parents.has(one.code.slice(0, 4))));
  }
  const municipalities = chinaProvinces
    .filter(({ code }) => ["11", "12", "31", "50"].includes(code.slice(0, 2)))
    .map(({ code, names }): Division => ({ code, name: `${names.zh}市`, former: [] }));
  return [...municipalities, ...all.filter((one) => isPrefecture(one) || one.code.slice(2, 4) === "90")];
}

/** Names to units: names borne now, cut short, borne before, and those of units that have ended. */
function tiersOf(units: readonly Division[]): Tier[] {
  const tiers = hows.map(() => new Map<string, Division[]>());
  const add = (tier: number, name: string, unit: Division): void => {
    const of = tiers[tier].get(name);
    if (!of) tiers[tier].set(name, [unit]);
    else if (!of.includes(unit)) of.push(unit);
  };
  for (const unit of units) {
    const spelled = [unit.name, ...unit.former];
    if (unit.ended) for (const name of spelled) for (const one of [name, shortName(name)]) add(3, one, unit);
    else {
      add(0, unit.name, unit);
      add(1, shortName(unit.name), unit);
      for (const name of unit.former) for (const one of [name, shortName(name)]) add(2, one, unit);
    }
  }
  return tiers;
}

/** The narrowest codes that all of the texts allow. */
function prefixes(within: readonly string[], prefectures: readonly Division[]): readonly string[] {
  let left: readonly string[] = [""];
  for (const text of within) {
    const codes = belongsTo(text, prefectures);
    if (codes) left = codes.flatMap((code) => left.flatMap((one) => (code.startsWith(one) ? [code] : one.startsWith(code) ? [one] : [])));
  }
  return left;
}

/** Leading digits of the codes that belong to a province or prefecture; undefined when the text is neither. */
function belongsTo(text: string, prefectures: readonly Division[]): readonly string[] | undefined {
  const word = foldName(text);
  const province = chinaProvinces.find(({ spellings }) => spellings.some((one) => foldName(one) === word));
  if (province) return [province.code.slice(0, 2)];
  const of = prefectures.filter(
    ({ code, name, former }) => code === codeOf(word) || [name, ...former].some((one) => one === word || shortName(one) === word),
  );
  return of.length ? of.map(({ code }) => code.slice(0, 4)) : undefined;
}
