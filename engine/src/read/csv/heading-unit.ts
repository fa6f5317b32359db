import { foldWidth } from "../numbers/fold-width.js";

/** What the last brackets of a heading may hold to be a unit of measure: 亿元, 万人, %, 元/人, current US$, per 100 households. */
const chinese =
  /^(?:现价|当年价|不变价|按.{0,8}计[,，]?)?(?:每?[十百千万亿]*)(?:元|美元|人民币|港元|人|人次|户|个|家|件|项|篇|部|辆|台|套|床|张|册|份|只|头|条|所|处|座|次|笔|单|岁|年|月|天|日|小时|分钟|秒|米|厘米|毫米|公里|千米|里|亩|公顷|平方米|平方公里|平方千米|立方米|升|吨|公斤|千克|克|吨标准煤|标准煤|千瓦|千瓦时|千瓦小时|度|兆|兆比特|比特|字节|人年|万分之一|百分点|百分比|分|倍|比例)(?:\s*[/／每]\s*[\p{L}\d²³]+)*$/u;
const latin =
  /^(?:[%‰°]|(?:current|constant|\d{4})?\s*(?:us\$|usd|\$|€|£|¥|yuan|rmb|cny|eur|gbp|persons?|people|head|households?|firms?|units?|beds?|patents?|years?|months?|days?|hours?|minutes?|km2?|km²|m2|m²|m3|m³|km|m|ha|mu|kg|g|tons?|tonnes?|t|kwh|mwh|gwh|kw|mw|gw|tce|gb|tb|mb|mbps|mbit\/s|percent|per cent|per mille|percentage points?|index|ratio|share)(?:\s*(?:\/|per)\s*[\w ²³]+)?|(?:hundreds?|thousands?|millions?|billions?|trillions?|100|1,?000|10,?000|1e\d+)(?:\s+(?:of\s+)?[\w$ ]+)?|(?:%|percent|share)\s+of\s+[\w ]+|per\s+[\w ,]+)$/i;
const inBrackets = /^(.+?)\s*[（([【]([^（()）[\]【】]+)[）)\]】]$/;

/** Whether a text is nothing but a unit of measure, in brackets or not. */
export function isUnit(text: string): boolean {
  const bare = unwrapped(text);
  return bare !== "" && (chinese.test(bare) || latin.test(bare));
}

/** "（亿元）" → "亿元" */
export const unwrapped = (text: string): string => {
  const folded = foldWidth(text).trim();
  return /^[([【].*[)\]】]$/.test(folded) ? folded.slice(1, -1).trim() : folded;
};

/** A heading without the unit of measure that its last brackets hold: "GDP（亿元）" → GDP in 亿元. Brackets that hold something else stay. */
export function splitHeading(heading: string): { readonly name: string; readonly unit: string } {
  const found = inBrackets.exec(heading.trim());
  return found && isUnit(found[2]) ? { name: found[1], unit: unwrapped(found[2]) } : { name: heading, unit: "" };
}

/** The one unit written above a table ("单位：亿元"); undefined when there is none, or one a column. */
export function unitAbove(cells: readonly string[]): string | undefined {
  for (const cell of cells) {
    const found = /(?:计量)?(?:单位|unit)\s*[:：]\s*([^\s，,、;；）)]+)\s*[）)]?\s*$/i.exec(cell);
    if (found && isUnit(found[1])) return found[1];
    const indicator = /^\s*指标\s*[:：].*[（(]([^（()）]+)[）)]\s*$/.exec(cell);
    if (indicator && isUnit(indicator[1])) return indicator[1];
  }
  return undefined;
}
