import type { Inline } from "../document.js";
import type { Certainty } from "../lookup/certainty.js";
import { prose } from "../prose.js";
import type { Tale } from "../tale.js";

/** What doubtful cells change: the region-years whose leading system rests on a single one of them. */
export function decidedPhrase({ names, run, pick }: Tale, decided: Certainty["decided"]): readonly Inline[] | undefined {
  const { periods } = run.data.panel;
  const sorted = [...decided].sort((a, b) => Number(b.suspect) - Number(a.suspect));
  const [one] = sorted;
  if (!one) return undefined;
  const { turn, indicator, suspect } = one;
  const [unit, year] = [names.unit(turn.unit), periods[turn.t]];
  const [a, b] = [names.coloured(turn.ahead), names.coloured(turn.usual)];
  const more = new Set(sorted.map(({ turn: { unit, t } }) => `${unit} ${t}`)).size - 1;
  const kind = pick({ en: suspect ? "suspect" : "imputed", zh: suspect ? "存疑" : "插补" });
  return pick({
    en: prose`; a single cell changes a reading: the ${kind} ${year} value of "${names.of(indicator)}" alone puts ${a} ahead of ${b} in ${unit} that year${more > 0 ? ` (${more} more such region-years)` : ""}`,
    zh: prose`；有一格改变了判断：仅因 ${year} 年“${names.of(indicator)}”的${kind}值，${unit}当年的${a}才高于${b}${more > 0 ? `（另有 ${more} 个类似的地区年份）` : ""}`,
  });
}
