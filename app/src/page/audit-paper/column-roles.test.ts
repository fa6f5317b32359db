import { describe, expect, it } from "vitest";
import type { FamilySummary } from "../../worker/calls/formula-audit.js";
import { claimCommand, claimCsv } from "./claim-code.js";
import { numbersIn, partsOf, placeOfFault, rolesOfColumns, withRole } from "./column-roles.js";

const role = (id: string, takes: FamilySummary["roles"][number]["takes"]) => ({ id, takes, names: { en: id, zh: id }, needed: false });
const family: FamilySummary = {
  id: "index",
  names: { en: "", zh: "" },
  about: { en: "", zh: "" },
  roles: [role("data", "columns"), role("negative", "columns"), role("weights", "numbers"), role("index", "column")],
};
const table = { header: ["a", "b", "I"] };

describe("columns and their roles", () => {
  it("are the parts of the claim and come back from them; a negative column is an indicator too", () => {
    const columns = { a: "data", b: "negative", I: "index" };
    const parts = partsOf(family, table, columns, { weights: "0.3，0.7" });
    expect(parts).toEqual({ data: ["a", "b"], negative: ["b"], weights: ["0.3", "0.7"], index: ["I"] });
    expect(rolesOfColumns(parts, family)).toEqual(columns);
  });

  it("a role of one column has one", () => {
    expect(withRole({ a: "index", b: "data" }, family, "b", "index")).toEqual({ b: "index" });
    expect(withRole({ a: "data" }, family, "b", "data")).toEqual({ a: "data", b: "data" });
    expect(withRole({ a: "data" }, family, "a", "")).toEqual({});
  });

  it("takes numbers however they are typed", () => {
    expect(numbersIn(" 0.3 0.5\n0.2、0.1;46.3% ")).toEqual(["0.3", "0.5", "0.2", "0.1", "46.3%"]);
  });

  it("finds the field a fault speaks of", () => {
    const parts = { data: ["a", "b"], index: ["I"] };
    expect(placeOfFault("b, row 2", parts, family)).toEqual({ heading: "b", row: 1 });
    expect(placeOfFault("index, row 1", parts, family)).toEqual({ heading: "I", row: 0, field: "index" });
    expect(placeOfFault("weights", parts, family)).toEqual({ field: "weights" });
    expect(placeOfFault("data", {}, family)).toEqual({ field: "data" });
    expect(placeOfFault(undefined, parts, family)).toEqual({});
  });
});

describe("the claim as code", () => {
  it("is a command whose words hold together, and a table that is read back", () => {
    expect(claimCommand("index", { data: ["a", "my b"], index: ["I"] }, 4, "zh")).toBe(
      'npx gongfu audit formula claim.csv --family index --data "a,my b" --index I --digits 4 --lang zh',
    );
    expect(claimCsv({ header: ["城市", "U1"], rows: [['a "b", c', "0.570"]] })).toBe('城市,U1\n"a ""b"", c",0.570\n');
  });
});
