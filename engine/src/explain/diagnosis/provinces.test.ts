import { expect, it } from "vitest";
import { describeWith, referenceJson } from "../../../../proof/reference-files.js";
import { rowsOf } from "../../../../proof/small-diagnoses.js";
import { treeOf } from "../../../../proof/small-tables.js";
import { arithmeticMean, equalWeights, minMax } from "../../measure/index.js";
import { panel } from "../../table/index.js";
import { diagnose } from "./diagnose/diagnose.js";

const set = "../data/audit-cases";
describeWith(set, "blockages of 31 provinces")("diagnose: 31 provinces, 14 indicators", () => {
  const raw = referenceJson(`${set}/candidate_core_31x10x16.json`) as {
    readonly years: readonly [number, number];
    readonly adcode: readonly number[];
    readonly vars: Readonly<Record<string, readonly (number | null)[]>>;
  };
  const periods = Array.from({ length: 10 }, (_, t) => raw.years[0] + t);
  /** [unit][year] in the file, periods × units here */
  const turned = (id: string): number[] => periods.flatMap((_, t) => raw.adcode.map((__, i) => raw.vars[id][i * 10 + t] ?? Number.NaN));
  const perHead = [
    "broadband_ports_1e4",
    "mobile_internet_users_1e4",
    "mobile_phone_users_1e4",
    "software_revenue_1e8",
    "ecommerce_sales_1e8",
    "rd_fte",
    "patents_granted_all",
    "gdp",
    "pop_urban",
  ];
  const asTheyAre = ["gdp_index_prev100", "urban_rural_income_ratio", "hospital_beds_per_1e4", "tertiary_share_pct", "computers_per_100"];
  const pop = turned("pop");
  const columns = [
    ...asTheyAre.map((id) => [id, turned(id)] as const),
    ...perHead.map((id) => [id, turned(id).map((x, c) => x / pop[c])] as const),
  ];
  const data = panel({
    variables: columns.map(([id]) => ({ id, direction: id === "urban_rural_income_ratio" ? -1 : 1 })),
    periods,
    units: raw.adcode.map((code) => ({ code: String(code) })),
    values: Float64Array.from(columns.flatMap(([, values]) => values)),
  });
  const over = treeOf({ S: { G: columns.map(([id]) => id) } }, { direction: { urban_rural_income_ratio: -1 } });
  const index = arithmeticMean(minMax(data, { scope: "pooled" }).value, equalWeights(over).value, over, {
    changingComposition: "allow",
  }).value;
  const east = new Set([11, 12, 13, 31, 32, 33, 35, 37, 44, 46]);
  const central = new Set([14, 34, 36, 41, 42, 43]);
  const by = raw.adcode.map((code) => {
    const two = Math.floor(code / 10000);
    return east.has(two) ? "East" : central.has(two) ? "Central" : two > 20 && two < 24 ? "Northeast" : "West";
  });

  it("spreads the blockages, and does not without peers", () => {
    const { trace } = diagnose(index, { by });
    expect(trace.spread).toEqual([46, 48, 30, 48, 67, 71]);
    expect((trace.spreadWithoutPeers as number[])[5]).toBe(298);
    expect(diagnose(index).warnings[0].text.en).toContain("298 of 310");
    expect(trace.changes).toEqual({ observed: 3880, falls: 22 });
  });

  it.each([
    ["the upper end of the pooled scale", { goal: 1 }, 137],
    ["P100 of the latest year", { quantile: 1 }, 136],
    ["P90", { quantile: 0.9 }, 115],
    ["P75", {}, 76],
    ["the median", { quantile: 0.5 }, 37],
  ])("with %s as target gives %s %i hard points", (_, { goal, ...options }: { goal?: number; quantile?: number }, wanted) => {
    const goalposts = goal === undefined ? {} : Object.fromEntries(columns.map(([id]) => [id, goal]));
    expect(rowsOf(index, { by, goalposts, ...options }).filter((one) => one.point === "hard-point")).toHaveLength(wanted);
  });

  it("reads the same in the indicators' own units", () => {
    const inUnits = rowsOf(index, { by, natural: data }).filter((one) => one.point === "hard-point");
    const levels = rowsOf(index, { by }).filter((one) => one.point === "hard-point");
    const key = (one: Record<string, unknown>): string => `${one.unit} ${one.subject}`;
    expect(inUnits.map(key).sort()).toEqual(levels.map(key).sort());
  });

  it("marks the 26 missing cells of 2013 as blind spots", () => {
    const blind = rowsOf(index, { by, at: 2013, years: 1 }).filter((one) => one.kind === "missing");
    expect(blind).toHaveLength(26);
    expect(new Set(blind.map((one) => one.subject))).toEqual(new Set(["mobile_internet_users_1e4"]));
  });
});
