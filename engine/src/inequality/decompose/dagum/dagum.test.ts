import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWith, numberOf, referenceJson, referenceRows } from "../../../../../proof/reference-files.js";
import { Fault } from "../../../ground/fault/index.js";
import { gini } from "../../measure/gini/gini.js";
import { theil } from "../theil/theil.js";
import { type DagumParts, dagum } from "./dagum.js";
import reference from "./dagum.reference.json";

interface Sample {
  readonly x: readonly number[];
  readonly by: readonly string[];
  readonly weights?: readonly number[];
}
const parts = ({ x, by, weights }: Sample): DagumParts => dagum(x, by, { weights }).value;
const table = (k: number, { x, by, weights }: Sample): Record<string, unknown[]> =>
  Object.fromEntries(dagum(x, by, { weights }).tables[k].columns.map(({ id, values }) => [id, [...values]]));

const income = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }));
const samples = fc
  .array(fc.tuple(income, fc.integer({ min: 1, max: 4 }), fc.constantFrom("a", "b", "c", "d")), { minLength: 2, maxLength: 30 })
  .filter((rows) => rows.some(([x]) => x > 0))
  .map((rows) => ({ x: rows.map(([x]) => x), weights: rows.map(([, w]) => w), by: rows.map(([, , key]) => key) }));

/** The definition over all pairs of rows: groups j and h, mean difference of the leads, in the words of the paper. */
function byPairs({ x, by, weights = x.map(() => 1) }: Sample): Omit<DagumParts, "grossBetween"> {
  const total = weights.reduce((a, b) => a + b);
  const mean = x.reduce((s, one, i) => s + one * weights[i], 0) / total;
  const keys = [...new Set(by)];
  const of = (key: string) => {
    const at = by.flatMap((one, i) => (one === key ? [i] : []));
    const size = at.reduce((s, i) => s + weights[i], 0);
    return { at, size, mean: at.reduce((s, i) => s + x[i] * weights[i], 0) / size };
  };
  const groups = keys.map(of).sort((a, b) => a.mean - b.mean);
  const lead = (a: (typeof groups)[number], b: (typeof groups)[number]): number =>
    a.at.reduce((s, i) => s + b.at.reduce((t, k) => t + weights[i] * weights[k] * Math.max(0, x[i] - x[k]), 0), 0) / (a.size * b.size);
  const made = { gini: 0, within: 0, netBetween: 0, transvariation: 0 };
  groups.forEach((j, a) => {
    const scale = (j.size * j.size) / (total * total * mean);
    made.within += lead(j, j) * scale;
    for (const h of groups.slice(0, a)) {
      const [d, p] = [lead(j, h), lead(h, j)];
      const both = ((d + p) * j.size * h.size) / (total * total * mean);
      const affluence = d + p > 0 ? (d - p) / (d + p) : 0;
      made.netBetween += both * affluence;
      made.transvariation += both * (1 - affluence);
    }
  });
  made.gini = made.within + made.netBetween + made.transvariation;
  return made;
}

