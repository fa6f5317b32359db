import { describe, expect, it } from "vitest";
import { chinaProvinces } from "./china-provinces.js";
import { matchUnits } from "./match-units.js";
import { duplicateFaults, unmatchedFaults } from "./unit-faults.js";

const keys = (...texts: string[]) => texts.map((text, k) => ({ text, line: k + 2 }));
const codes = async (kind: "china-provinces" | "countries" | "as-is" | "auto", ...texts: string[]) =>
  (await matchUnits(keys(...texts), kind)).codes;

describe("matchUnits: China's provinces", () => {
  it("knows the 31 and the three outside, each spelling belonging to one alone", () => {
    expect(chinaProvinces).toHaveLength(34);
    expect(chinaProvinces.filter(({ outside }) => !outside)).toHaveLength(31);
    const owner = new Map<string, string>();
    for (const { code, spellings } of chinaProvinces) {
      for (const spelling of spellings) {
        expect(owner.get(spelling) ?? code).toBe(code);
        owner.set(spelling, code);
      }
    }
  });
  it("matches every spelling of every province to its code", async () => {
    for (const { code, spellings, iso, names } of chinaProvinces) {
      expect(await codes("china-provinces", ...spellings, iso, names.zh, names.en)).toEqual(new Array(spellings.length + 3).fill(code));
    }
  });
  it.each([
    ["内蒙古自治区", "150000"],
    ["内蒙", "150000"],
    ["Nei Mongol", "150000"],
    ["Neimenggu", "150000"],
    ["NEI  MONGGOL", "150000"],
    ["inner-mongolia", "150000"],
    ["Inner Mongolia Autonomous Region", "150000"],
    ["Xizang", "540000"],
    ["Tibet Autonomous Region", "540000"],
    ["Xinjiang Uygur Autonomous Region", "650000"],
    ["广西壮族自治区", "450000"],
    ["宁夏回族自治区", "640000"],
    ["新疆维吾尔自治区", "650000"],
    ["Shaanxi", "610000"],
    ["Shanxi", "140000"],
    ["Shǎnxī", "610000"],
    ["Shānxī", "140000"],
    ["Běijīng", "110000"],
    ["Shanxi Province", "140000"],
    ["陕西省", "610000"],
    ["山西省", "140000"],
    [" 北 京 市\u3000", "110000"],
    ["ＢＥＩＪＩＮＧ", "110000"],
    ["cn-bj", "110000"],
    ["110000.0", "110000"],
    ["１１００００", "110000"],
    ["110000000000", "110000"],
    ["11", "110000"],
    ["京", "110000"],
    ["Hei Long Jiang", "230000"],
    ["吉林市", null],
    ["110100", null],
    ["Jilin City", null],
  ])("matches %j to %s", async (text, code) => {
    expect(await codes("china-provinces", text)).toEqual([code]);
  });
  it("matches Hong Kong, Macao and Taiwan, and reports them as outside the 31", async () => {
    const match = await matchUnits(keys("北京", "香港", "Macau", "台湾省"), "china-provinces");
    expect(match.codes).toEqual(["110000", "810000", "820000", "710000"]);
    expect(match.outside.map(({ code, line }) => [code, line])).toEqual([
      ["810000", 3],
      ["820000", 4],
      ["710000", 5],
    ]);
    expect(match.names[1]).toEqual({ en: "Hong Kong, China", zh: "中国香港" });
    expect(match.unmatched).toEqual([]);
  });
  it.each([
    ["Yunan", "Yunnan"],
    ["Guandong", "Guangdong"],
    ["Heilonjiang", "Heilongjiang"],
    ["Shangxi", "Shanxi"],
    ["云喃", "云南"],
    ["黑龙疆", "黑龙江"],
    ["内蒙古区", "内蒙古"],
    ["其他", undefined],
    ["zz", undefined],
  ])("suggests for %j: %s", async (text, suggestion) => {
    const { unmatched } = await matchUnits(keys(text), "china-provinces");
    expect(unmatched).toEqual([{ text, line: 2, suggestion }]);
  });
  it("recognises a national total among the unmatched", async () => {
    expect((await matchUnits(keys("全国", "北京"), "china-provinces")).unmatched).toEqual([{ text: "全国", line: 2, total: true }]);
  });
});

