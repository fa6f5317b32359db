import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../ground/fault/index.js";
import { auditFormula, type FormulaClaim } from "./audit-formula.js";

const verdicts = (claim: FormulaClaim) =>
  auditFormula(claim).value.map(({ column, outcome, candidates }) => ({ column, outcome, candidates }));
const cells = (claim: FormulaClaim, table: string, column: string) =>
  auditFormula(claim)
    .tables.find(({ id }) => id === table)
    ?.columns.find(({ id }) => id === column)?.values;
const codes = (claim: FormulaClaim) => auditFormula(claim).warnings.map(({ code }) => code);

const xinjiang = {
  family: "coupling",
  labels: ["乌鲁木齐", "哈密", "和田"],
  u: [
    ["0.6312", "0.4142", "0.2242"],
    ["0.6322", "0.7970", "0.1702"],
  ],
  c: ["0.6317", "0.5746", "0.1953"],
  t: ["0.6317", "0.6056", "0.1972"],
  d: ["0.6317", "0.5899", "0.1962"],
} as const;

const zhangye = {
  family: "coupling",
  labels: ["2005", "2006", "2007", "2008", "2009", "2010"],
  u: [
    [".028", ".070", ".114", ".155", ".183", ".246"],
    [".487", ".583", ".617", ".597", ".622", ".599"],
  ],
  d: [".457", ".619", ".726", ".810", ".838", ".909"],
} as const;

describe("Xinjiang (ChinaXiv-202011.00074, table 2)", () => {
  it("C is the geometric mean, D the root of that times T", () => {
    expect(verdicts(xinjiang)).toEqual([
      { column: "C", outcome: "wrong", candidates: ["geometric-mean"] },
      { column: "T", outcome: "right", candidates: ["mean"] },
      { column: "D", outcome: "right", candidates: ["root-ct"] },
    ]);
    const [c, , d] = auditFormula(xinjiang).value;
    expect(c.sentence.en).toContain("it is not a coupling degree");
    expect(c.sentence.zh).toContain("文中应写明“几何平均 (∏U)^(1/n)”，否则应改列 C = n(∏U)^(1/n)/ΣU");
    expect(d.sentence.en).toContain("Its C is not the coupling degree");
    expect(c.finding.en).toBe("The column headed C is the geometric mean (∏U)^(1/n); it is not a coupling degree");
    expect(c.advice?.zh).toBe("文中应写明“几何平均 (∏U)^(1/n)”，否则应改列 C = n(∏U)^(1/n)/ΣU。");
    expect(d.advice).toBeNull();
  });

  it("no other candidate of C meets more than one row", () => {
    const [columns, matched] = ["column", "matched"].map((id) => cells(xinjiang, "candidates", id) ?? []);
    expect(
      Math.max(
        ...matched
          .filter((_, k) => columns[k] === "C")
          .slice(1)
          .map(Number),
      ),
    ).toBe(1);
  });

  it("the standard forms of its U are 1.0000, .9487, .9906 and .7948, .7580, .4420", () => {
    expect(cells(xinjiang, "recomputed", "c")?.map((one) => Number(one).toFixed(4))).toEqual(["1.0000", "0.9487", "0.9906"]);
    expect(cells(xinjiang, "recomputed", "d")?.map((one) => Number(one).toFixed(4))).toEqual(["0.7948", "0.7580", "0.4420"]);
  });
});

