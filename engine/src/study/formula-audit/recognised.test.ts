import { describe, expect, it } from "vitest";
import { describeWith, referenceJson, referenceRows } from "../../../../proof/reference-files.js";
import { dagum } from "../../inequality/decompose/dagum/dagum.js";
import { minMax } from "../../measure/normalise/min-max/min-max.js";
import { criticWeights } from "../../measure/weigh/critic-weights/critic-weights.js";
import { entropyWeights } from "../../measure/weigh/entropy-weights/entropy-weights.js";
import { gameTheoryWeights } from "../../measure/weigh/game-theory-weights/game-theory-weights.js";
import { multiplicativeWeights } from "../../measure/weigh/multiplicative-weights/multiplicative-weights.js";
import { auditFormula, type FormulaClaim } from "./audit-formula.js";
import { indicatorTable } from "./indicator-table.js";

/** The errors an audit must know, each in a published case or planted with the numbers of one. */
const first = (claim: FormulaClaim) => auditFormula(claim).value[0];

const u = [
  ["0.3000", "0.1000", "0.2000", "0.6312", "0.4142"],
  ["0.6000", "0.9000", "0.5000", "0.6322", "0.7970"],
];
const made = (of: (x: number, y: number) => number): string[] => u[0].map((x, row) => of(Number(x), Number(u[1][row])).toFixed(4));

describe("errors of coupling", () => {
  it.each([
    ["lost-coefficient", (x: number, y: number) => Math.sqrt(x * y) / (x + y)],
    ["lost-root", (x: number, y: number) => (4 * x * y) / (x + y) ** 2],
    ["lost-root-and-coefficient", (x: number, y: number) => (x * y) / (x + y) ** 2],
    ["lost-exponent", (x: number, y: number) => (x * y) / (x + y)],
    ["pairs", (x: number, y: number) => 2 * Math.sqrt((x * y) / (x + y))],
    ["pairs-and-coefficient", (x: number, y: number) => Math.sqrt((x * y) / (x + y))],
    ["geometric-mean", (x: number, y: number) => Math.sqrt(x * y)],
  ])("%s in C", (id, of) => {
    const verdict = first({ family: "coupling", u, c: made(of) });
    expect(verdict.candidates).toContain(id);
    // 4xy/(x + y)² is also Liao's form with k = 1: the exponent is then a choice to be stated
    expect(verdict.outcome).toBe("wrong");
    expect(verdict.sentence.en).toContain("The text should have said “");
    expect(verdict.sentence.zh).toContain("文中应写明“");
  });

  it("the printed formula of Xinjiang, its coefficient lost, gives .5000 .4744 .4953 and is told so", () => {
    const claim = {
      family: "coupling",
      u: [
        ["0.6312", "0.4142", "0.2242"],
        ["0.6322", "0.7970", "0.1702"],
      ],
      c: ["0.5000", "0.4744", "0.4953"],
    } as const;
    expect(first(claim)).toMatchObject({ outcome: "wrong", candidates: ["lost-coefficient"] });
    expect(first(claim).sentence.en).toContain("the coefficient n is lost, so that it cannot pass 1/n");
  });

  it("C printed as D, and D printed as C", () => {
    const c = made((x, y) => (2 * Math.sqrt(x * y)) / (x + y));
    const d = made((x, y) => Math.sqrt(Math.sqrt(x * y)));
    const exchanged = auditFormula({ family: "coupling", u, c: d, d: c });
    expect(exchanged.value.map(({ outcome, candidates }) => [outcome, candidates[0]])).toEqual([
      ["wrong", "root-ct-standard"],
      ["wrong", "standard"],
    ]);
  });

  it("SPSSAU's rescaling to [0.01, 0.99] before C, and inside D", () => {
    const scaled = u.map((column) => {
      const x = column.map(Number);
      const [low, high] = [Math.min(...x), Math.max(...x)];
      return x.map((one) => 0.01 + (0.98 * (one - low)) / (high - low));
    });
    const c = scaled[0].map((x, row) => (2 * Math.sqrt(x * scaled[1][row])) / (x + scaled[1][row]));
    const t = u[0].map((x, row) => (Number(x) + Number(u[1][row])) / 2);
    expect(first({ family: "coupling", u, c: c.map((one) => one.toFixed(3)) })).toMatchObject({
      outcome: "wrong",
      candidates: ["rescaled-first"],
    });
    expect(first({ family: "coupling", u, d: c.map((one, row) => Math.sqrt(one * t[row]).toFixed(4)) })).toMatchObject({
      outcome: "wrong",
      candidates: ["root-ct-rescaled-first"],
    });
  });

  it("D computed right from U beside a C that is not", () => {
    const d = made((x, y) => Math.sqrt(Math.sqrt(x * y)));
    const audit = auditFormula({ family: "coupling", u, c: made((x, y) => Math.sqrt(x * y) / (x + y)), d });
    expect(audit.value.map(({ outcome, candidates }) => [outcome, candidates[0]])).toEqual([
      ["wrong", "lost-coefficient"],
      ["right", "root-ct-standard"],
    ]);
  });
});