describe("matchUnits: countries", () => {
  it.each([
    ["CHN", ["China", "中国", "CN", "chn", "156", "People's Republic of China", "中华人民共和国"]],
    ["KOR", ["South Korea", "Korea, Rep.", "韩国", "KR", "410", "Republic of Korea"]],
    ["PRK", ["North Korea", "Korea, Dem. People's Rep.", "朝鲜"]],
    ["VNM", ["Viet Nam", "Vietnam", "越南"]],
    ["TUR", ["Türkiye", "Turkiye", "Turkey", "土耳其"]],
    ["CIV", ["Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire", "科特迪瓦"]],
    ["GBR", ["UK", "U.K.", "United Kingdom", "Great Britain", "英国"]],
    ["USA", ["USA", "US", "U.S.", "United States", "the United States of America", "美国"]],
    ["RUS", ["Russia", "Russian Federation", "俄罗斯"]],
    ["AFG", ["004", "4", "4.0", "Afghanistan"]],
    ["COD", ["Congo, Dem. Rep.", "DRC", "刚果（金）", "Democratic Republic of the Congo"]],
    ["COG", ["Congo, Rep.", "Congo", "刚果(布)"]],
    ["LCA", ["St. Lucia", "Saint Lucia"]],
    ["NAM", ["NA", "Namibia", "纳米比亚"]],
    ["EGY", ["Egypt, Arab Rep."]],
    ["LAO", ["Lao PDR", "Laos", "老挝"]],
    ["BIH", ["Bosnia & Herzegovina", "波斯尼亚和黑塞哥维那"]],
    ["TWN", ["Taiwan", "中国台湾"]],
    ["HKG", ["Hong Kong SAR, China", "香港"]],
  ])("knows %s as %j", async (code, texts) => {
    expect(await codes("countries", ...texts)).toEqual(texts.map(() => code));
  });
  it("names countries in both languages", async () => {
    const { names } = await matchUnits(keys("CHN", "TWN", "USA"), "countries");
    expect(names).toEqual([
      { en: "China", zh: "中国" },
      { en: "Taiwan, China", zh: "中国台湾" },
      { en: "United States", zh: "美国" },
    ]);
  });
  it("suggests the nearest name", async () => {
    const { unmatched } = await matchUnits(keys("Germny", "德果", "ZZZ"), "countries");
    expect(unmatched.map(({ suggestion }) => suggestion)).toEqual(["Germany", "德国", undefined]);
  });
});

describe("matchUnits: kinds", () => {
  it("finds the kind that most keys belong to", async () => {
    const kind = async (...texts: string[]) => (await matchUnits(keys(...texts), "auto")).kind;
    expect(await kind("北京", "上海", "Yunan")).toBe("china-provinces");
    expect(await kind("110000", "120000")).toBe("china-provinces");
    expect(await kind("全国", "北京", "天津")).toBe("china-provinces");
    expect(await kind("China", "India", "Atlantis")).toBe("countries");
    expect(await kind("中国")).toBe("countries");
    expect(await kind("CN", "IN", "US")).toBe("countries");
    expect(await kind("AL", "AK", "AZ", "AR", "CA", "CO", "WY", "TX")).toBe("as-is");
    expect(await kind("1", "2", "3", "4", "8")).toBe("as-is");
    expect(await kind("广州", "深圳", "北京", "苏州", "杭州")).toBe("as-is");
  });
  it("keeps its own keys as they are, trimmed, and reports empty ones", async () => {
    const match = await matchUnits(keys(" a ", "b", " "), "as-is");
    expect(match.codes).toEqual(["a", "b", null]);
    expect(match.unmatched.map(({ line }) => line)).toEqual([4]);
  });
  it("reports each key whose unit came before, with both lines", async () => {
    const match = await matchUnits(keys("北京", "天津", "北京市", "BEIJING"), "auto");
    expect(match.duplicates).toEqual([
      { text: "北京市", line: 4, firstLine: 2 },
      { text: "BEIJING", line: 5, firstLine: 2 },
    ]);
    const faults = duplicateFaults(match, { file: "d.csv", column: 1 });
    expect(faults.map(({ place }) => place.line)).toEqual([4, 5]);
    expect(faults[0].found.en).toContain("line 2");
    expect(faults[0].found.zh).toContain("第 2 行");
  });
});

describe("unmatchedFaults", () => {
  it("lists every unmatched key with its line; the first says how many", async () => {
    const match = await matchUnits(keys("北京", "Yunan", "合计", "", "天津", "上海", "河北", "全椒"), "china-provinces");
    const faults = unmatchedFaults(match, { file: "d.csv", column: 1 });
    expect(faults.map(({ code, place }) => [code, place.file, place.line, place.column])).toEqual([
      ["unknown-unit", "d.csv", 3, 1],
      ["unknown-unit", "d.csv", 4, 1],
      ["empty-unit", "d.csv", 5, 1],
      ["unknown-unit", "d.csv", 9, 1],
    ]);
    expect(faults[0].found.en).toContain("4 names match nothing");
    expect(faults[0].next.en).toBe('did you mean "Yunnan"?');
    expect(faults[1].next.en).toContain("total");
    for (const { found, expected, next } of faults) {
      for (const text of [found, expected, next]) {
        expect(text.en).not.toBe("");
        expect(text.zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
