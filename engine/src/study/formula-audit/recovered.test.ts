import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditFormula, type FormulaClaim } from "./audit-formula.js";
import { indices } from "./audit-index.js";
import { betweens, ginis, polarisations, wolfsons } from "./audit-inequality.js";
import { halfOf, halvesOfSpeed, speedOf } from "./audit-speed.js";
import { weighings } from "./audit-weights.js";
import { couplingForms } from "./coupling-forms.js";
import { indicatorTable } from "./indicator-table.js";
import { type Published, publishedColumn } from "./published.js";
import { speedForms } from "./speed-forms.js";
import type { TableCandidate } from "./table-candidates.js";

const development = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const systems = (count: number) => fc.array(fc.array(development, { minLength: count, maxLength: count }), { minLength: 4, maxLength: 12 });
const anyTable = fc.integer({ min: 2, max: 4 }).chain(systems);
const digits = fc.integer({ min: 2, max: 6 });
const mean = (u: readonly number[]): number => u.reduce((total, one) => total + one, 0) / u.length;
const some = { numRuns: 15 };

/** The rows and what is computed of them, all rounded to the same digits. */
const printed = (rows: readonly (readonly number[])[], n: number) => ({
  u: rows[0].map((_, k) => rows.map((row) => row[k].toFixed(n))),
  column: (of: (u: readonly number[]) => number) => rows.map((row) => of(row).toFixed(n)),
});
const candidates = (claim: FormulaClaim, column: string): readonly string[] =>
  auditFormula(claim).value.find((one) => one.column === column)?.candidates ?? [];

describe("a table made by a candidate and rounded to 2–6 decimals is reproduced by it", () => {
  it.each(couplingForms.map((one) => [one.id, one.of] as const))("C and D of 2–4 systems: %s", (id, of) => {
    fc.assert(
      fc.property(anyTable, digits, (rows, n) => {
        // the deviation form falls below 0 where one system stands far above the others, and D has no root
        fc.pre(rows.every((row) => of(row) >= 0));
        const { u, column } = printed(rows, n);
        expect(candidates({ family: "coupling", u, c: column(of) }, "C")).toContain(id);
        const d = column((row) => Math.sqrt(of(row) * mean(row)));
        expect(candidates({ family: "coupling", u, d }, "D")).toContain(`root-ct-${id}`);
        expect(candidates({ family: "coupling", u, c: column(of), t: column(mean), d }, "D")).toContain("root-ct");
      }),
      some,
    );
  });

  it("T: the mean, and the sum", () => {
    fc.assert(
      fc.property(anyTable, digits, (rows, n) => {
        const { u, column } = printed(rows, n);
        expect(candidates({ family: "coupling", u, t: column(mean) }, "T")).toContain("mean");
        expect(candidates({ family: "coupling", u, t: column((row) => mean(row) * row.length) }, "T")).toContain("sum");
      }),
      some,
    );
  });

  const standard = couplingForms[0].of;
  /** The constant is found, or the usual one does as well. */
  const foundOr = (id: string, usual: string, found: readonly string[]): void =>
    expect(
      found.some((one) => one === id || one === usual),
      found.join(),
    ).toBe(true);

  it("constants: α of T, in its own column and inside D; θ of D; weights inside C", () => {
    const constants = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(systems(2), digits, constants, (rows, n, a) => {
        // rows of equal developments hold no constant
        fc.pre(rows.filter(([x, y]) => Math.abs(x - y) > 0.1).length >= 3);
        const { u, column } = printed(rows, n);
        const level = ([x, y]: readonly number[]) => a * x + (1 - a) * y;
        foundOr("alpha-of-t", "mean", candidates({ family: "coupling", u, t: column(level) }, "T"));
        foundOr(
          "root-ct-alpha",
          "root-ct-standard",
          candidates({ family: "coupling", u, d: column((row) => Math.sqrt(standard(row) * level(row))) }, "D"),
        );
        foundOr(
          "theta-of-d",
          "root-ct-standard",
          candidates({ family: "coupling", u, d: column((row) => (standard(row) * mean(row)) ** a) }, "D"),
        );
        const weighted = ([x, y]: readonly number[]) => (2 * Math.sqrt(a * x * (1 - a) * y)) / (a * x + (1 - a) * y);
        foundOr("weighted-c", "standard", candidates({ family: "coupling", u, c: column(weighted) }, "C"));
      }),
      some,
    );
  });

  it("of printed C and T: C·T, its power θ, α inside D, columns exchanged or repeated", () => {
    fc.assert(
      fc.property(systems(2), fc.integer({ min: 3, max: 6 }), (rows, n) => {
        fc.pre(rows.filter(([x, y]) => Math.abs(x - y) > 0.1).length >= 3);
        const { u, column } = printed(rows, n);
        const [c, t] = [column(standard), column(mean)];
        const d = column((row) => Math.sqrt(standard(row) * mean(row)));
        const of = (claim: object) => candidates({ family: "coupling", ...claim }, "D");
        expect(of({ c, t, d: column((row) => standard(row) * mean(row)) })).toContain("ct");
        expect(of({ c, t, d: column((row) => (standard(row) * mean(row)) ** 0.3) })).toContain("theta-of-d");
        expect(of({ u, c, d: column((row) => Math.sqrt(standard(row) * (0.3 * row[0] + 0.7 * row[1]))) })).toContain("root-ct-alpha");
        expect(of({ c: d, t, d: c })).toContain("columns-c-and-d");
        expect(of({ c, t: d, d: t })).toContain("columns-t-and-d");
        expect(of({ c, t, d: c })).toContain("the-column-c");
        expect(of({ c, t, d: t })).toContain("the-column-t");
      }),
      some,
    );
  });
});

