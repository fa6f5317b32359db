import { ln } from "../../ground/elementary/index.js";
import { Fault } from "../../ground/fault/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Check } from "./coupling-checks.js";
import type { Findings } from "./findings.js";
import { type Digits, type Published, publishedColumn } from "./published.js";
import { type Growth, type SpeedForm, speedForms } from "./speed-forms.js";
import { candidate, complete, judgeTable, mistake, type TableCandidate } from "./table-candidates.js";

/** Slopes of growth on the logarithm of the initial level, and the speeds of convergence and half-lives published for them. */
export interface SpeedClaim {
  readonly family: "speed";
  readonly slope: readonly string[];
  readonly growth?: Growth;
  /** years from the first to the last, one number or one a row; 1 when absent, as in a panel of yearly growth */
  readonly years?: readonly string[];
  readonly speed?: readonly string[];
  readonly half?: readonly string[];
}

export function auditSpeed({ slope, growth = "untold", years = ["1"], speed, half }: SpeedClaim, digits: Digits): Findings {
  const slopes = complete(publishedColumn(slope, roleOf[growth], digits), roleOf[growth]);
  if (years.length !== 1 && years.length !== slope.length) throw oddYears(years.length, slope.length);
  const spans = complete(
    publishedColumn(
      slopes.map((_, row) => years[row] ?? years[0]),
      "years",
      exactly,
    ),
    "years",
  );
  const forms = speedForms(growth, slopes, spans);
  const inputs = [...slopes, ...spans];
  const rows = { en: "rows", zh: "行" };
  const speeds = speed && publishedColumn(speed, "speed", digits);
  const halves = half && publishedColumn(half, "half", digits);
  return {
    columns: [
      ...(speeds
        ? [
            {
              column: "speed",
              subject: { en: "The published speed of convergence", zh: "所公布的收敛速度" },
              counted: rows,
              ...judgeTable(forms.map(speedOf), "speed", speeds, inputs),
              denial: { en: "it is not the speed that this regression implies", zh: "并非该回归所对应的收敛速度" },
              instead: impliedBy[growth],
              ...(growth === "untold" && spans.some((one) => one.value !== 1) ? { remark: mustBeRead } : {}),
            },
          ]
        : []),
      ...(halves
        ? [
            {
              column: "half",
              subject: { en: "The published half-life", zh: "所公布的半衰期" },
              counted: rows,
              ...(speeds
                ? judgeTable(halvesOfSpeed(slopes.length), "half", halves, complete(speeds, "speed"))
                : judgeTable(forms.map(halfOf), "half", halves, inputs)),
              denial: { en: "it is not the time in which the gap is halved", zh: "并非差距减半所需的时间" },
              instead: { en: "ln 2/s, s the speed of convergence", zh: "ln 2/s（s 为收敛速度）" },
            },
          ]
        : []),
    ],
    checks: growth === "untold" ? [] : [argument(growth, slopes, spans)],
  };
}

/** Years are whole: their last digit is not rounded. */
const exactly = 20;
const roleOf = { annual: "annual", total: "total", untold: "slope" } as const;

const impliedBy: Readonly<Record<Growth, Text>> = {
  annual: { en: "−ln(1 + bT)/T", zh: "−ln(1 + bT)/T" },
  total: { en: "−ln(1 + b)/T", zh: "−ln(1 + b)/T" },
  untold: {
    en: "−ln(1 + bT)/T of annualised growth, −ln(1 + b)/T of growth over the whole span",
    zh: "−ln(1 + bT)/T（年均增长率回归）或 −ln(1 + b)/T（全期增长回归）",
  },
};
const mustBeRead: Text = {
  en: "Annualised growth has the speed −ln(1 + bT)/T, growth over the whole span −ln(1 + b)/T: which of them is explained must be read in the text",
  zh: "被解释变量为年均增长率时速度为 −ln(1 + bT)/T，为全期增长时则为 −ln(1 + b)/T，须据原文判断",
};

type Row = (b: number, years: number) => number;

/** Slopes first, then the years of every row. */
const eachRow =
  (make: Row) =>
  (inputs: Float64Array): number[] =>
    Array.from({ length: inputs.length / 2 }, (_, row) => make(inputs[row], inputs[inputs.length / 2 + row]));

export function speedOf({ id, formula, names, why, of }: SpeedForm): TableCandidate {
  const named = { en: `${formula}${names ? `, ${names.en}` : ""}`, zh: `${formula}${names ? `（${names.zh}）` : ""}` };
  return why ? mistake(id, named, why, eachRow(of)) : candidate(id, named.en, named.zh, eachRow(of));
}

export function halfOf({ id, formula, names, why, of }: SpeedForm): TableCandidate {
  const named = { en: `ln 2 over ${formula}${names ? `, ${names.en}` : ""}`, zh: `ln 2 除以 ${formula}${names ? `（${names.zh}）` : ""}` };
  const made = eachRow((b, years) => Math.LN2 / of(b, years));
  return why ? mistake(`half-${id}`, named, why, made) : candidate(`half-${id}`, named.en, named.zh, made);
}

/** Half-lives from the speeds printed beside them. */
export function halvesOfSpeed(rows: number): TableCandidate[] {
  const each = (make: (s: number) => number) => (speeds: Float64Array) => Array.from({ length: rows }, (_, row) => make(speeds[row]));
  return [
    candidate(
      "half-life",
      "ln 2 over the printed speed",
      "ln 2 除以所列速度",
      each((s) => Math.LN2 / s),
    ),
    candidate(
      "half-life-of-share",
      "the half-life −ln 2/ln(1 − s) of a gap that loses the share s every year",
      "−ln 2/ln(1 − s)（差距每年按比例 s 缩小）",
      each((s) => (s < 1 ? -Math.LN2 / ln(1 - s) : Number.NaN)),
    ),
    mistake(
      "one-over-speed",
      { en: "1 over the printed speed", zh: "1 除以所列速度" },
      { en: "in that time the gap falls to 37 per cent, not to half", zh: "其间差距缩小到 37%，而非一半" },
      each((s) => 1 / s),
    ),
    mistake(
      "half-life-common-logarithm",
      { en: "lg 2 over the printed speed", zh: "lg 2 除以所列速度" },
      { en: "the logarithm was taken to base 10", zh: "误用以 10 为底的对数" },
      each((s) => Math.LN2 / Math.LN10 / s),
    ),
  ];
}

/** What stands in the logarithm must be above 0: otherwise no speed exists. */
function argument(growth: "annual" | "total", slopes: readonly Published[], spans: readonly Published[]): Check {
  const most = slopes.map(({ range }, row) => 1 + range[1] * (growth === "annual" ? spans[row].value : 1));
  const failing = most.findIndex((one) => one <= 0);
  return {
    id: "argument-above-0",
    law: growth === "annual" ? "1 + bT > 0" : "1 + b > 0",
    why: { en: "a gap cannot shrink by more than itself; there is no speed", zh: "差距的缩小不可能超过其自身，收敛速度不存在" },
    passed: most.filter((one) => one > 0).length,
    rows: most.length,
    firstFailing: failing < 0 ? null : failing,
    largest: null,
  };
}

const oddYears = (found: number, rows: number): Fault =>
  new Fault({
    code: "years-rows",
    place: { path: "years" },
    found: { en: `${found} numbers of years for ${rows} slopes`, zh: `${rows} 个斜率给出了 ${found} 个年数` },
    expected: { en: "expected one for all, or one a row", zh: "应为一个通用年数，或每行一个" },
    next: { en: "write e.g. --years 10", zh: "例如写 --years 10" },
  });
