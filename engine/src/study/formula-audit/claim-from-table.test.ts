import { describe, expect, it } from "vitest";
import { isFault } from "../../ground/fault/index.js";
import { auditFormula } from "./audit-formula.js";
import { claimFamilies } from "./claim-families.js";
import { claimFromTable, guessParts, partsByHeading } from "./claim-from-table.js";
import { printedDecimals } from "./published.js";

const zhangye = {
  header: ["年份", "U1", "U2", "耦合协调度"],
  rows: [
    ["2005", ".028", ".487", ".457"],
    ["2006", ".070", ".583", ".619"],
    ["2007", ".114", ".617", ".726"],
  ],
};

describe("a claim from a table", () => {
  it("knows the usual headings of a coupling table", () => {
    const parts = partsByHeading("coupling", zhangye);
    expect(parts).toEqual({ u: ["U1", "U2"], d: ["耦合协调度"], label: ["年份"] });
    const [verdict] = auditFormula(claimFromTable("coupling", zhangye, parts)).value;
    expect(verdict).toMatchObject({ column: "D", outcome: "wrong", candidates: ["standard"] });
  });

  it("takes the last free column of numbers for the index, all others for its parts", () => {
    const table = { header: ["city", "a", "b", "closeness x"], rows: [["A", "1", "2", "0.5"]] };
    expect(guessParts("index", table)).toEqual({ data: ["a", "b"], index: ["closeness x"] });
    expect(guessParts("weights", table)).toEqual({ data: ["a", "b", "closeness x"] });
    expect(guessParts("inequality", table)).toEqual({ value: ["a"] });
  });

  it("takes slopes by the growth that the regression explains", () => {
    const table = { header: ["model", "β", "收敛速度", "半衰期"], rows: [["absolute", "-0.0092", "0.0165", "42.08"]] };
    const parts = partsByHeading("speed", table);
    expect(parts).toEqual({ slope: ["β"], speed: ["收敛速度"], half: ["半衰期"] });
    const { slope, ...others } = parts;
    const told = claimFromTable("speed", table, { ...others, annual: slope, years: ["80"] });
    expect(told).toMatchObject({ growth: "annual", slope: ["-0.0092"], years: ["80"], half: ["42.08"] });
    expect(claimFromTable("speed", table, parts)).toMatchObject({ growth: "untold", years: undefined });
  });

  it("leaves a heading that fits twice to the reader", () => {
    expect(partsByHeading("coupling", { header: ["C", "耦合度"], rows: [] })).toEqual({});
  });

  it.each(claimFamilies.map(({ id, roles }) => [id, roles.filter((one) => one.needed).map((one) => one.id)] as const))(
    "%s: tells what is missing, by its flag",
    (family, needed) => {
      for (const id of needed) {
        const others = Object.fromEntries(needed.filter((one) => one !== id).map((one) => [one, ["U1", "U2"]]));
        try {
          claimFromTable(family, zhangye, others);
          expect.unreachable();
        } catch (error) {
          expect(isFault(error) && [error.code, error.place.path]).toEqual(["missing-part", id]);
        }
      }
      expect(() => claimFromTable(family, zhangye, Object.fromEntries([...needed, "u", "data"].map((one) => [one, ["U9"]])))).toThrow();
    },
  );

  it("counts the decimals a column shows", () => {
    expect(printedDecimals(["0.570", "０.57", "", "12.5%"])).toEqual([1, 3]);
    expect(printedDecimals(["", "初级协调"])).toBeNull();
  });
});
