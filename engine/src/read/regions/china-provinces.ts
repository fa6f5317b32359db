import type { Text } from "../../ground/words/index.js";

export interface Province {
  /** GB/T 2260 six-digit code */
  readonly code: string;
  /** ISO 3166-2 code */
  readonly iso: string;
  readonly names: Text;
  /** every accepted spelling, codes included */
  readonly spellings: readonly string[];
  /** Hong Kong, Macao and Taiwan: known, but outside the 31 that the yearbook's provincial tables cover */
  readonly outside: boolean;
}

/** code · ISO · short Chinese · English · one-character names · further Chinese · further Latin */
const rows: readonly (readonly [string, string, string, string, string, string?, string?])[] = [
  ["11", "BJ", "北京", "Beijing", "京"],
  ["12", "TJ", "天津", "Tianjin", "津"],
  ["13", "HE", "河北", "Hebei", "冀"],
  ["14", "SX", "山西", "Shanxi", "晋", "", "Shānxī"],
  ["15", "NM", "内蒙古", "Inner Mongolia", "蒙", "内蒙", "Nei Mongol|Neimenggu|Nei Menggu|Nei Monggol|Neimeng|Innermongolia"],
  ["21", "LN", "辽宁", "Liaoning", "辽"],
  ["22", "JL", "吉林", "Jilin", "吉"],
  ["23", "HL", "黑龙江", "Heilongjiang", "黑"],
  ["31", "SH", "上海", "Shanghai", "沪|申"],
  ["32", "JS", "江苏", "Jiangsu", "苏"],
  ["33", "ZJ", "浙江", "Zhejiang", "浙"],
  ["34", "AH", "安徽", "Anhui", "皖"],
  ["35", "FJ", "福建", "Fujian", "闽"],
  ["36", "JX", "江西", "Jiangxi", "赣"],
  ["37", "SD", "山东", "Shandong", "鲁"],
  ["41", "HA", "河南", "Henan", "豫"],
  ["42", "HB", "湖北", "Hubei", "鄂"],
  ["43", "HN", "湖南", "Hunan", "湘"],
  ["44", "GD", "广东", "Guangdong", "粤"],
  ["45", "GX", "广西", "Guangxi", "桂", "广西壮族", "Guangxi Zhuang|Guangxi Zhuangzu"],
  ["46", "HI", "海南", "Hainan", "琼"],
  ["50", "CQ", "重庆", "Chongqing", "渝"],
  ["51", "SC", "四川", "Sichuan", "川|蜀"],
  ["52", "GZ", "贵州", "Guizhou", "贵|黔"],
  ["53", "YN", "云南", "Yunnan", "云|滇"],
  ["54", "XZ", "西藏", "Tibet", "藏", "", "Xizang"],
  ["61", "SN", "陕西", "Shaanxi", "陕|秦", "", "Shǎnxī"],
  ["62", "GS", "甘肃", "Gansu", "甘|陇"],
  ["63", "QH", "青海", "Qinghai", "青"],
  ["64", "NX", "宁夏", "Ningxia", "宁", "宁夏回族", "Ningxia Hui|Ningxia Huizu"],
  ["65", "XJ", "新疆", "Xinjiang", "新", "新疆维吾尔", "Xinjiang Uygur|Xinjiang Uyghur|Xinjiang Uighur|Xinjiang Weiwuer"],
  ["71", "TW", "台湾", "Taiwan", "台", "中国台湾|台湾地区|臺灣", "Taiwan, China|Taiwan, Province of China"],
  [
    "81",
    "HK",
    "香港",
    "Hong Kong",
    "港",
    "中国香港|香港特区|香港特别行政区",
    "Hong Kong SAR|Hong Kong, China|Hong Kong SAR, China|Xianggang",
  ],
  ["82", "MO", "澳门", "Macao", "澳", "中国澳门|澳门特区|澳门特别行政区", "Macau|Macao SAR|Macau SAR|Macao, China|Macao SAR, China|Aomen"],
];

const municipalities = new Set(["11", "12", "31", "50"]);
const autonomous = new Set(["15", "45", "54", "64", "65"]);
const special = new Set(["81", "82"]);
const split = (list: string | undefined): string[] => (list ? list.split("|") : []);

function endings(code: string): { zh: string[]; en: string[] } {
  if (municipalities.has(code)) return { zh: ["市"], en: ["Municipality", "City", "Shi"] };
  if (autonomous.has(code)) return { zh: ["自治区"], en: ["Autonomous Region", "AR", "Zizhiqu"] };
  return special.has(code) ? { zh: [], en: [] } : { zh: ["省"], en: ["Province", "Sheng"] };
}

/** The 31 provincial units of the mainland in code order, then Taiwan, Hong Kong and Macao. */
export const chinaProvinces: readonly Province[] = rows.map(([code, iso, zh, en, initials, moreZh, moreEn]) => {
  const outside = Number(code) > 70;
  const chinese = [zh, ...split(moreZh)];
  const latin = [en, ...split(moreEn)];
  const ending = endings(code);
  return {
    code: `${code}0000`,
    iso: `CN-${iso}`,
    names: outside ? { en: `${en}, China`, zh: `中国${zh}` } : { en, zh },
    spellings: [
      ...chinese,
      ...chinese.flatMap((name) => ending.zh.map((end) => name + end)),
      ...latin,
      ...latin.flatMap((name) => ending.en.map((end) => `${name} ${end}`)),
      ...split(initials),
      `CN-${iso}`,
      `CN-${code}`,
      code,
      `${code}0000`,
      `${code}0000000000`,
    ],
    outside,
  };
});
