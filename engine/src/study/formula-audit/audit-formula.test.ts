import { describe, expect, it } from "vitest";
import { auditFormula } from "./audit-formula.js";

const outcome = (claim: Parameters<typeof auditFormula>[0]) =>
  auditFormula(claim).value.map(({ column, outcome, candidates }) => ({ column, outcome, candidates }));

describe("published tables", () => {
  it("Xinjiang (ChinaXiv-202011.00074, table 2): C is the geometric mean, D the root of that", () => {
    const found = outcome({
      family: "coupling",
      u: [
        ["0.6312", "0.4142", "0.2242"],
        ["0.6322", "0.7970", "0.1702"],
      ],
      c: ["0.6317", "0.5746", "0.1953"],
      t: ["0.6317", "0.6056", "0.1972"],
      d: ["0.6317", "0.5899", "0.1962"],
    });
    expect(found).toEqual([
      { column: "C", outcome: "wrong", candidates: ["geometric-mean"] },
      { column: "T", outcome: "right", candidates: ["mean"] },
      { column: "D", outcome: "right", candidates: ["root-ct"] },
    ]);
  });

  it("Zhangye (ChinaXiv-202006.00126, table 7): the column headed D is C, and D²/T would reach 1.96", () => {
    const audit = auditFormula({
      family: "coupling",
      u: [
        [".028", ".070", ".114", ".155", ".183", ".246"],
        [".487", ".583", ".617", ".597", ".622", ".599"],
      ],
      d: [".457", ".619", ".726", ".810", ".838", ".909"],
    });
    expect(audit.value[0]).toMatchObject({ outcome: "wrong", candidates: ["standard"] });
    expect(audit.value[0].sentence.en).toContain("6 of 6 rows");
    expect(audit.value[0].sentence.en).toContain("D²/T would reach 1.96");
  });

  it("mean incomes cumulated as totals: .225 where the Gini is .357", () => {
    const base = {
      family: "inequality",
      values: ["10", "20", "30", "40", "100"],
      population: ["100", "150", "200", "250", "300"],
    } as const;
    expect(outcome({ ...base, gini: "0.225" })[0]).toMatchObject({ outcome: "wrong", candidates: ["gini-of-means-as-totals"] });
    expect(outcome({ ...base, gini: "0.357" })[0]).toMatchObject({ outcome: "right", candidates: ["gini"] });
  });

  it("Xu (2004): entropy weights of raw columns", () => {
    const data = { a: ["30", "19", "19", "68"], b: ["30", "54", "15", "70"], c: ["38", "86", "85", "60"], d: ["29", "29", "28.9", "29"] };
    const [found] = outcome({ family: "weights", data, weights: ["0.4630", "0.3992", "0.1378", "0.0000"] });
    expect(found.candidates).toContain("entropy-limit-raw");
  });

  it("gross between-group Gini passed off as net", () => {
    const values = ["0.62", "0.55", "0.48", "0.71", "0.39", "0.35", "0.31", "0.42", "0.28", "0.22", "0.30", "0.18", "0.41", "0.25", "0.20"];
    const by = [..."EEEEECCCCWWWWWW"];
    expect(outcome({ family: "inequality", values, by, between: "0.1827" })[0]).toMatchObject({
      outcome: "wrong",
      candidates: ["gross-between"],
    });
    expect(outcome({ family: "inequality", values, by, between: "0.1743" })[0]).toMatchObject({
      outcome: "right",
      candidates: ["net-between"],
    });
    expect(outcome({ family: "inequality", values: ["1", "2", "3", "4"], wolfson: "0.150" })[0].candidates).toContain("wolfson-half");
  });
});
