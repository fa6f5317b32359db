import type { Outcome } from "@gongfu/engine";
import { perform } from "@gongfu/engine/study";
import { expect, it } from "vitest";
import { sobolIndices } from "../engine/src/ground/designs/index.js";
import { meanAbsoluteChange, type RankInterval, rankIntervals, ranksWithin } from "../engine/src/measure/uncertainty/index.js";
import { asemStudy, type Replay } from "./asem-study.js";
import { describeWith, numberOf, type Row, referenceRows } from "./reference-files.js";

const build = [
  "derive",
  "normalise: {method: min-max, range: [0, 100]}",
  "weigh: {method: manual}",
  "aggregate: {id: index, method: arithmetic}",
];

function valuesOf(outcome: Outcome): Float64Array {
  if ("failure" in outcome) throw new Error(outcome.failure.en);
  return outcome.values[0];
}

/** The index by unit under one draw. */
const scoresOf = (replay: Replay, outcome: Outcome): Map<string, number> =>
  new Map(replay.data.units.map(({ code }, i) => [code, valuesOf(outcome)[i]]));

/** Largest difference from a column of a reference file. */
const gapTo = (made: ReadonlyMap<string, number>, rows: readonly Row[], column: string): number =>
  rows.reduce((most, row) => Math.max(most, Math.abs((made.get(row.uCode) as number) - numberOf(row[column]))), 0);

const noisyWeights = (): string => {
  const sets = new Map<string, string[]>();
  for (const { rep, iCode, Weight } of referenceRows("coinr/sensitivity/noisy_weights_100.csv"))
    sets.set(rep, [...(sets.get(rep) ?? []), `${iCode}: ${Weight}`]);
  return [...sets.values()].map((set) => `{${set.join(", ")}}`).join(", ");
};

describeWith("coinr", "COINr's uncertainty analysis of the ASEM index")("ASEM under other choices", () => {
  it("gives the scores of every replication: five treatments, two scales, a hundred sets of weights, two means", async () => {
    const scales =
      "[{normalise.method: min-max, normalise.range: [1, 100]}, {normalise.method: z-score, normalise.mean: 10, normalise.sd: 2}]";
    const { replay } = await asemStudy("default/Imputed.csv", [
      "derive",
      "treat: {method: winsorise-then-log, winmax: 5}",
      ...build.slice(1),
      `uncertainty: {replications: 1, vary: [{path: treat.winmax, among: [1, 2, 3, 4, 5]}, {together: ${scales}}, {path: weigh.set, among: [${noisyWeights()}]}, {path: index.method, among: [arithmetic, geometric]}]}`,
    ]);
    for (const name of ["UA_N100", "SA_N50"]) {
      const rows = referenceRows(`coinr/sensitivity/${name}_sample.csv`);
      const expected = referenceRows(`coinr/sensitivity/${name}_scores.csv`);
      const at = (row: Row, column: string, k: number): number => (numberOf(row[column]) - 0.5) / k;
      const draws = rows.map((row) =>
        Float64Array.of(at(row, "Winmax", 5), at(row, "Normalisation", 2), at(row, "Weights", 100), at(row, "Aggregation", 2)),
      );
      const outcomes = await perform({ replay: replay as Replay, draws });
      expect(rows.length).toBeGreaterThanOrEqual(100);
      rows.forEach((row, r) => {
        expect(gapTo(scoresOf(replay as Replay, outcomes[r]), expected, `r_${row.rep}`)).toBeLessThan(1e-9);
      });
      // Their statistics are of the base samples only: the first hundred runs.
      const [written] = await perform({ replay: replay as Replay, draws: [null] });
      const [nominal, ...ranks] = [written, ...outcomes].map((one) => ranksWithin(valuesOf(one), 1));
      const intervals = rankIntervals(nominal, ranks.slice(0, 100), [0.05, 0.95], 10);
      const statistics = new Map(referenceRows(`coinr/sensitivity/${name}_rankstats.csv`).map((row) => [row.uCode, row]));
      (replay as Replay).data.units.forEach(({ code }, i) => {
        const row = statistics.get(code) as Row;
        const [found, wanted] = [intervals[i] as RankInterval, ["Nominal", "Mean", "Median", "Q5", "Q95"].map((one) => numberOf(row[one]))];
        [found.nominal, found.mean, found.median, found.lower, found.upper].forEach((one, k) => {
          expect(one).toBeCloseTo(wanted[k], 9);
        });
      });
      if (name === "SA_N50") {
        const y = Float64Array.from(ranks, (one) => meanAbsoluteChange(nominal, one));
        const found = sobolIndices(y, 4, { bootstrap: 0, seed: 1, bounds: [0.05, 0.95] });
        referenceRows("coinr/sensitivity/SA_N50_indices.csv").forEach((row, k) => {
          expect(found[k].first).toBeCloseTo(numberOf(row.Si), 9);
          expect(found[k].total).toBeCloseTo(numberOf(row.STi), 9);
        });
      }
    }
  });

  it.each([
    ["indicator", "remove_L1", 49],
    ["pillar", "remove_L2", 8],
    ["sub-index", "remove_L3", 2],
  ])("leaves out each %s in turn", async (level, file, count) => {
    const { run, replay } = await asemStudy("default/Treated.csv", [...build, `remove: {level: ${level}}`]);
    const ids = (replay as Replay).leavable[0];
    expect(ids).toHaveLength(count);
    const draws = ids.map((_, k) => Float64Array.of((k + 1.5) / (count + 1)));
    const outcomes = await perform({ replay: replay as Replay, draws });
    const scores = referenceRows(`coinr/sensitivity/${file}_scores.csv`);
    ids.forEach((id, k) => {
      expect(gapTo(scoresOf(replay as Replay, outcomes[k]), scores, id)).toBeLessThan(1e-9);
    });
    const removed = run.steps.at(-1)?.result.value as readonly { removed: string; change: number }[];
    const change = new Map(removed.map((one) => [one.removed, one.change]));
    for (const row of referenceRows(`coinr/sensitivity/${file}_meanabsdiff.csv`).filter((one) => one.removed !== "Nominal"))
      expect(change.get(row.removed)).toBeCloseTo(numberOf(row.MeanAbsDiff), 12);
  });
});
