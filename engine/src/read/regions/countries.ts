import type { Text } from "../../ground/words/index.js";
import { countryAliases, countryNames, notTheirs } from "./country-aliases.js";

export interface Country {
  /** ISO 3166-1 alpha-3 */
  readonly code: string;
  readonly names: Text;
  /** every accepted spelling, codes included */
  readonly spellings: readonly string[];
}

/**
 * Countries of ISO 3166-1 with their names in English and Chinese, in the order of their alpha-3 codes.
 * The list is loaded on first use.
 */
export async function loadCountries(): Promise<readonly Country[]> {
  // Not the package's entry for Node: that requires every language by a name made at run time, which no bundle can follow.
  const { default: iso } = await import("i18n-iso-countries/index.js");
  if (!iso.langs().includes("zh")) {
    const [en, zh] = await Promise.all([
      import("i18n-iso-countries/langs/en.json", { with: { type: "json" } }),
      import("i18n-iso-countries/langs/zh.json", { with: { type: "json" } }),
    ]);
    iso.registerLocale(en.default);
    iso.registerLocale(zh.default);
  }
  const english = iso.getNames("en", { select: "all" });
  const chinese = iso.getNames("zh", { select: "all" });
  return Object.entries(iso.getAlpha2Codes())
    .map(([two, code]): Country => {
      const en = (english[two] ?? []).filter((name) => !notTheirs[code]?.includes(name));
      const zh = chinese[two] ?? [];
      const numeric = iso.alpha2ToNumeric(two) ?? "";
      return {
        code,
        names: { en: en[0] ?? code, zh: zh[0] ?? en[0] ?? code, ...countryNames[code] },
        spellings: [two, code, numeric, numeric.replace(/^0+/, ""), ...en, ...zh, ...(countryAliases[code] ?? [])].filter(Boolean),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
