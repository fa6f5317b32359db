import { chinaProvinces } from "./china-provinces.js";
import type { Division, Divisions } from "./divisions.js";

const peoples =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples})族?)*(?:自治州|自治县|自治旗)$`);
const ending = /^(.{2,}?)(?:地区|林区|特区|盟|市|县|区|旗)$/;

/** A name without what kind of unit it is: 杭州市 → 杭州, 恩施土家族苗族自治州 → 恩施. Names of one character keep theirs: 忠县. */
export function shortName(name: string): string {
  const own = autonomous.exec(name)?.[1] ?? ending.exec(name)?.[1] ?? name;
  return own.length > 2 && own.endsWith("族") ? own.slice(0, -1) : own;
}

const provinceNames = new Map(
  chinaProvinces.map(({ code, spellings }) => [code.slice(0, 2), spellings.find((one) => /[省市区]$/.test(one)) ?? spellings[0]]),
);

/** 浙江省杭州市西湖区, 北京市朝阳区, 湖北省仙桃市: a name with all it belongs to. */
export function fullName({ code, name }: Division, { byCode }: Divisions): string {
  const prefecture = code.endsWith("00") ? undefined : byCode.get(`${code.slice(0, 4)}00`);
  return `${provinceNames.get(code.slice(0, 2)) ?? ""}${prefecture?.name ?? ""}${name}`;
}

/** Provinces a text begins with, and what is left of it. */
export function withoutProvince(text: string): { readonly province: string; readonly rest: string }[] {
  return chinaProvinces.flatMap(({ code, spellings }) => {
    const begun = spellings.filter((one) => /\p{Script=Han}{2}/u.test(one) && text.startsWith(one)).sort((a, b) => b.length - a.length);
    return begun.map((one) => ({ province: code.slice(0, 2), rest: text.slice(one.length) }));
  });
}