describe("dagum: laws", () => {
  it("agrees with the double loop over all pairs of rows, with ties, zeros and weights", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const [found, wanted] = [parts(sample), byPairs(sample)];
        for (const id of ["gini", "within", "netBetween", "transvariation"] as const) expect(found[id], id).toBeCloseTo(wanted[id], 11);
      }),
    );
  });
  it("adds up to the Gini, part by part and pair by pair", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const found = parts(sample);
        expect(found.gini).toBeCloseTo(gini(sample.x, { weights: sample.weights }).value as number, 12);
        expect(found.within + found.netBetween + found.transvariation).toBeCloseTo(found.gini, 12);
        expect(found.grossBetween).toBeCloseTo(found.gini - found.within, 12);
        const total = (k: number, id: string): number => (table(k, sample)[id] as number[]).reduce((a, b) => a + b, 0);
        expect(total(1, "within")).toBeCloseTo(found.within, 12);
        expect(total(2, "net_between")).toBeCloseTo(found.netBetween, 12);
        expect(total(2, "transvariation")).toBeCloseTo(found.transvariation, 12);
      }),
    );
  });
  it("has as net between the Gini of the group means", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { mean, population_share } = table(1, sample) as Record<string, number[]>;
        expect(parts(sample).netBetween).toBeCloseTo(gini(mean, { weights: population_share }).value as number, 11);
      }),
    );
  });
  it("gives each pair D in [0, 1] with G_jh·D_jh = (μ_j − μ_h)/(μ_j + μ_h), the richer first", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { group, mean } = table(1, sample) as { group: string[]; mean: number[] };
        const pairs = table(2, sample) as Record<string, number[]> & { richer: string[]; poorer: string[] };
        pairs.affluence.forEach((affluence, k) => {
          const [j, h] = [mean[group.indexOf(pairs.richer[k])], mean[group.indexOf(pairs.poorer[k])]];
          expect(j).toBeGreaterThanOrEqual(h);
          expect(affluence).toBeGreaterThanOrEqual(0);
          expect(affluence).toBeLessThanOrEqual(1);
          if (j + h > 0) expect(pairs.gini[k] * affluence).toBeCloseTo((j - h) / (j + h), 10);
        });
      }),
    );
  });
  it("has nothing between one group, and nothing within groups of one row", () => {
    fc.assert(
      fc.property(samples, ({ x, weights }) => {
        expect(parts({ x, weights, by: x.map(() => "all") })).toMatchObject({ netBetween: 0, transvariation: 0 });
        expect(parts({ x, weights, by: x.map((_, i) => `row ${i}`) })).toMatchObject({ within: 0, transvariation: 0 });
      }),
    );
  });
  it("does not change with scale, order, names of groups, or when every row comes twice", () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ x, by, weights }, k) => {
        const found = parts({ x, by, weights });
        const others = [
          { x: x.map((one) => one * k), by, weights },
          { x: [...x].reverse(), by: [...by].reverse(), weights: [...weights].reverse() },
          { x, by: by.map((key) => `z${"dcba".indexOf(key)}`), weights },
          { x: [...x, ...x], by: [...by, ...by], weights: [...weights, ...weights] },
        ];
        for (const other of others.map(parts)) {
          for (const id of ["gini", "within", "netBetween", "transvariation"] as const) expect(other[id], id).toBeCloseTo(found[id], 10);
        }
      }),
    );
  });
  it("treats a whole-number weight as that many rows", () => {
    fc.assert(
      fc.property(samples, ({ x, by, weights }) => {
        const many = <T>(list: readonly T[]): T[] => list.flatMap((one, i) => Array<T>(weights[i]).fill(one));
        const [found, wanted] = [parts({ x, by, weights }), parts({ x: many(x), by: many(by) })];
        for (const id of ["gini", "within", "netBetween", "transvariation"] as const) expect(found[id], id).toBeCloseTo(wanted[id], 11);
      }),
    );
  });
});

