/**
 * Speeds of convergence from the slope b of growth on the logarithm of the initial level over T years: the slope of annualised growth is
 * −(1 − e^(−sT))/T, so that s = −ln(1 + bT)/T; that of growth over the whole span is −(1 − e^(−sT)), so that s = −ln(1 + b)/T.
 * Source: Barro & Sala-i-Martin (1992), doi:10.1086/261816.
 */
import { ln } from "../../ground/elementary/index.js";
import type { Text } from "../../ground/words/index.js";
import type { Published } from "./published.js";

/** What the regression explains: growth a year on average over T years, growth over all of them, or a text that does not say. */
export type Growth = "annual" | "total" | "untold";

/** One way from a slope and the years to a speed. */
export interface SpeedForm {
  readonly id: string;
  readonly formula: string;
  /** what else is to be said of it */
  readonly names?: Text;
  /** set where it is an error */
  readonly why?: Text;
  readonly of: (b: number, years: number) => number;
}

const natural = (x: number): number => (x > 0 ? ln(x) : Number.NaN);

const multipliedTwice: Text = {
  en: "the slope of growth over the whole span already holds T and was multiplied by it once more",
  zh: "以全期增长为被解释变量时斜率已含 T，又多乘了一次",
};
const notMultiplied: Text = {
  en: "the slope of annualised growth must be multiplied by T inside the logarithm",
  zh: "以年均增长率为被解释变量时，对数内的斜率应乘以 T",
};
const turnedInside: Text = {
  en: "the sign inside the logarithm is turned, which slows convergence down",
  zh: "对数内的符号写反，低估了收敛速度",
};
const baseTen: Text = { en: "the logarithm was taken to base 10", zh: "误用以 10 为底的对数" };
const asPositive: Text = { en: "the slope printed without its minus", zh: "斜率未印负号" };

/** All that texts publish as a speed. Where every row spans one year the ways agree and T is left out. */
export function speedForms(growth: Growth, slopes: readonly Published[], spans: readonly Published[]): SpeedForm[] {
  const positive = slopes.some((one) => one.value > 0);
  const long = spans.some((one) => one.value !== 1);
  const ways: Omit<SpeedForm, "names">[] = long
    ? [
        {
          id: "annual",
          formula: "−ln(1 + bT)/T",
          of: (b, T) => -natural(1 + b * T) / T,
          ...(growth === "total" ? { why: multipliedTwice } : {}),
        },
        { id: "total", formula: "−ln(1 + b)/T", of: (b, T) => -natural(1 + b) / T, ...(growth === "annual" ? { why: notMultiplied } : {}) },
      ]
    : [{ id: "yearly", formula: "−ln(1 + b)", of: (b) => -natural(1 + b) }];
  return [
    ...ways,
    ...(positive
      ? ways.map((way) => ({
          ...way,
          id: `${way.id}-positive`,
          formula: turned(way.formula),
          names: asPositive,
          of: (b: number, T: number) => way.of(-b, T),
        }))
      : []),
    ...ways.map((way) => ({
      id: `${way.id}-sign`,
      formula: turned(way.formula).replace("−", ""),
      why: turnedInside,
      of: (b: number, T: number) => -way.of(Math.abs(b), T),
    })),
    ...ways.map((way) => ({
      id: `${way.id}-common-logarithm`,
      formula: way.formula.replace("ln", "lg"),
      why: baseTen,
      of: (b: number, T: number) => way.of(b, T) / Math.LN10,
    })),
    ...(long ? leftOut : []),
    {
      id: "slope",
      formula: "−b",
      why: {
        en: "it is the slope itself, which comes near the speed only where both are small",
        zh: "这是斜率本身，仅在数值很小时才接近收敛速度",
      },
      of: (b) => Math.abs(b),
    },
  ];
}

/** The formula for −b. */
const turned = (formula: string): string => formula.replace("1 + b", "1 − b");

/** Ways that lose T, or the division by it. */
const leftOut: readonly SpeedForm[] = [
  {
    id: "undivided",
    formula: "−ln(1 + bT)",
    why: { en: "it is the speed of the whole span, not divided by T", zh: "这是全期的速度，未除以 T" },
    of: (b, T) => -natural(1 + b * T),
  },
  {
    id: "without-years",
    formula: "−ln(1 + b)",
    why: { en: "T is left out: the slope of a long span was taken for that of one year", zh: "遗漏 T：把跨多年回归的斜率当作一年的斜率" },
    of: (b) => -natural(1 + b),
  },
  {
    id: "slope-over-years",
    formula: "−b/T",
    why: { en: "the logarithm is left out", zh: "遗漏对数" },
    of: (b, T) => Math.abs(b) / T,
  },
];