describe("weights", () => {
  const golden = {
    data: {
      a: ["12", "15", "9", "20", "11"],
      b: ["30", "22", "41", "18", "35"],
      c: ["0.5", "0.7", "0.2", "0.9", "0.4"],
      d: ["9", "7", "12", "4", "8"],
    },
    negative: ["b", "d"],
    family: "weights",
  } as const;

  it.each([
    // figures computed independently of the engine
    ["entropy-limit-directed", "undecided", ["0.306456", "0.242703", "0.238727", "0.212113"]],
    ["critic-directed", "undecided", ["0.242402", "0.277615", "0.145666", "0.334317"]],
    ["cv-raw", "right", ["0.212159", "0.213136", "0.332513", "0.242192"]],
    ["cv-directed", "right", ["0.295567", "0.241269", "0.241583", "0.221581"]],
    ["pca-directed", "undecided", ["0.250369", "0.249614", "0.253670", "0.246347"]],
    ["critic-undirected", "wrong", ["0.247861", "0.266922", "0.249204", "0.236013"]],
    ["equal", "undecided", ["0.25", "0.25", "0.25", "0.25"]],
  ])("%s", (id, outcome, weights) => {
    const verdict = first({ ...golden, weights });
    expect(verdict.candidates).toContain(id);
    expect(verdict.outcome).toBe(outcome);
  });

  it("Xu (2004), doi:10.1016/S0377-2217(03)00146-2: entropy of raw columns", () => {
    const data = { a: ["30", "19", "19", "68"], b: ["30", "54", "15", "70"], c: ["38", "86", "85", "60"], d: ["29", "29", "28.9", "29"] };
    expect(first({ family: "weights", data, weights: ["0.4630", "0.3992", "0.1378", "0.0000"] }).candidates).toContain("entropy-limit-raw");
  });

  // the zeros of min-max columns give equal weights under pymcdm's rule: equal weights and that error cannot be told apart
  it("equal weights, or entropy with a column of a zero counted as none", () => {
    expect(first({ ...golden, weights: ["0.25", "0.25", "0.25", "0.25"] }).candidates).toEqual(
      expect.arrayContaining(["equal", "entropy-zero-entropy-directed"]),
    );
  });

  it("entropy with the base of the periods: right .46035 .53965, in circulation .58224 .41776", () => {
    const claim = {
      family: "weights",
      data: { a: ["1", "2", "3", "5"], b: ["8", "1", "7", "0"] },
      negative: ["b"],
      periods: ["2020", "2021", "2020", "2021"],
    } as const;
    expect(first({ ...claim, weights: ["0.46035", "0.53965"] }).candidates[0]).toBe("entropy-limit-directed");
    const wrong = first({ ...claim, weights: ["0.58224", "0.41776"] });
    // the reversed column holds the same values in another order, so that its direction cannot be told
    expect(wrong).toMatchObject({ outcome: "wrong", candidates: ["entropy-base-t-directed", "entropy-base-t-undirected"] });
    expect(wrong.sentence.en).toContain("with ln T every entropy exceeds 1 and the order of the weights is reversed");
  });

  it("that do not add up to 1 are told", () => {
    const audit = auditFormula({ ...golden, weights: ["30.6", "24.3", "23.9", "21.2"] });
    expect(audit.value[0].outcome).toBe("unknown");
    expect(audit.warnings.map(({ code }) => code)).toEqual(["weights-sum", "inputs-rounded"]);
    expect(first({ ...golden, weights: ["30.6%", "24.3%", "23.9%", "21.2%"] }).candidates).toContain("entropy-limit-directed");
  });
});