describe("Zhangye (ChinaXiv-202006.00126, table 7)", () => {
  it("the column headed D is C, and D²/T would reach 1.96", () => {
    const audit = auditFormula(zhangye);
    expect(audit.value[0]).toMatchObject({ outcome: "wrong", candidates: ["standard"] });
    expect(audit.value[0].sentence.en).toContain("6 of 6 rows");
    expect(audit.value[0].sentence.en).toContain("it is not D: D²/T would reach 1.96");
    expect(codes(zhangye)).toContain("implied-c");
  });

  it("2006 is printed as 初级协调 while its own developments give D = .449, 濒临失调", () => {
    const claim = { ...zhangye, classes: ["", "初级协调", "", "", "", ""] };
    expect(cells(claim, "recomputed", "d")?.map((one) => Number(one).toFixed(3))).toEqual([
      "0.342",
      "0.449",
      "0.515",
      "0.552",
      "0.581",
      "0.620",
    ]);
    expect([cells(claim, "recomputed", "class")?.[1], cells(claim, "recomputed", "told")?.[1]]).toEqual(["濒临失调", "初级协调"]);
    expect(cells(claim, "recomputed", "fits")).toEqual(["✗", "✗", "✗", "✗", "✗", "✗"]);
    const warning = auditFormula(claim).warnings.find(({ code }) => code === "class-of-recomputed");
    expect(warning?.text.en).toContain("1 of 1 rows");
    expect(warning?.text.en).toContain("Row 2 (2006): D = 0.449, On the verge of disorder, not Primary coordination");
    expect(warning?.text.zh).toContain("第 2 行（2006） D = 0.449，为濒临失调，而非初级协调");
  });

  it("its class fits the D it prints, which is the other half of the finding", () => {
    const claim = { ...zhangye, classes: ["", "初级协调", "", "", "", ""] };
    expect(codes(claim)).not.toContain("class-names");
    expect(auditFormula(claim).tables.map(({ id }) => id)).not.toContain("classes");
  });
});

describe("Wang et al. (2021), table 8: two coupling degrees determine the developments", () => {
  const wang = {
    family: "coupling",
    c: "0.9989 0.9935 0.8868 0.9073 0.6821 0.8328 0.6816 0.7789 0.6871 0.6101 0.8017 0.7867 0.7191".split(" "),
    corrected: "0.9404 0.8660 0.5440 0.5769 0.3006 0.4780 0.3344 0.4171 0.3278 0.2700 0.4374 0.4196 0.3738".split(" "),
  } as const;

  it("all 13 cities of 2008 give developments in (0, 1], from .049 to .495", () => {
    expect(verdicts(wang)).toEqual([
      { column: "C", outcome: "unknown", candidates: [] },
      { column: "C′", outcome: "right", candidates: ["wang-2021-of-the-same"] },
    ]);
    const [smaller, larger] = ["smaller", "larger"].map((id) => (cells(wang, "developments", id) ?? []).map(Number));
    expect(smaller).toHaveLength(13);
    expect([smaller[0].toFixed(3), larger[0].toFixed(3)]).toEqual(["0.292", "0.321"]);
    expect([Math.min(...smaller).toFixed(3), Math.max(...larger).toFixed(3)]).toEqual(["0.049", "0.495"]);
    expect(codes(wang)).toEqual([]);
  });

  it("what no developments give is said: a corrected degree above √(U1/U2), one below U1/U2", () => {
    const claim = { family: "coupling", c: ["0.8868", "0.8868"], corrected: ["0.9000", "0.1000"] } as const;
    expect(verdicts(claim)[1]).toMatchObject({ outcome: "unknown" });
    expect(codes(claim)).toEqual(["developments-from-two-c"]);
    expect(cells(claim, "checks", "passed")?.at(-1)).toBe(0);
  });
});

describe("rows that do not fit", () => {
  const u = [0, 1].map((k) => Array.from({ length: 40 }, (_, row) => (0.1 + 0.02 * ((row * (k ? 7 : 3)) % 40)).toFixed(3)));
  const c = u[0].map((x, row) => ((2 * Math.sqrt(Number(x) * Number(u[1][row]))) / (Number(x) + Number(u[1][row]))).toFixed(3));
  const misprinted = (...rows: number[]) => ({
    family: "coupling" as const,
    u,
    c: c.map((text, row) => (rows.includes(row) ? (Number(text) - 0.2).toFixed(3) : text)),
  });

  it("one or two of 40 are probable misprints: 95 % agree", () => {
    expect(auditFormula(misprinted(6)).value[0]).toMatchObject({ outcome: "right", candidates: ["standard"] });
    expect(auditFormula(misprinted(6, 30)).value[0].sentence.en).toContain(
      "38 of 40 rows, within the rounding); probable misprints in row 7, 31.",
    );
    expect(auditFormula(misprinted(6, 30)).value[0].sentence.zh).toContain("40 行中 38 行吻合，在舍入误差之内）；第 7、31 行疑为误印");
    expect(cells(misprinted(6), "candidates", "outcome")?.[0]).toBe("except");
  });

  it("three of 40 are too many: no formula, and the nearest is named with its rows", () => {
    const [verdict] = auditFormula(misprinted(6, 30, 31)).value;
    expect(verdict).toMatchObject({ outcome: "unknown", candidates: [] });
    expect(verdict.sentence.en).toContain("is given by none of");
    expect(verdict.sentence.en).toContain("agrees in 37 of 40 rows (not in 7, 31, 32). The text should state its formula");
    expect(verdict.sentence.zh).toContain("40 行中 37 行吻合（第 7、31、32 行不符）");
  });

  it("equal developments leave several formulas, which are named together", () => {
    const same = {
      family: "coupling",
      u: [
        ["0.40", "0.50"],
        ["0.40", "0.50"],
      ],
      c: ["1.00", "1.00"],
    } as const;
    const [verdict] = auditFormula(same).value;
    expect(verdict.outcome).toBe("undecided");
    expect(verdict.candidates).toEqual(expect.arrayContaining(["standard", "wang-2021", "lost-root", "adjusted-2"]));
    expect(verdict.sentence.en).toContain("cannot be told apart from");
  });
});