/** Whatever a candidate gives of the printed inputs, rounded, is recognised as it. */
function expectAllRecovered(
  made: readonly TableCandidate[],
  values: Float64Array,
  n: number,
  claimOf: (texts: string[]) => FormulaClaim,
): void {
  for (const { id, of } of made) {
    let numbers: readonly number[];
    try {
      numbers = of(values);
    } catch {
      continue; // the formula refuses the table
    }
    if (!numbers.every((one) => Number.isFinite(one) && Math.abs(one) < 1e6)) continue;
    expect(auditFormula(claimOf(numbers.map((one) => one.toFixed(n)))).value.at(-1)?.candidates, id).toContain(id);
  }
}

describe("weights, indices and measures of inequality, made by a candidate and rounded, are recognised", () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 18, maxLength: 18 });
  const columns = (cells: readonly number[]) => {
    const text = cells.map((one) => (one / 10).toFixed(1));
    return { data: { a: text.slice(0, 6), b: text.slice(6, 12), c: text.slice(12) }, negative: ["b"], periods: [..."112233"] };
  };
  const few = { numRuns: 4 };

  it("weights", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 3, max: 6 }), (cells, n) => {
        const given_ = columns(cells);
        const table = indicatorTable(given_, "auto");
        const values = Float64Array.from(table.inputs, ({ value }) => value);
        expectAllRecovered(weighings(table), values, n, (weights) => ({ family: "weights", ...given_, weights }));
      }),
      few,
    );
  });

  it("indices", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 3, max: 6 }), (cells, n) => {
        const given_ = columns(cells);
        const weights = ["0.5", "0.3", "0.2"];
        const table = indicatorTable(given_, "auto");
        const values = Float64Array.from([...table.inputs.map(({ value }) => value), ...weights.map(Number)]);
        expectAllRecovered(indices(table), values, n, (index) => ({ family: "index", ...given_, weights, index }));
      }),
      few,
    );
  });

  it("Gini, Wolfson, Duclos–Esteban–Ray, between groups", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 3, max: 6 }), (cells, n) => {
        const [values, population] = [cells.slice(0, 9), cells.slice(9)].map((part) => part.map(String));
        const by = [..."ABCABCABC"];
        const inputs = Float64Array.from(cells);
        const base = { family: "inequality" as const, values, population, by };
        expectAllRecovered(ginis(9, true), inputs, n, ([gini]) => ({ ...base, gini }));
        expectAllRecovered(wolfsons(9, true), inputs, n, ([wolfson]) => ({ ...base, wolfson }));
        expectAllRecovered(polarisations(9, true), inputs, n, ([der]) => ({ ...base, der }));
        expectAllRecovered(betweens(by, true), inputs, n, ([between]) => ({ ...base, between }));
      }),
      some,
    );
  });

  it("speeds of convergence and half-lives", () => {
    const slopes = fc.array(fc.integer({ min: -900, max: 300 }), { minLength: 3, maxLength: 6 });
    const growths = fc.constantFrom("annual" as const, "total" as const, "untold" as const);
    fc.assert(
      fc.property(slopes, growths, fc.integer({ min: 1, max: 30 }), digits, (cells, growth, years, n) => {
        const slope = cells.map((one) => (one / 10000).toFixed(4));
        const base = { family: "speed" as const, slope, growth, years: [String(years)] };
        const inputs = Float64Array.from([...slope.map(Number), ...slope.map(() => years)]);
        const published = (texts: readonly string[]) => publishedColumn(texts, "x") as Published[];
        const forms = speedForms(growth, published(slope), published(slope.map(() => String(years))));
        expectAllRecovered(forms.map(speedOf), inputs, n, (speed) => ({ ...base, speed }));
        expectAllRecovered(forms.map(halfOf), inputs, n, (half) => ({ ...base, half }));
        const speed = cells.map((one) => (Math.abs(one) / 10000 + 0.001).toFixed(4));
        expectAllRecovered(halvesOfSpeed(speed.length), Float64Array.from(speed, Number), n, (half) => ({ ...base, speed, half }));
      }),
      some,
    );
  });

  it("also when the inputs are rounded more than the numbers made of them, which is then said", () => {
    const parts = [0.213847, 0.548392, 0.907731, 0.402159];
    const others = [0.619204, 0.331877, 0.784513, 0.128846];
    const index = parts.map((one, row) => ((one + others[row]) / 2).toFixed(4));
    const data = { a: parts.map((one) => one.toFixed(2)), b: others.map((one) => one.toFixed(2)) };
    const audit = auditFormula({ family: "index", data, index });
    expect(audit.value[0].candidates).toContain("linear");
    expect(audit.value[0].sentence.en).toContain("within the rounding of the inputs");
    expect(audit.warnings.map(({ code }) => code)).toEqual(["inputs-rounded"]);
  });
});