describe("dagum: edges", () => {
  it("is exactly 0 throughout for equal values, with no shares to speak of", () => {
    const equal = { x: [2, 2, 2], by: ["a", "b", "b"] };
    expect(parts(equal)).toEqual({ gini: 0, within: 0, netBetween: 0, transvariation: 0, grossBetween: 0 });
    expect(table(0, equal)).toMatchObject({ within_share: [null], net_between_share: [null], transvariation_share: [null] });
    expect(table(2, equal)).toMatchObject({ gini: [0], affluence: [0] });
  });
  it("has a transvariation of exactly 0 where groups do not overlap", () => {
    expect(parts({ x: [0.1, 0.2, 0.3, 0.7, 0.9], by: ["a", "a", "b", "b", "b"] }).transvariation).toBe(0);
  });
  it("takes groups that have nothing: no Gini inside, none between two of them", () => {
    const poor = { x: [0, 0, 0, 4], by: ["a", "a", "b", "c"] };
    expect(parts(poor).gini).toBe(0.75);
    expect(table(1, poor).gini).toEqual([null, null, 0]);
    expect(table(2, poor)).toMatchObject({ gini: [1, 1, null], affluence: [1, 1, 0] });
  });
  it("leaves missing rows and rows in no group out, and says so", () => {
    const made = dagum([1, 2, 3, 4, 100, Number.NaN], ["a", "a", "b", "b", "", "b"]);
    expect(made.value.within).toBeCloseTo(0.05, 15);
    expect([made.trace.dropped, made.trace.ungrouped, made.warnings.map((one) => one.code)]).toEqual([2, 1, ["no-group"]]);
  });
  it("says in its variant whether rows are weighted, and that between is net", () => {
    expect(dagum([1, 2], ["a", "b"]).method.variant).toBe("population form · between groups net of transvariation · each row counts once");
    expect(dagum([1, 2], ["a", "b"], { weights: [1, 2] }).method.variant).toContain("rows weighted");
  });
  it("keeps its digits for huge, tiny and nearly equal values", () => {
    for (const scale of [1e300, 1e-300]) {
      expect(parts({ x: [scale, 2 * scale, 3 * scale, 4 * scale], by: ["a", "a", "b", "b"] }).within).toBeCloseTo(0.05, 14);
    }
    const near = parts({ x: [1, 1 + 2 ** -40, 1 + 2 ** -39, 1], by: ["a", "b", "a", "b"] });
    expect(near.gini * 2 ** 40).toBeCloseTo(7 / 16, 10);
    expect(near.transvariation * 2 ** 40).toBeCloseTo(1 / 8, 10);
  });
  it.each([
    ["negative values", () => dagum([-1, 2, 3], ["a", "a", "b"])],
    ["a zero total", () => dagum([0, 0], ["a", "b"])],
    ["no rows", () => dagum([], [])],
    ["every row in no group", () => dagum([1, 2], ["", ""])],
    ["too few groups", () => dagum([1, 2], ["a"])],
    ["too few weights", () => dagum([1, 2], ["a", "b"], { weights: [1] })],
    [
      "more groups than can be compared two by two",
      () =>
        dagum(
          Array.from({ length: 2001 }, (_, i) => i),
          Array.from({ length: 2001 }, (_, i) => `${i}`),
        ),
    ],
  ])("faults on %s", (_, run) => expect(run).toThrow(Fault));
});