describe("class names", () => {
  it("that do not fit the printed D are listed", () => {
    const claim = { family: "coupling", d: ["0.449", "0.620"], classes: ["初级协调", "初级协调"] } as const;
    expect(cells(claim, "classes", "row")).toEqual([1]);
    expect(auditFormula(claim).warnings[0].text.en).toContain("row 1: 初级协调 where it is On the verge of disorder");
  });

  it("on a border may belong to either class", () => {
    for (const name of ["轻度失调", "濒临失调"]) expect(codes({ family: "coupling", d: ["0.400"], classes: [name] })).toEqual([]);
    expect(codes({ family: "coupling", d: ["0.400"], classes: ["勉强协调"] })).toEqual(["class-names"]);
  });

  it("leave no empty table: none when there is no class column, nor when all names fit", () => {
    for (const classes of [undefined, ["轻度失调"], ["not a class"]])
      expect(auditFormula({ family: "coupling", d: ["0.342"], classes }).tables.flatMap(({ id }) => id)).toEqual([]);
    for (const table of auditFormula(zhangye).tables) expect(table.columns[0].values.length, table.id).toBeGreaterThan(0);
  });

  it("are recomputed by the corrected form when that is what the table holds", () => {
    const u = [
      ["0.300", "0.100", "0.200"],
      ["0.600", "0.900", "0.500"],
    ];
    const wang = ["0.592", "0.149", "0.529"];
    const d = ["0.516", "0.273", "0.430"];
    const audit = auditFormula({ family: "coupling", u, c: wang, d });
    expect(audit.value.map(({ outcome }) => outcome)).toEqual(["right", "right"]);
    expect(audit.trace).toMatchObject({ recomputed: { form: "wang-2021", set: "D10" } });
    expect(audit.warnings).toEqual([]);
  });
});

function fault(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    if (isFault(error)) return error;
  }
  throw new Error("no fault");
}

describe("input", () => {
  it("in percent and in full-width digits is read; what is no number is a fault with its row", () => {
    expect(
      verdicts({
        family: "coupling",
        u: [
          ["３０％", "10%"],
          ["60%", "90%"],
        ],
        c: ["94.3%", "60.0%"],
      })[0].candidates,
    ).toEqual(["standard"]);
    const wrong = fault(() =>
      auditFormula({
        family: "coupling",
        u: [
          ["0.3", "x"],
          ["0.6", "0.9"],
        ],
        c: ["1", "1"],
      }),
    );
    expect([wrong.code, wrong.place?.path]).toEqual(["not-a-number", "U1, row 2"]);
  });

  it("without any published number is a fault", () => {
    expect(fault(() => auditFormula({ family: "inequality", values: ["1", "2"] })).code).toBe("nothing-published");
    expect(fault(() => auditFormula({ family: "coupling" })).code).toBe("nothing-published");
  });

  it("of developments above 1, and of a column without any number, is said", () => {
    expect(codes({ family: "coupling", u: [["30.0"], ["60.0"]], c: ["0.943"] })).toEqual(["u-at-most-1"]);
    expect(
      verdicts({
        family: "coupling",
        u: [
          ["", ""],
          ["0.6", "0.9"],
        ],
        c: ["0.9", "0.8"],
      })[0].outcome,
    ).toBe("unknown");
  });
});