describe("weights of several methods put together", () => {
  const data = {
    a: ["12", "15", "9", "20", "11"],
    b: ["30", "22", "41", "18", "35"],
    c: ["0.5", "0.7", "0.2", "0.9", "0.4"],
    d: ["9", "7", "12", "4", "8"],
  };
  const claim = { family: "weights", data, negative: ["b", "d"] } as const;
  const table = indicatorTable(claim, "auto");
  const panel = minMax(table.panelOf(Float64Array.from(table.inputs, ({ value }) => value))).value;
  const given_ = { entropy: entropyWeights(panel, table.tree).value, critic: criticWeights(panel, table.tree).value };

  it.each([
    ["game-theory-entropy-critic", gameTheoryWeights(given_, table.tree)],
    ["product-entropy-critic", multiplicativeWeights(given_, table.tree)],
    ["geometric-entropy-critic", multiplicativeWeights(given_, table.tree, { rule: "geometric" })],
    ["linear-entropy-critic", multiplicativeWeights(given_, table.tree, { rule: "linear" })],
  ])("%s", (id, { value }) => {
    const weights = table.ids.map((one) => value.effective[one].toFixed(6));
    expect(first({ ...claim, weights })).toMatchObject({ outcome: "right", candidates: [`${id}-directed`] });
  });
});

describe("an index", () => {
  const golden = {
    family: "index",
    data: {
      a: ["12", "15", "9", "20", "11"],
      b: ["30", "22", "41", "18", "35"],
      c: ["0.5", "0.7", "0.2", "0.9", "0.4"],
      d: ["9", "7", "12", "4", "8"],
    },
    negative: ["b", "d"],
    weights: ["0.3064559337", "0.2427032087", "0.2387273718", "0.2121134857"],
  } as const;

  it.each([
    ["linear-min-max", ["0.3815", "0.6707", "0.0000", "1.0000", "0.2933"]],
    ["linear-min-max-100", ["38.15", "67.07", "0.00", "100.00", "29.33"]],
    ["topsis-vector", ["0.3860", "0.6618", "0.0000", "1.0000", "0.3051"]],
    ["topsis-minmax-matrix", ["0.3768", "0.6539", "0.0000", "1.0000", "0.2919"]],
    ["topsis-minmax-distance", ["0.3846", "0.6623", "0.0000", "1.0000", "0.3055"]],
  ])("%s of the weights of the same table", (id, index) => {
    expect(first({ ...golden, index })).toMatchObject({ outcome: "right", candidates: [id] });
  });

  it("grey relation 2/3, 3/4, 5/12, and the same divided by the number of units", () => {
    const data = { a: ["1.0", "0.5", "0.0"], b: ["0.0", "1.0", "0.5"] };
    // both columns have the mean 0.5 and run from 0 to 1, so that min-max and mean scaling agree
    expect(first({ family: "index", data, index: ["0.6667", "0.7500", "0.4167"] }).candidates).toEqual([
      "grey-relation-min-max",
      "grey-relation-mean",
    ]);
    const wrong = first({ family: "index", data, index: ["0.2222", "0.2500", "0.1389"] });
    expect(wrong).toMatchObject({ outcome: "wrong", candidates: ["grey-relation-divisor"] });
    expect(wrong.sentence.zh).toContain("权重已归一，多除一次");
  });

  it("of parts whose directions were ignored", () => {
    const z = [
      [3 / 11, 12 / 23],
      [6 / 11, 4 / 23],
      [0, 1],
      [1, 0],
      [2 / 11, 17 / 23],
    ].map(([a, b]) => ((a + b) / 2).toFixed(4));
    const { a, b } = golden.data;
    expect(first({ family: "index", data: { a, b }, negative: ["b"], index: z })).toMatchObject({
      outcome: "wrong",
      candidates: ["linear-undirected"],
    });
  });
});

