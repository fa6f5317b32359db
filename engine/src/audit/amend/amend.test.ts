import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, panelOf } from "../../../../proof/small-tables.js";
import { Fault } from "../../ground/fault/index.js";
import { Flag, type Panel, panel } from "../../table/index.js";
import { dataAudit } from "../data-audit/data-audit.js";
import { type Action, actions, type Decision } from "../finding.js";
import { amend } from "./amend.js";
import reference from "./amend.reference.json";

const periods = [2017, 2018, 2019, 2020, 2021, 2022];
const spiked = panel({
  variables: [{ id: "software" }, { id: "beds" }],
  periods,
  units: ["A", "B", "C", "D"].map((code) => ({ code })),
  values: Float64Array.from([
    ...[15.7, 40.2, 81.4, 22.6, 16.3, 43.9, 88.1, 24.9, 18.1, 47.6, 93.5, 26.1],
    ...[19.9, 51.3, 101.7, 28.8, 277.8, 55.2, 110.3, 31.2, 22.4, 60.6, 117.9, 33.7],
    ...periods.flatMap((_, t) => [51, 47, 62, 39].map((bed, i) => bed + t * (i + 1.5) + ((t * 7 + i * 3) % 5) / 10)),
  ]),
});
const decided = (data: Panel, ...decisions: Decision[]) =>
  amend(
    data,
    dataAudit(data, { decisions }).tables.find((one) => one.id === "decided"),
  );
const spike = (action: Action): Decision => ({ variable: "software", unit: "A", period: 2021, action, reason: "misprint" });
const flagged = ({ flags }: Panel, bit: number): number[] => [...flags.keys()].filter((k) => flags[k] & bit);

describe("amend: laws", () => {
  it("changes no cell that no decision speaks of, whatever is decided, and names every cell it changes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...actions), fc.constantFrom("A", "B"), (action, unit) => {
        const made = decided(spiked, { ...spike(action), unit });
        const before = made.tables[0].columns.find((one) => one.id === "before")?.values ?? [];
        const changed = [...spiked.values.keys()].filter(
          (k) => !Object.is(spiked.values[k], made.value.values[k]) || spiked.flags[k] !== made.value.flags[k],
        );
        expect(before).toEqual(changed.map((k) => spiked.values[k]));
        expect(made.trace.cells).toBe(changed.length);
      }),
    );
  });
  it("carried out twice is carried out once", () => {
    for (const action of actions) {
      const table = dataAudit(spiked, { decisions: [spike(action)] }).tables.find((one) => one.id === "decided");
      const once = amend(spiked, table).value;
      expect(amend(once, table).value).toEqual(once);
    }
  });
  it("changes nothing without an audit, or where nothing or only keeping is decided", () => {
    expect(amend(spiked).value).toEqual(spiked);
    expect(decided(spiked).value).toEqual(spiked);
    expect(decided(spiked, spike("keep")).trace).toMatchObject({ cells: 0, columns: [], units: [] });
  });
});

describe("amend: edges", () => {
  const at = 4 * 4;
  it("flag keeps the value and marks it", () => {
    const { value } = decided(spiked, spike("flag"));
    expect([value.values[at], flagged(value, Flag.suspect)]).toEqual([277.8, [at]]);
  });
  it("what is dropped is withheld from the imputation; what is to be imputed is only empty", () => {
    const dropped = decided(spiked, spike("drop")).value;
    expect([cellsOf(dropped, "software")[at], flagged(dropped, Flag.withheld)]).toEqual([null, [at]]);
    const emptied = decided(spiked, spike("impute")).value;
    expect([cellsOf(emptied, "software")[at], flagged(emptied, 255)]).toEqual([null, []]);
  });
  it("a column or a unit decided on as a whole leaves the panel, with a warning", () => {
    const holed = panelOf({ a: [1, 2, 3, 4], b: [null, null, null, 1], c: [4, 3, 2, 2] });
    const narrower = decided(holed, { variable: "b", kind: "thin", action: "drop", reason: "hardly any" });
    expect(narrower.value.variables.map((one) => one.id)).toEqual(["a", "c"]);
    expect([narrower.trace.columns, narrower.warnings.map((one) => one.code)]).toEqual([["b"], ["columns-dropped"]]);
    const gapped = panelOf({ a: [1, 2, 3, null], b: [2, 3, 2, null], c: [4, 3, 2, null] });
    const fewer = decided(gapped, { unit: "u4", kind: "thin", action: "drop", reason: "hardly any" });
    expect(fewer.value.units.map((one) => one.code)).toEqual(["u1", "u2", "u3"]);
    expect([fewer.trace.units, fewer.warnings.map((one) => one.code)]).toEqual([["u4"], ["units-dropped"]]);
  });
  it("of two equal columns the one that is named goes", () => {
    const twins = panelOf({ a: [1.234, 2.345, 3.456], b: [1.234, 2.345, 3.456] });
    for (const variable of ["a", "b"]) {
      const { value } = decided(twins, { variable, kind: "duplicate", action: "drop", reason: "the same" });
      expect(value.variables.map((one) => one.id)).toEqual([variable === "a" ? "b" : "a"]);
    }
  });
  it("faults when nothing is left", () => {
    const only = panelOf({ b: [null, null, null, 1] });
    expect(() => decided(only, { variable: "b", kind: "thin", action: "drop", reason: "hardly any" })).toThrow(Fault);
  });
  it("a decision that names neither column nor unit is a fault of the audit", () => {
    expect(() => dataAudit(spiked, { decisions: [{ kind: "spike", action: "drop", reason: "?" }] })).toThrow(Fault);
  });
});

describe("amend: agreement", () => {
  it.each(reference)("$from", ({ input, cells, flags }) => {
    const data = panelOf(input.columns as Record<string, (number | null)[]>, { periods: input.periods });
    const made = decided(data, ...(input.decisions as Decision[])).value;
    expect(Object.fromEntries(made.variables.map(({ id }) => [id, cellsOf(made, id)]))).toEqual(cells);
    expect([...made.flags]).toEqual(flags);
  });
});
