import { Fault } from "../../ground/fault/index.js";
import { listed, quote, type Text } from "../../ground/words/index.js";
import type { Candidate, UnitMatch } from "./match-units.js";
import type { RegionKind } from "./region-kind.js";

const kinds: Readonly<Record<RegionKind, Text>> = {
  "china-provinces": { en: "province of China", zh: "中国省级地区" },
  "china-prefectures": { en: "prefecture of China", zh: "中国地级地区" },
  "china-counties": { en: "county of China", zh: "中国县级地区" },
  countries: { en: "country", zh: "国家或地区" },
  "as-is": { en: "own names", zh: "按原样" },
};

export const regionKindText = (kind: RegionKind): Text => kinds[kind];

/** One fault for each key that matches nothing, in the order of the file; the first says how many there are. */
export function unmatchedFaults(
  { kind, unmatched }: Pick<UnitMatch, "kind" | "unmatched">,
  place: { readonly file: string; readonly column?: number },
): Fault[] {
  const all = listed(unmatched.map(({ text, line }) => `${quote(text)} (${line})`));
  return unmatched.map(({ text, line, suggestion, total, candidates }, k) => {
    const blank = text.trim() === "";
    const many: Text =
      k === 0 && unmatched.length > 1
        ? { en: `; ${unmatched.length} names match nothing: ${all.en}`, zh: `；共 ${unmatched.length} 个名称未能匹配：${all.zh}` }
        : { en: "", zh: "" };
    return new Fault({
      code: blank ? "empty-unit" : candidates ? "ambiguous-unit" : "unknown-unit",
      place: { ...place, line },
      found: blank
        ? { en: `the unit is empty${many.en}`, zh: `单位为空${many.zh}` }
        : candidates
          ? {
              en: `${candidates.length} units are called ${quote(text)}${many.en}`,
              zh: `有 ${candidates.length} 个地区名为 ${quote(text)}${many.zh}`,
            }
          : { en: `${quote(text)} is not a known ${kinds[kind].en}${many.en}`, zh: `${quote(text)} 不是已知的${kinds[kind].zh}${many.zh}` },
      expected: expectedForms[kind],
      next: candidates ? chooseOne(candidates) : nextStep(kind, suggestion, total),
    });
  });
}

function chooseOne(candidates: readonly Candidate[]): Text {
  const all = listed(
    candidates.map(({ code, names }) => `${names.zh} ${code}`),
    5,
  );
  return {
    en: `write the code or the full name: ${all.en}; columns of the province and the prefecture would decide too`,
    zh: `请写代码或全名：${all.zh}；文件中有省份、城市列时也可判定`,
  };
}

const expectedForms: Readonly<Record<RegionKind, Text>> = {
  "china-provinces": {
    en: "expected a province: 北京, 北京市, Beijing, 110000 or CN-BJ",
    zh: "应为省级地区：北京、北京市、Beijing、110000 或 CN-BJ",
  },
  "china-prefectures": {
    en: "expected a prefecture: 杭州, 杭州市, 浙江省杭州市, 330100 or 3301",
    zh: "应为地级地区：杭州、杭州市、浙江省杭州市、330100 或 3301",
  },
  "china-counties": {
    en: "expected a county: 西湖区, 杭州市西湖区 or 330106",
    zh: "应为县级地区：西湖区、杭州市西湖区或 330106",
  },
  countries: { en: "expected a country: China, 中国, CN, CHN or 156", zh: "应为国家或地区：中国、China、CN、CHN 或 156" },
  "as-is": { en: "expected a name or code in every row", zh: "每行都应有名称或代码" },
};

function nextStep(kind: RegionKind, suggestion: string | undefined, total: boolean | undefined): Text {
  if (total)
    return {
      en: "it looks like a total: delete the row, or ask for unmatched rows to be dropped",
      zh: "这似乎是合计行：请删去，或选择略去未匹配的行",
    };
  if (suggestion) return { en: `did you mean "${suggestion}"?`, zh: `是否想写“${suggestion}”？` };
  return kind === "as-is"
    ? { en: "name the unit, or delete the row", zh: "请填写单位，或删去该行" }
    : {
        en: "correct the name, delete the row, rename it in the study (rename:), or take the units as they are (regions: as-is)",
        zh: "请更正名称，或删去该行，或在研究文件中更名（rename:），或按原样使用单位（regions: as-is）",
      };
}

/** One fault for each key whose code an earlier key already has. */
export function duplicateFaults(
  { duplicates }: Pick<UnitMatch, "duplicates">,
  place: { readonly file: string; readonly column?: number },
): Fault[] {
  return duplicates.map(
    ({ text, line, firstLine }) =>
      new Fault({
        code: "duplicate-unit",
        place: { ...place, line },
        found: { en: `${quote(text)} is the same unit as on line ${firstLine}`, zh: `${quote(text)} 与第 ${firstLine} 行为同一单位` },
        expected: { en: "expected each unit once", zh: "每个单位只应出现一次" },
        next: { en: "keep one of the two rows", zh: "请只保留其中一行" },
      }),
  );
}
