import type { Text } from "../../ground/words/index.js";
import { type ReadingId, type Readings, readingIds, type Sign } from "./matthew-readings.js";

export type MatthewVerdict = "yes" | "no" | "undecided";

/** What is said of one variable. */
export interface MatthewReport {
  readonly variable: string;
  readonly verdict: MatthewVerdict;
  /** the verdict in words */
  readonly said: Text;
  readonly n: number;
  readonly first: number;
  readonly last: number;
  readonly readings: Readings;
  /** by period: standard deviation of the logarithms (n − 1), and mean */
  readonly years: readonly { readonly period: number; readonly sigma: number; readonly mean: number }[];
}

/**
 * Yes: growth rises with the level, the spread widens, the ranks persist, and neither concentration nor divergence denies it.
 * No: growth falls with the level (not by regression to the mean alone) or the spread narrows, and nothing speaks for the effect but
 * persistent ranks. Otherwise undecided.
 */
export function verdictOf(signs: Readonly<Record<ReadingId, Sign>>): MatthewVerdict {
  const { growth, spread, persistence, concentration, divergence } = signs;
  if (growth === 1 && spread === 1 && persistence === 1 && concentration !== -1 && divergence !== -1) return "yes";
  const falling = growth === -1 || spread === -1;
  return falling && [growth, spread, concentration, divergence].every((one) => one !== 1) ? "no" : "undecided";
}

export const readingNames: Readonly<Record<ReadingId, Text>> = {
  growth: { en: "growth on initial level", zh: "增长与初始水平" },
  spread: { en: "spread", zh: "离散程度" },
  persistence: { en: "persistence of ranks", zh: "位次固化" },
  concentration: { en: "concentration", zh: "集中度" },
  divergence: { en: "divergence (log t)", zh: "发散（log t）" },
};

const signWords: Readonly<Record<string, Text>> = {
  "1": { en: "for", zh: "支持" },
  "-1": { en: "against", zh: "反对" },
  "0": { en: "undecided", zh: "不能判定" },
  null: { en: "not taken", zh: "未能读取" },
};
export const signText = (sign: Sign): Text => signWords[String(sign)];

const heads: Readonly<Record<MatthewVerdict, Text>> = {
  yes: { en: "Matthew effect: those ahead grow faster and pull away.", zh: "存在马太效应：领先者增长更快，差距拉大。" },
  no: { en: "No Matthew effect: those behind catch up.", zh: "不存在马太效应：落后者正在追赶。" },
  undecided: { en: "Undecided: the readings do not agree, or are too uncertain.", zh: "尚不能判定：各项读数不一致或不确定性过大。" },
};

/** The verdict in words, with what speaks for and against it and how often resamples of the units agree. */
export function verdictText(verdict: MatthewVerdict, { signs, allUp, allDown, resamples }: Readings): Text {
  const of = (sign: Sign, language: "en" | "zh"): string =>
    readingIds
      .filter((id) => signs[id] === sign)
      .map((id) => readingNames[id][language])
      .join(language === "en" ? ", " : "、");
  const part = (sign: Sign): Text[] =>
    of(sign, "en") === "" ? [] : [{ en: `${signText(sign).en}: ${of(sign, "en")}`, zh: `${signText(sign).zh}：${of(sign, "zh")}` }];
  const parts = [part(1), part(-1), part(0), part(null)].flat();
  const percent = (share: number): string => (100 * share).toFixed(1);
  const readings = parts.map((one) => one.en).join("; ");
  return {
    en: `${heads[verdict].en} ${readings.charAt(0).toUpperCase()}${readings.slice(1)}. In ${percent(allUp)}% of ${resamples} resamples of the units, growth on level, spread and concentration all point up; in ${percent(allDown)}% all point down.`,
    zh: `${heads[verdict].zh}${parts.map((one) => one.zh).join("；")}。对单位重抽样 ${resamples} 次，增长与水平的关系、离散程度、集中度三者同升的占 ${percent(allUp)}%，同降的占 ${percent(allDown)}%。`,
  };
}
