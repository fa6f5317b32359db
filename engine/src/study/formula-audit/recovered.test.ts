import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditFormula } from "./audit-formula.js";
import { couplingForms } from "./coupling-forms.js";

const development = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const tables = fc.array(fc.tuple(development, development), { minLength: 4, maxLength: 12 });
const digits = fc.integer({ min: 2, max: 6 });

describe("a table made by a candidate and rounded is reproduced by it", () => {
  it.each(couplingForms.map((one) => [one.id, one] as const))("%s", (id, form) => {
    fc.assert(
      fc.property(tables, digits, (rows, n) => {
        const text = (value: number): string => value.toFixed(n);
        const u = [0, 1].map((k) => rows.map((row) => text(row[k])));
        const audit = auditFormula({ family: "coupling", u, c: rows.map((row) => text(form.of(row))) });
        expect(audit.value[0].candidates).toContain(id);
      }),
      { numRuns: 40 },
    );
  });

  it("α of T, constant but not 1/2; weights inside C; an exponent of C·T", () => {
    const rows = [
      [0.31, 0.62],
      [0.72, 0.24],
      [0.15, 0.55],
      [0.44, 0.83],
    ];
    const u = [0, 1].map((k) => rows.map((row) => row[k].toFixed(4)));
    const t = rows.map(([x, y]) => (0.3 * x + 0.7 * y).toFixed(4));
    const weighted = rows.map(([x, y]) => ((2 * Math.sqrt(0.3 * 0.7 * x * y)) / (0.3 * x + 0.7 * y)).toFixed(4));
    const audit = auditFormula({ family: "coupling", u, t, c: weighted });
    expect(audit.value.map((one) => one.candidates)).toEqual([["weighted-c"], ["alpha-of-t"]]);
  });

  it("columns rescaled to [0.01, 0.99] before they are coupled; C and D exchanged", () => {
    const u = [
      ["0.210", "0.350", "0.420", "0.610"],
      ["0.520", "0.330", "0.700", "0.480"],
    ];
    const scaled = u.map((column) => {
      const x = column.map(Number);
      const [low, high] = [Math.min(...x), Math.max(...x)];
      return x.map((one) => 0.01 + (0.98 * (one - low)) / (high - low));
    });
    const c = scaled[0].map((x, row) => ((2 * Math.sqrt(x * scaled[1][row])) / (x + scaled[1][row])).toFixed(3));
    expect(auditFormula({ family: "coupling", u, c }).value[0]).toMatchObject({ outcome: "wrong", candidates: ["rescaled-first"] });

    const [trueC, level] = [
      [0.91, 0.76, 0.98],
      [0.42, 0.55, 0.31],
    ];
    const exchanged = auditFormula({
      family: "coupling",
      c: trueC.map((one, row) => Math.sqrt(one * level[row]).toFixed(4)),
      t: level.map((one) => one.toFixed(4)),
      d: trueC.map((one) => one.toFixed(4)),
    });
    expect(exchanged.value.find((one) => one.column === "D")?.candidates).toEqual(["columns-c-and-d"]);
    expect(exchanged.warnings.map((one) => one.code)).toContain("d-squared");
  });
});

describe("entropy with the base of the periods", () => {
  it("is told from the right one", () => {
    const data = { a: ["1", "2", "3", "5", "8", "9"], b: ["4", "1", "7", "2", "6", "11"] };
    const periods = ["2020", "2020", "2020", "2021", "2021", "2021"];
    const [shares, weights] = [
      Object.values(data).map((x) => x.map((one) => Number(one) / x.reduce((sum, each) => sum + Number(each), 0))),
      [] as number[],
    ];
    const d = shares.map((p) => 1 + p.reduce((sum, one) => sum + one * Math.log(one), 0) / Math.log(2));
    weights.push(...d.map((one) => one / (d[0] + d[1])));
    const [found] = auditFormula({ family: "weights", data, periods, weights: weights.map((one) => one.toFixed(5)) }).value;
    expect(found).toMatchObject({ outcome: "wrong", candidates: ["entropy-base-t-raw"] });
  });
});

describe("an index of parts", () => {
  const data = { a: ["0.20", "0.50", "0.90"], b: ["0.60", "0.30", "0.80"] };
  it.each([
    ["linear", ["0.400", "0.400", "0.850"]],
    ["linear-100", ["40.0", "40.0", "85.0"]],
    ["geometric", ["0.3464", "0.3873", "0.8485"]],
    ["harmonic", ["0.3000", "0.3750", "0.8471"]],
  ])("%s", (id, index) => {
    expect(auditFormula({ family: "index", data, index }).value[0].candidates).toEqual([id]);
  });
});

describe("class names", () => {
  it("that do not fit the printed D are listed", () => {
    const audit = auditFormula({ family: "coupling", d: ["0.449", "0.620"], classes: ["初级协调", "初级协调"] });
    expect(audit.tables.find((table) => table.id === "classes")?.columns[0].values).toEqual([1]);
  });
});
