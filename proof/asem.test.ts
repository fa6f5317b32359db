import { cards, countFlag, countMissing, Flag, type Index, type Panel, type Result, rank, runCard, select, series } from "@gongfu/engine";
import type { StudyRun } from "@gongfu/engine/study";
import { tell } from "@gongfu/engine/tell";
import { expect, it } from "vitest";
import { asemPanel, asemTree, largestGap } from "./asem.js";
import { asemStudy } from "./asem-study.js";
import { describeWith, referenceRows } from "./reference-files.js";

const card = (id: string) => cards.find((one) => one.id === id) as (typeof cards)[number];

describeWith("coinr", "COINr's default build of the ASEM index")("ASEM, 51 countries × 49 indicators", () => {
  it("divides the raw columns by population, product or area as the portal declares", async () => {
    const panel = asemPanel("raw/ASEM_iData.csv", ["Area", "Energy", "GDP", "Population"]);
    const derived = (await runCard(card("derive"), { panel, tree: asemTree() }, {})).value as Panel;
    expect(derived.variables).toHaveLength(49);
    expect(largestGap(derived, asemPanel("default/Denominated.csv"))).toBeLessThan(1e-12);
  });
});

describeWith("coinr", "COINr's default build of the ASEM index")("ASEM, from the treated data on", () => {
  /** The chain as a study runs it: card by card, each on what the one before returned. */
  async function build(): Promise<{ scaled: Panel; index: Result<Index>; ranks: Panel }> {
    const tree = asemTree();
    const scaled = (await runCard(card("min-max"), { panel: asemPanel("default/Treated.csv") }, { range: [0, 100] })).value as Panel;
    const weights = (await runCard(card("manual-weights"), { tree }, {})).value;
    const index = (await runCard(card("arithmetic-mean"), { normalised: scaled, weights, tree }, {})) as Result<Index>;
    const ranks = (await runCard(card("rank"), { index: index.value }, {})).value as Panel;
    return { scaled, index, ranks };
  }

  it("gives the normalised data, and every score from the pillars to the index", async () => {
    const { scaled, index } = await build();
    const expected = asemPanel("default/Aggregated.csv");
    expect(expected.variables).toHaveLength(60);
    expect(largestGap(scaled, asemPanel("default/Normalised.csv"))).toBeLessThan(1e-12);
    expect(
      largestGap(
        index.value.nodes,
        select(
          expected,
          index.value.nodes.variables.map((one) => one.id),
        ),
      ),
    ).toBeLessThan(1e-12);
    expect(index.value.nodes.variables).toHaveLength(11);
    expect(index.warnings).toEqual([]);
  });

  it("ranks every node and indicator alike, but for one tie that the last bit breaks there", async () => {
    const { scaled, index, ranks } = await build();
    const expected = asemPanel("default/ranks.csv");
    expect(largestGap(ranks, expected, ["Index"])).toBe(0);
    const { nodes } = index.value;
    const all = [nodes, scaled].map((scores) => rank({ ...index.value, scores }).value);
    const apart = all.flatMap((made) =>
      made.variables.flatMap(({ id }) => {
        const theirs = new Map(expected.units.map(({ code }, i) => [code, series(expected, id)[i]]));
        return made.units.flatMap(({ code }, i) =>
          series(made, id)[i] === theirs.get(code) ? [] : [{ id, code, ours: series(made, id)[i], theirs: theirs.get(code) }],
        );
      }),
    );
    expect(apart).toEqual([{ id: "TolMin", code: "GRC", ours: 24, theirs: 26 }]);
    const raw = asemPanel("default/Treated.csv");
    const tolerance = ["BGR", "CZE", "GRC"].map((code) => series(raw, "TolMin")[raw.units.findIndex((one) => one.code === code)]);
    expect(Math.max(...tolerance) - Math.min(...tolerance)).toBeLessThan(1e-14);
  });

  it("puts the same five countries first", async () => {
    const { index, ranks } = await build();
    const first = index.value.scores.units
      .map(({ code }, i) => ({ code, place: ranks.values[i], score: index.value.scores.values[i] }))
      .filter(({ place }) => place <= 5)
      .sort((a, b) => a.place - b.place);
    expect(first.map(({ code }) => code)).toEqual(["CHE", "NLD", "DNK", "NOR", "BEL"]);
    [68.3837242383, 64.8195161695, 64.8040799606, 64.4677758497, 63.5395198949].forEach((score, k) => {
      expect(first[k].score).toBeCloseTo(score, 9);
    });
  });

  it("gives each indicator's contribution, and they sum to the index in every country", async () => {
    const { index } = await build();
    const contributions = index.tables.find((one) => one.id === "contributions");
    const columns = contributions?.columns.slice(2) ?? [];
    expect(columns).toHaveLength(49);
    index.value.scores.values.forEach((score, i) => {
      expect(columns.reduce((sum, one) => sum + (one.values[i] as number), 0)).toBeCloseTo(score, 11);
    });
  });

  it.each([
    ["minmax_1_100__a_amean", "min-max", { range: [1, 100] }, "arithmetic-mean"],
    ["minmax_1_100__a_gmean", "min-max", { range: [1, 100] }, "geometric-mean"],
    ["zscore_0_1__a_amean", "z-score", {}, "arithmetic-mean"],
    ["zscore_100_10__a_amean", "z-score", { mean: 100, sd: 10 }, "arithmetic-mean"],
    ["zscore_100_10__a_gmean", "z-score", { mean: 100, sd: 10 }, "geometric-mean"],
    ["prank__a_amean", "percentile-rank", {}, "arithmetic-mean"],
    ["rank__a_amean", "rank-score", {}, "arithmetic-mean"],
    ["rank__a_gmean", "rank-score", {}, "geometric-mean"],
    ["borda__a_amean", "borda-score", {}, "arithmetic-mean"],
  ] as const)("gives the index under another scale and mean: %s", async (column, scale, options, mean) => {
    const tree = asemTree();
    const normalised = (await runCard(card(scale), { panel: asemPanel("default/Treated.csv") }, options)).value;
    const weights = (await runCard(card("equal-weights"), { tree }, {})).value;
    const { scores } = (await runCard(card(mean), { normalised, weights, tree }, {})).value as Index;
    const expected = new Map(referenceRows("coinr/aggregate/grid_norm_x_agg_index.csv").map((row) => [row.uCode, Number(row[column])]));
    scores.units.forEach(({ code }, i) => {
      const wanted = expected.get(code) as number;
      expect(Math.abs(scores.values[i] - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
    });
  });
});

describeWith("coinr", "COINr's default build of the ASEM index")("ASEM, from the collected file to the index, as a study", () => {
  const measured = [
    "derive",
    "impute: {method: group-mean, by: EurAsia_group}",
    "treat: {method: winsorise-then-log, winmax: 5, scope: pooled}",
    "normalise: {method: min-max, range: [0, 100]}",
    "weigh: {method: manual}",
    "aggregate: {id: index, method: arithmetic}",
    "rank",
  ];
  const madeBy = (run: StudyRun, id: string): unknown => run.steps.find((step) => step.id === id)?.result.value;

  it("gives every step of the default build", async () => {
    const { run } = await asemStudy("raw/ASEM_iData.csv", measured);
    for (const [step, file] of [
      ["derive", "Denominated"],
      ["impute", "Imputed"],
      ["treat", "Treated"],
      ["normalise", "Normalised"],
    ])
      expect(largestGap(madeBy(run, step) as Panel, asemPanel(`default/${file}.csv`)), step).toBeLessThan(1e-12);
    const { nodes } = madeBy(run, "index") as Index;
    expect(
      largestGap(
        nodes,
        asemPanel("default/Aggregated.csv"),
        nodes.variables.map((one) => one.id),
      ),
    ).toBeLessThan(1e-12);
    expect(largestGap(madeBy(run, "rank") as Panel, asemPanel("default/ranks.csv"), ["Index"])).toBe(0);
  });

  it("keeps what was done to every cell: imputed by whom, treated from what", async () => {
    const { run } = await asemStudy("raw/ASEM_iData.csv", measured);
    const { normalised } = madeBy(run, "index") as Index;
    expect([Flag.imputed, Flag.treated].map((bit) => countFlag(normalised, bit))).toEqual(
      ["impute", "treat"].map((id) => run.steps.find((step) => step.id === id)?.result.tables[0].columns[0].values.length),
    );
    expect(countFlag(normalised, Flag.imputed)).toBe(countMissing(asemPanel("default/Denominated.csv")));
  });

  it("goes on with the countries that have enough data, in the report too", async () => {
    const { run } = await asemStudy("raw/ASEM_iData.csv", ["derive", "screen: {by: unit, available: 0.9}", ...measured.slice(1)]);
    const { scores } = madeBy(run, "index") as Index;
    const kept = referenceRows("coinr/screen/byNA_0.9_units.csv").map((row) => row.uCode);
    expect(scores.units.map((one) => one.code).sort()).toEqual([...kept].sort());
    for (const language of ["en", "zh"] as const) {
      const text = JSON.stringify(tell(run, language));
      expect(text).not.toMatch(/undefined|NaN/);
      expect(text).toContain("46");
    }
  });
});