describe("dagum: agreement", () => {
  it.each(reference)("$from", ({ input: { values, by, weights }, expected, tolerance }) => {
    const found = parts({ x: values, by, weights });
    for (const id of Object.keys(expected) as (keyof DagumParts)[]) {
      expect(Math.abs(found[id] - expected[id]), id).toBeLessThanOrEqual(tolerance);
    }
  });

  describeWith("inequality", "dagum against O(n²) code and dineq, IC2")("with other programs", () => {
    type Named = Readonly<Record<string, number>>;
    interface Peer {
      readonly G: number;
      readonly Gw: number;
      readonly Gnb: number;
      readonly Gt: number;
      readonly Ggb: number;
      readonly groups: Readonly<Record<string, Named>>;
      readonly pairs: Readonly<Record<string, Named>>;
    }
    const near = (found: number, wanted: number, what: string): void =>
      expect(Math.abs(found - wanted), what).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(wanted), 1e-3));
    const file = () => referenceJson("inequality/ref_bruteforce.json") as Record<string, unknown>;

    /** Totals, every group and every pair: G_jh, d_jh, p_jh, D_jh and both contributions. */
    function same(sample: Sample, wanted: Peer): void {
      const found = parts(sample);
      near(found.gini, wanted.G, "G");
      near(found.within, wanted.Gw, "Gw");
      near(found.netBetween, wanted.Gnb, "Gnb");
      near(found.transvariation, wanted.Gt, "Gt");
      near(found.grossBetween, wanted.Ggb, "Ggb");
      const groups = table(1, sample) as Record<string, number[]> & { group: string[] };
      for (const [key, one] of Object.entries(wanted.groups)) {
        const k = groups.group.indexOf(key);
        near(groups.mean[k], one.mean, "mean");
        near(groups.gini[k], one.G, "G_jj");
        near(groups.within[k], one.contribution, "contribution");
      }
      const pairs = table(2, sample) as Record<string, number[]> & { richer: string[]; poorer: string[] };
      expect(pairs.richer).toHaveLength(Object.keys(wanted.pairs).length);
      pairs.richer.forEach((richer, k) => {
        const one = wanted.pairs[`${richer}|${pairs.poorer[k]}`] ?? wanted.pairs[`${pairs.poorer[k]}|${richer}`];
        near(pairs.gini[k], one.G_jh, "G_jh");
        near(pairs.d[k], one.d_jh, "d_jh");
        near(pairs.p[k], one.p_jh, "p_jh");
        near(pairs.affluence[k], one.D_jh, "D_jh");
        near(pairs.net_between[k], one.net_between, "net between");
        near(pairs.transvariation[k], one.transvariation, "transvariation");
      });
    }

    it("48 states in 4 regions: 81 years of totals, every pair in the years given", () => {
      const states = referenceRows("inequality/data/us_income.csv");
      const by = states.map((row) => row.census_region);
      const years = Object.entries(file()["dagum.us_income_all_years_G_Gw_Gnb_Gt"] as Record<string, number[]>);
      expect(years).toHaveLength(81);
      for (const [year, wanted] of years) {
        const { gini: g, within, netBetween, transvariation } = parts({ x: states.map((row) => numberOf(row[year])), by });
        [g, within, netBetween, transvariation].forEach((found, k) => {
          near(found, wanted[k], `${year} ${k}`);
        });
      }
      const whole = Object.entries(file()["dagum.us_income_census_region"] as Record<string, Peer>);
      for (const [year, wanted] of whole) same({ x: states.map((row) => numberOf(row[year])), by }, wanted);
    });
    it("49 states in 2015, with and without weights, every pair; totals of dineq", () => {
      const states = referenceRows("inequality/data/us_states_2015.csv");
      const plain = { x: states.map((row) => numberOf(row.median_income_15)), by: states.map((row) => row.REGION) };
      const weighted = { ...plain, weights: states.map((row) => numberOf(row.total_pop_15)) };
      same(plain, file()["dagum.us_states_2015_unweighted"] as Peer);
      same(weighted, file()["dagum.us_states_2015_weighted_pop"] as Peer);
      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, Named>> };
      const dineq = values["decomp.us_states_2015_REGION"].dineq_gini_decomp;
      near(parts(weighted).transvariation, dineq.gini_overlap, "overlap");
    });
    it("632 households of Ilocos by province, 3,000 persons in nine regions, 5,000 households by education", () => {
      const homes = referenceRows("inequality/data/Ilocos.csv");
      const plain = { x: homes.map((row) => numberOf(row.income)), by: homes.map((row) => row.province) };
      same(plain, file()["dagum.Ilocos_province"] as Peer);
      same({ ...plain, weights: homes.map((row) => numberOf(row["AP.weight"])) }, file()["dagum.Ilocos_province_weighted"] as Peer);

      const persons = referenceRows("inequality/data/eusilc_synthetic.csv").filter((row) => numberOf(row.eqIncome) > 0);
      const first = persons.slice(0, 3000);
      const regions = { x: first.map((row) => numberOf(row.eqIncome)), by: first.map((row) => row.db040) };
      same({ ...regions, weights: first.map((row) => numberOf(row.rb050)) }, file()["dagum.eusilc_first3000pos_weighted_db040"] as Peer);

      const { values } = referenceJson("inequality/ref_r_peers.json") as { values: Record<string, Record<string, Named>> };
      const mexico = referenceRows("inequality/data/mex_inc_2008.csv");
      const educated = { x: mexico.map((row) => numberOf(row.income)), by: mexico.map((row) => row.education) };
      const found = parts({ ...educated, weights: mexico.map((row) => numberOf(row.factor)) });
      const dineq = values["micro.mex_inc_2008"].gini_decomp_education;
      near(found.within, dineq.gini_within, "within");
      near(found.netBetween, dineq.gini_between, "between");
      near(found.transvariation, dineq.gini_overlap, "overlap");
    });
  });

  it("and Theil share their groups: the same means, shares and order", () => {
    const sample = { x: [5, 1, 2, 9, 4], by: ["b", "a", "b", "c", "a"], weights: [1, 2, 3, 4, 5] };
    const columns = theil(sample.x, { by: sample.by, weights: sample.weights }).tables[1].columns;
    for (const id of ["group", "n", "mean", "population_share", "income_share"]) {
      expect(table(1, sample)[id], id).toEqual(columns.find((one) => one.id === id)?.values);
    }
  });
});