describe("inequality", () => {
  const means = { family: "inequality", values: ["10", "20", "30", "40", "100"], population: ["100", "150", "200", "250", "300"] } as const;

  it("mean incomes cumulated as totals: .225 where the Gini is .357", () => {
    expect(first({ ...means, gini: "0.225" })).toMatchObject({ outcome: "wrong", candidates: ["gini-of-means-as-totals"] });
    expect(first({ ...means, gini: "0.357" })).toMatchObject({ outcome: "right", candidates: ["gini"] });
  });

  it("the Wolfson index on half its scale: {1, 2, 3, 4} has .3, {0, 0, 2, 2} has 1", () => {
    expect(first({ family: "inequality", values: ["1", "2", "3", "4"], wolfson: "0.300" })).toMatchObject({
      outcome: "right",
      candidates: ["wolfson"],
    });
    const half = first({ family: "inequality", values: ["1", "2", "3", "4"], wolfson: "0.150" });
    expect(half).toMatchObject({ outcome: "wrong", candidates: ["wolfson-half"] });
    expect(half.sentence.en).toContain("it is not on the scale of Wolfson (1994)");
    expect(first({ family: "inequality", values: ["0", "0", "2", "2"], wolfson: "0.50" }).candidates).toEqual(["wolfson-half"]);
  });

  it("the gross between-group Gini passed off as net: .1827 and .1743", () => {
    const values = "0.62 0.55 0.48 0.71 0.39 0.35 0.31 0.42 0.28 0.22 0.30 0.18 0.41 0.25 0.20".split(" ");
    const by = [..."EEEEECCCCWWWWWW"];
    const gross = first({ family: "inequality", values, by, between: "0.1827" });
    expect(gross).toMatchObject({ outcome: "wrong", candidates: ["gross-between"] });
    expect(gross.sentence.en).toContain("it is not the net between-group Gini of Dagum: net between and transvariation together");
    expect(first({ family: "inequality", values, by, between: "0.1743" })).toMatchObject({ outcome: "right", candidates: ["net-between"] });
    expect(first({ family: "inequality", values, by, between: "0.5000" })).toMatchObject({ outcome: "unknown", candidates: [] });
  });
});

describe("groups recycled", () => {
  it("names that take turns down the rows of a sorted table", () => {
    const values = "9.1 8.7 9.9 8.2 5.0 4.4 5.8 4.9 2.1 1.7 2.6 1.9".split(" ");
    const by = [..."EEEECCCCWWWW"];
    const turns = dagum(Float64Array.from(values, Number), [..."ECWECWECWECW"]).value;
    const wrong = first({ family: "inequality", values, by, between: turns.netBetween.toFixed(4) });
    expect(wrong).toMatchObject({ outcome: "wrong", candidates: ["recycled-net-between"] });
    expect(wrong.sentence.zh).toContain("被程序逐行循环套用");
    // a table whose rows do take turns holds no such error
    const sound = first({ family: "inequality", values, by: [..."ECWECWECWECW"], between: turns.netBetween.toFixed(4) });
    expect(sound).toMatchObject({ outcome: "right", candidates: ["net-between"] });
  });
});

