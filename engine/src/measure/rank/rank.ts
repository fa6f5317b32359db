/**
 * Ranks r = 1 + #{scores above}, within each period, 1 for the highest. Scores are compared after rounding to 12 decimals of the largest.
 * Source: OECD/JRC Handbook (2008), step 10, doi:10.1787/9789264043466-en.
 * Fails never; a missing score has no rank. A rank without its interval hides how close the neighbours are.
 */
import { panelTable, type Result, result, settle } from "../../method/index.js";
import { type Index, type Panel, series, withCells } from "../../table/index.js";
import { type RankOptions, rankCard } from "./rank.method.js";

/**
 * @param index its root scores are ranked, each on its own
 * @param options ties: min, average or dense
 * @returns value: a panel of ranks, one variable per root; missing where the score is
 */
export function rank({ scores }: Pick<Index, "scores">, options: Partial<RankOptions> = {}): Result<Panel> {
  const chosen = settle(rankCard, options);
  const width = scores.units.length;
  const values = new Float64Array(scores.values.length).fill(Number.NaN);
  const tied: { period: number; of: string; rank: number; units: string[] }[] = [];
  scores.variables.forEach(({ id }, v) => {
    const cells = series(scores, v);
    scores.periods.forEach((period, t) => {
      const start = t * width;
      const block = cells.subarray(start, start + width);
      const largest = block.reduce((most, score) => Math.max(most, score === score ? Math.abs(score) : 0), 0) || 1;
      const rounded = block.map((score) => Math.round((score / largest) * 1e12));
      for (const { place, members } of places(rounded, chosen.ties)) {
        for (const i of members) values[v * cells.length + start + i] = place;
        if (members.length > 1) tied.push({ period, of: id, rank: place, units: members.map((i) => scores.units[i].code) });
      }
    });
  });
  const missing = values.reduce((count, one) => count + (one !== one ? 1 : 0), 0);
  const value = withCells(
    scores,
    scores.variables.map((one) => ({ ...one, unit: { en: "rank", zh: "名次" }, direction: -1 as const })),
    values,
    scores.flags,
  );
  return result(rankCard, {
    options: chosen,
    value,
    tables: () => [panelTable("ranks", rankCard.names, value)],
    trace: { ties: tied, missing },
    warnings: missing
      ? [
          {
            code: "missing-score",
            text: { en: `${missing} cells have no score and therefore no rank`, zh: `${missing} 个单元格无得分，故无名次` },
          },
        ]
      : [],
  });
}

/** Groups of equal scores from the highest down, with the rank they share. */
function places(scores: Float64Array, ties: RankOptions["ties"]): { place: number; members: number[] }[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i] === scores[i]) order.push(i);
  order.sort((a, b) => scores[b] - scores[a] || a - b);
  const groups: { place: number; members: number[] }[] = [];
  order.forEach((i, above) => {
    const last = groups.at(-1);
    if (last && scores[last.members[0]] === scores[i]) last.members.push(i);
    else groups.push({ place: ties === "dense" ? groups.length + 1 : above + 1, members: [i] });
  });
  return ties === "average" ? groups.map(({ place, members }) => ({ place: place + (members.length - 1) / 2, members })) : groups;
}
