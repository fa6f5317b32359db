import type { Text } from "../../ground/words/index.js";

/** A series of the Global Findex Database: what was asked, and of whom. */
export interface FindexCode {
  /** the question, e.g. `g20.any` */
  readonly family: string;
  /** 1 to 12, null for everyone */
  readonly suffix: number | null;
  /** empty for everyone */
  readonly axis: string;
  readonly group: string;
}

/**
 * Who stands behind a last segment of a code, by its number. "Older" is everyone aged 25 and more, not the elderly.
 * The income groups hold a known share of the population.
 */
export const findexGroups: Readonly<Record<number, { readonly axis: string; readonly group: string; readonly share?: number }>> = {
  1: { axis: "gender", group: "women" },
  2: { axis: "gender", group: "men" },
  3: { axis: "age", group: "young (15–24)" },
  4: { axis: "age", group: "older (25+)" },
  5: { axis: "education", group: "primary or less" },
  6: { axis: "education", group: "secondary or more" },
  7: { axis: "income", group: "poorest 40%", share: 0.4 },
  8: { axis: "income", group: "richest 60%", share: 0.6 },
  9: { axis: "residence", group: "rural" },
  10: { axis: "residence", group: "urban" },
  11: { axis: "labour force", group: "out of labour force" },
  12: { axis: "labour force", group: "in labour force" },
};

export interface FindexFamily {
  readonly level: "" | "access" | "use" | "outcome";
  readonly names: Text;
}

/** The families read without being told; the others take part when they come with a suffix. */
export const findexFamilies: Readonly<Record<string, FindexFamily>> = {
  con1: { level: "access", names: { en: "owns a mobile phone", zh: "拥有手机" } },
  con26d: { level: "use", names: { en: "uses the internet every day", zh: "每天上网" } },
  con30g: { level: "outcome", names: { en: "accessed government services online", zh: "在线办理政务" } },
  "g20.any": { level: "outcome", names: { en: "made or received a digital payment", zh: "使用过数字支付" } },
  fin26b: { level: "outcome", names: { en: "bought something online", zh: "网上购物" } },
};

/** Years in which the survey was taken; in 2022 some countries of the wave of 2021. */
export const findexWaves: readonly number[] = [2011, 2014, 2017, 2021, 2022, 2024];

/** Read a code by its last segment as a whole number: `g20.any.7` is family `g20.any`, group 7; `g20.any` is everyone. */
export function findexCode(code: string): FindexCode {
  const text = code.trim();
  const cut = text.lastIndexOf(".");
  const last = text.slice(cut + 1);
  const found = cut > 0 && /^[1-9]\d?$/.test(last) ? findexGroups[Number(last)] : undefined;
  if (!found) return { family: text, suffix: null, axis: "", group: "total" };
  return { family: text.slice(0, cut), suffix: Number(last), axis: found.axis, group: found.group };
}