describe("speed of convergence", () => {
  // incomes of the 48 states, 1929–2009
  const states = { family: "speed", slope: ["-0.00915322"], years: ["80"] } as const;

  it("annualised growth by the formula of total growth: 6,030 years where the half-life is 42.08", () => {
    const sound = auditFormula({ ...states, growth: "annual", speed: ["0.016472"], half: ["42.08"] });
    expect(sound.value.map(({ outcome, candidates }) => [outcome, candidates[0]])).toEqual([
      ["right", "annual"],
      ["right", "half-life"],
    ]);
    const [wrong, half] = auditFormula({ ...states, growth: "annual", speed: ["0.0001149"], half: ["6030"] }).value;
    expect(wrong).toMatchObject({ outcome: "wrong", candidates: ["total"] });
    expect(wrong.sentence.en).toContain("the slope of annualised growth must be multiplied by T inside the logarithm");
    expect(wrong.sentence.zh).toContain("对数内的斜率应乘以 T");
    expect(half.candidates[0]).toBe("half-life");
  });

  it("says what must be read in the text when it does not tell which growth is explained", () => {
    const found = first({ ...states, speed: ["0.0001149"] });
    expect(found).toMatchObject({ outcome: "right", candidates: ["total"] });
    expect(found.sentence.en).toContain("must be read in the text");
  });

  it.each([
    ["slope", "0.030000", "0.030000"],
    ["undivided", "0.030000", "0.356675"],
    ["without-years", "0.030000", "0.030459"],
    ["slope-over-years", "0.030000", "0.003000"],
    ["annual-sign", "0.030000", "0.026236"],
    ["annual-common-logarithm", "0.030000", "0.015490"],
  ])("%s passed off as the speed", (id, slope, speed) => {
    const claim = { family: "speed", slope: [`-${slope}`], years: ["10"], growth: "annual", speed: [speed] } as const;
    expect(first(claim)).toMatchObject({ outcome: "wrong", candidates: [id] });
  });

  it("a slope printed without its minus, and 1/s for a half-life", () => {
    const claim = { family: "speed", slope: ["0.030000", "0.020000"], years: ["10", "15"], growth: "annual" } as const;
    expect(first({ ...claim, speed: ["0.035667", "0.023778"] })).toMatchObject({ outcome: "right", candidates: ["annual-positive"] });
    const [, half] = auditFormula({ ...claim, speed: ["0.035667", "0.023778"], half: ["28.04", "42.06"] }).value;
    expect(half).toMatchObject({ outcome: "wrong", candidates: ["one-over-speed"] });
    expect(first({ ...claim, half: ["19.43", "29.15"] })).toMatchObject({
      column: "half",
      outcome: "right",
      candidates: ["half-annual-positive"],
    });
  });

  it("a slope that leaves nothing of the gap has no speed", () => {
    const audit = auditFormula({ family: "speed", slope: ["-0.15"], years: ["10"], growth: "annual", speed: ["0.10"] });
    expect(audit.value[0].outcome).toBe("unknown");
    expect(audit.warnings[0].code).toBe("argument-above-0");
    expect(() =>
      auditFormula({ family: "speed", slope: ["-0.1", "-0.2", "-0.3"], years: ["10", "20"], speed: ["0.1", "0.2", "0.3"] }),
    ).toThrow();
  });
});

describeWith("inequality", "half Wolfson of PySAL, gross Gini of the states")("incomes of the 48 states", () => {
  const states = referenceRows("inequality/data/us_income.csv");
  const printed = referenceJson("inequality/ref_inequality_pysal.json") as Record<string, Record<string, number>>;
  const halves = Object.entries(printed["us_income.wolfson_pysal_normalisation"]);

  it.each(halves)("%s: PySAL's Wolfson index is told to be half", (year, value) => {
    const values = states.map((row) => row[year]);
    expect(first({ family: "inequality", values, wolfson: value.toFixed(6) })).toMatchObject({
      outcome: "wrong",
      candidates: ["wolfson-half"],
    });
    expect(first({ family: "inequality", values, wolfson: (2 * value).toFixed(6) }).outcome).toBe("right");
  });
});
