import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../../../proof/fault-of.js";
import { faultText } from "../../ground/fault/index.js";
import { series } from "../../table/index.js";
import { readPanel } from "../panel/index.js";
import { fullName, shortName } from "./division-names.js";
import { isPrefecture, loadDivisions } from "./divisions.js";
import { matchUnits } from "./match-units.js";
import { proposeUnits } from "./propose-units.js";

const readShipped = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../../../data/${path}`, import.meta.url)));
const table = await loadDivisions(readShipped);
const divisions = async () => table;
const keys = (...texts: string[]) => texts.map((text, k) => ({ text, line: k + 2 }));
const match = (kind: Parameters<typeof matchUnits>[1], ...texts: string[]) => matchUnits(keys(...texts), kind, { divisions });
const panelOf = (text: string, options = {}) => readPanel(new TextEncoder().encode(text), { file: "data.csv", readShipped, ...options });

describe("the table of prefectures and counties", () => {
  const current = table.all.filter(({ ended }) => !ended);
  it("holds 333 prefectures and 2,845 counties, each code once and in order", () => {
    expect(current.filter(isPrefecture)).toHaveLength(333);
    expect(current.filter((one) => !isPrefecture(one))).toHaveLength(2845);
    const codes = table.all.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });
  it("lets every unit that ended become units that the table holds", () => {
    for (const { ended } of table.all) for (const code of ended?.into ?? []) expect(table.byCode.has(code), code).toBe(true);
  });
  it("gives every county a prefecture, or a province that has none above it", () => {
    const orphans = current.filter((one) => !isPrefecture(one) && !table.byCode.has(`${one.code.slice(0, 4)}00`));
    expect([...new Set(orphans.map(({ code }) => code.slice(0, 4)))].sort()).toEqual([
      "1101",
      "1201",
      "3101",
      "4190",
      "4290",
      "4690",
      "5001",
      "5002",
      "6590",
    ]);
  });
});

describe("names of units", () => {
  it.each([
    ["杭州市", "杭州"],
    ["恩施土家族苗族自治州", "恩施"],
    ["黔东南苗族侗族自治州", "黔东南"],
    ["博尔塔拉蒙古自治州", "博尔塔拉"],
    ["克孜勒苏柯尔克孜自治州", "克孜勒苏"],
    ["大兴安岭地区", "大兴安岭"],
    ["锡林郭勒盟", "锡林郭勒"],
    ["神农架林区", "神农架"],
    ["东乡族自治县", "东乡"],
    ["双江拉祜族佤族布朗族傣族自治县", "双江"],
    ["忠县", "忠县"],
  ])("%s is %s for short", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
  it("law: every unit is found by its code and by its full name", async () => {
    const of = (code: string) => (code.endsWith("00") ? "china-prefectures" : "china-counties");
    const unit = fc.constantFrom(...table.all.filter(({ ended }) => !ended));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(unit, { minLength: 1, maxLength: 8, selector: ({ code }) => code }), async (units) => {
        for (const one of units) {
          const { codes } = await match(of(one.code), one.code, `${one.code}000000`, fullName(one, table));
          expect(codes).toEqual([one.code, one.code, one.code]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("matchUnits: prefectures and counties", () => {
  it.each([
    ["china-prefectures", "330100", ["杭州", "杭州市", "浙江省杭州市", "浙江杭州", "3301", "330100", "330100000000", " 杭 州 "]],
    ["china-prefectures", "420600", ["襄阳", "襄樊市", "湖北省襄樊"]],
    ["china-prefectures", "222400", ["延边", "延边州", "延边朝鲜族自治州"].filter((name) => name !== "延边州")],
    ["china-prefectures", "110000", ["北京", "北京市", "110000"]],
    ["china-prefectures", "429004", ["仙桃", "仙桃市", "湖北省仙桃市"]],
    ["china-counties", "330106", ["杭州市西湖区", "浙江省杭州市西湖区", "杭州西湖区"]],
    ["china-counties", "110105", ["北京市朝阳区", "北京朝阳区", "110105"]],
    ["china-counties", "441900", ["东莞市", "东莞"]],
  ] as const)("%s: %s is written %j", async (kind, code, texts) => {
    expect((await match(kind, ...texts)).codes).toEqual(texts.map(() => code));
  });
  it("matches no name that several units bear, and lists them all", async () => {
    const { codes, unmatched } = await match("china-counties", "朝阳区", "鼓楼区", "东城区");
    expect(codes).toEqual([null, null, "110101"]);
    expect(unmatched[0].candidates?.map(({ code, names }) => `${names.zh} ${code}`)).toEqual([
      "北京市朝阳区 110105",
      "吉林省长春市朝阳区 220104",
    ]);
    expect(unmatched[1].candidates).toHaveLength(4);
  });
  it("tells units of one name apart by what they lie in", async () => {
    const within = (text: string, ...places: string[]) => ({ text, line: 2, within: places });
    const of = [within("鼓楼区", "江苏省", "南京"), within("鼓楼区", "福建"), within("鼓楼区", "320300"), within("朝阳区", "四川")];
    expect((await matchUnits(of, "china-counties", { divisions })).codes).toEqual(["320106", "350102", "320302", null]);
  });
  it("keeps a unit that has ended, and says what became of it", async () => {
    const { codes, ended } = await match("china-prefectures", "巢湖市", "莱芜", "合肥");
    expect(codes).toEqual(["341400", "371200", "340100"]);
    expect(ended.map(({ code, last, into }) => [code, last, into.map((one) => one.code)])).toEqual([
      ["341400", "201010", ["340100", "340200", "340500"]],
      ["371200", "201607", ["370100"]],
    ]);
    expect((await match("china-counties", "余杭市", "余杭区")).codes).toEqual([null, "330110"]);
  });
  it("suggests the nearest name", async () => {
    const { unmatched } = await match("china-prefectures", "杭洲市", "恩施州市");
    expect(unmatched[0].suggestion).toBe("杭州市");
  });
  it("finds the family by itself, and without the table takes units as they are", async () => {
    const kind = async (...texts: string[]) => (await match("auto", ...texts)).kind;
    expect(await kind("广州", "深圳", "北京", "苏州", "杭州")).toBe("china-prefectures");
    expect(await kind("130100", "130200", "330100")).toBe("china-prefectures");
    expect(await kind("3301", "3302", "4401")).toBe("china-prefectures");
    expect(await kind("东城区", "西城区", "海淀区", "朝阳区")).toBe("china-counties");
    expect(await kind("110101", "110102", "330106")).toBe("china-counties");
    expect(await kind("北京", "上海", "广东")).toBe("china-provinces");
    expect(await kind("中国", "印度", "美国")).toBe("countries");
    expect(await kind("甲村", "乙村", "丙村")).toBe("as-is");
    expect((await matchUnits(keys("广州", "深圳"), "auto")).kind).toBe("as-is");
  });
});

describe("a panel of prefectures and counties", () => {
  it("takes the finest column for the units and tells them apart by the coarser", async () => {
    const { panel, kind, columns } = await panelOf(
      "省份,城市,区县,年份,gdp\n江苏,南京市,鼓楼区,2020,1\n江苏,徐州市,鼓楼区,2020,2\n福建,福州市,鼓楼区,2020,3\n江苏,南京市,玄武区,2020,4\n",
    );
    expect([kind, columns.unit]).toEqual(["china-counties", "区县"]);
    expect(panel.units.map(({ code, names }) => [code, names.zh])).toEqual([
      ["320102", "玄武区"],
      ["320106", "江苏省南京市鼓楼区"],
      ["320302", "江苏省徐州市鼓楼区"],
      ["350102", "福建省福州市鼓楼区"],
    ]);
    expect([...series(panel, "gdp")]).toEqual([4, 1, 2, 3]);
  });
  it("says where a name is an earlier one, and where a unit is no more", async () => {
    const { warnings } = await panelOf("城市,年份,v\n襄樊市,2009,1\n巢湖市,2009,2\n合肥市,2009,3\n");
    const text = (code: string) => warnings.find((one) => one.code === code)?.text.zh;
    expect(text("former-names")).toContain("襄阳市 420600");
    expect(text("units-ended")).toContain("安徽省合肥市 340100");
  });
  it("refuses a name that several units bear, with all of them", async () => {
    const fault = await faultOf(panelOf("county,v\n朝阳区,1\n海淀区,2\n西城区,3\n"));
    expect(fault).toMatchObject({ code: "ambiguous-unit", place: { file: "data.csv", line: 2, column: 1 } });
    expect(faultText(fault, "zh")).toContain("北京市朝阳区 110105");
  });
  it("reads units by another name, and leaves out the rows it is asked to", async () => {
    const text = "城市,年份,v\n杭洲,2020,1\n宁波,2020,2\n全省,2020,3\n";
    const regions = "china-prefectures";
    expect((await faultOf(panelOf(text, { regions }))).others).toHaveLength(1);
    const { panel, warnings } = await panelOf(text, { regions, rename: { 杭洲: "330100", 全省: null, 温洲: "温州" } });
    expect(panel.units.map(({ code }) => code)).toEqual(["330100", "330200"]);
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["units-renamed", "units-left-out", "renames-unused"]));
  });
  it("keeps a unit that nothing is called when it is renamed to itself, behind those of the family", async () => {
    const text = "城市,年份,v\n高新区,2020,1\n宁波,2020,2\n杭州,2020,3\n";
    const { panel, warnings } = await panelOf(text, { regions: "china-prefectures", rename: { 高新区: "高新区" } });
    expect(panel.units.map(({ code, names }) => [code, names.zh])).toEqual([
      ["330100", "杭州市"],
      ["330200", "宁波市"],
      ["高新区", "高新区"],
    ]);
    expect(warnings.map(({ code }) => code)).toContain("units-own");
  });
  it("joins two names that are meant to be one unit", async () => {
    const { panel } = await panelOf("城市,年份,v\n莱芜市,2018,1\n济南市,2019,2\n青岛市,2019,3\n", { rename: { 莱芜市: "济南市" } });
    expect(panel.units.map(({ code }) => code)).toEqual(["370100", "370200"]);
  });
});

describe("proposeUnits", () => {
  it("gives a match or candidates for every name, and says how", async () => {
    const names = ["杭州", "330200", "襄樊市", "巢湖市", "杭洲市", "合计", "火星"];
    const proposals = await proposeUnits(names, "china-prefectures", divisions);
    expect(proposals.map(({ name, match: found, how }) => [name, found?.code, how])).toEqual([
      ["杭州", "330100", "short-name"],
      ["330200", "330200", "code"],
      ["襄樊市", "420600", "former-name"],
      ["巢湖市", "341400", "ended"],
      ["杭洲市", undefined, "near"],
      ["合计", undefined, "total"],
      ["火星", undefined, "none"],
    ]);
    expect(proposals[4].candidates.map(({ code }) => code)).toEqual(["330100"]);
    expect(proposals[3].candidates).toHaveLength(3);
  });
  it("offers every unit of an ambiguous name", async () => {
    const [one] = await proposeUnits(["鼓楼区"], "china-counties", divisions);
    expect(one).toMatchObject({ match: null, how: "several" });
    expect(one.candidates).toHaveLength(4);
  });
  it("serves provinces and countries too", async () => {
    expect((await proposeUnits(["内蒙"], "china-provinces"))[0].match?.code).toBe("150000");
    expect((await proposeUnits(["Germny"], "countries"))[0]).toMatchObject({ match: null, how: "near", candidates: [{ code: "DEU" }] });
  });
});
