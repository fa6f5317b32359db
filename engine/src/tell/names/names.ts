import type { Language, Text } from "../../ground/words/index.js";
import type { StudyRun } from "../../study/index.js";
import { nodeOf, type Tree } from "../../table/index.js";
import type { Role } from "../chart.js";
import type { Inline } from "../document.js";
import { prose } from "../prose.js";
import { shortNames } from "./short-names.js";

/** What the units are called: provinces, countries, or regions when nothing more is known. */
export interface UnitWord {
  readonly one: string;
  readonly many: string;
  /** Chinese with its measure word: 个省份 */
  readonly counted: string;
}

const unitWords: Record<"province" | "country" | "region", Record<Language, UnitWord>> = {
  province: {
    en: { one: "province", many: "provinces", counted: "provinces" },
    zh: { one: "省份", many: "各省份", counted: "个省份" },
  },
  country: { en: { one: "country", many: "countries", counted: "countries" }, zh: { one: "国家", many: "各国", counted: "个国家" } },
  region: { en: { one: "region", many: "regions", counted: "regions" }, zh: { one: "地区", many: "各地区", counted: "个地区" } },
};

/** The two wheels and the outcome in the words of this report; other systems keep the names of their tree. */
const wheels: Readonly<Record<string, { readonly role: Role; readonly names: Text }>> = {
  empowerment: { role: "empowerment", names: { en: "empowerment", zh: "数字赋能" } },
  equity: { role: "equity", names: { en: "equity", zh: "数字平权" } },
  outcome: { role: "outcome", names: { en: "outcome", zh: "共富结果" } },
};

export interface Names {
  readonly unitWord: UnitWord;
  /** "31 provinces" · 31 个省份 */
  readonly units: (n: number) => string;
  readonly unit: (i: number) => string;
  readonly unitOf: (code: string) => string;
  readonly short: (i: number) => string | undefined;
  readonly system: (id: string) => string;
  readonly role: (id: string) => Role;
  /** a system's name in its colour */
  readonly coloured: (id: string) => Inline;
  /** any node or leaf of a tree, any column of the data */
  readonly of: (id: string, tree?: Tree) => string;
  /** the same inside a sentence: an English name begins small unless it is an abbreviation */
  readonly inside: (id: string) => string;
  /** joined as a person would: a, b and c · a、b和c */
  readonly list: (items: readonly string[], limit?: number) => string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence may begin with a name that is written small. */
export const sentence = (text: readonly Inline[]): readonly Inline[] =>
  text.map((part, k) => (k > 0 ? part : typeof part === "string" ? capital(part) : { ...part, text: capital(part.text) }));
export const title = capital;
/** A name that goes on inside a sentence; abbreviations keep their letters. */
export const small = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

export function names(run: StudyRun, language: Language): Names {
  const { panel } = run.data;
  const { tree } = run.framework;
  const codes = panel.units.map((one) => one.code);
  const kind = codes.every((code) => /^[1-8]\d0000$/.test(code))
    ? "province"
    : codes.every((code) => /^[A-Z]{3}$/.test(code))
      ? "country"
      : "region";
  const unitWord = unitWords[kind][language];
  const unitAt = new Map(codes.map((code, i) => [code, i]));
  const unit = (i: number): string => panel.units[i].names[language];
  const of = (id: string, other: Tree = tree): string =>
    nodeOf(other, id)?.names[language] ??
    nodeOf(tree, id)?.names[language] ??
    panel.variables.find((one) => one.id === id)?.names[language] ??
    id;
  const system = (id: string): string => wheels[id]?.names[language] ?? of(id);
  const role = (id: string): Role => wheels[id]?.role ?? "ink";
  const list = (items: readonly string[], limit = 5): string => {
    const shown = items.slice(0, limit);
    const more = items.length - shown.length;
    if (language === "zh") return shown.join("、") + (more > 0 ? `等 ${items.length} 个` : "");
    if (more > 0) return `${shown.join(", ")} and ${more} more`;
    return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
  };
  return {
    unitWord,
    units: (n) => (language === "zh" ? `${n} ${unitWord.counted}` : `${n} ${n === 1 ? unitWord.one : unitWord.many}`),
    unit,
    unitOf: (code) => (unitAt.has(code) ? unit(unitAt.get(code) as number) : code),
    short: (i) => (language === "en" ? (shortNames[codes[i]] ?? (/^[A-Z]{2,4}$/.test(codes[i]) ? codes[i] : undefined)) : undefined),
    system,
    role,
    coloured: (id) => ({ text: system(id), role: role(id), strong: true }),
    of,
    inside: (id) => (language === "en" ? small(of(id)) : of(id)),
    list,
  };
}

/** Names in running text: the wheel in its colour, then plain words. */
export const named = (name: Inline, words: string): readonly Inline[] => prose`${name}${words}`;
