import { lead } from "../lookup/leads.js";
import { bestAndWorst, standing } from "../lookup/standing.js";
import { title } from "../names/names.js";
import type { Tale } from "../tale.js";

/** The report's title: its finding, or the study's own title when nothing was ranked. */
export function headline({ run, names, say, pick, now }: Tale): string {
  const found = lead(run);
  if (found) {
    const [ahead, behind] = [names.system(found.ahead), names.system(found.behind)];
    const [from, to] = [found.gaps[0], found.gaps[now]];
    const gap =
      now === 0 || from === null || to === null
        ? ""
        : to > from
          ? pick({ en: ", and the gap has widened", zh: "，差距还在扩大" })
          : pick({ en: ", and the gap has narrowed", zh: "，差距正在缩小" });
    return pick({
      en: `${title(ahead)} runs ahead of ${behind} in ${found.count} of ${names.units(found.of)}${gap}`,
      zh: `${names.units(found.of)}中，${found.count} 个的${ahead}领先于${behind}${gap}`,
    });
  }
  const ranked = standing(run);
  const ends = ranked && bestAndWorst(ranked.grid, now);
  if (!ends) return say(run.study.title);
  return pick({
    en: `${names.unit(ends.best)} stands first, ${names.unit(ends.worst)} last`,
    zh: `${names.unit(ends.best)}居首，${names.unit(ends.worst)}居末`,
  });
}
