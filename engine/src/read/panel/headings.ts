import { foldName } from "../regions/fold-name.js";

/** Column names that usually mean one thing, folded, the likeliest first. */
const usual = {
  unit: "unit 省份 地区 省市 省区市 省 province region regionname provincename country countryname economy entity area geo state city county 城市 市 县 区县 国家 国家地区 国家和地区 国家或地区 行政区 行政区划 区域 地区名称 省份名称 城市名称 国家名称 名称 name namezh nameen namefullzh provincezh provinceen unitzh uniten countrycode iso3 iso3c iso2 iso2c iso isocode isoa3 adcode code 代码 地区代码 省份代码 行政区划代码 区划代码 行政代码 国家代码 unitcode provincecode regioncode admincode geocode refarea location id",
  period: "period year 年份 年度 年 时期 时间 期间 timeperiod time date yr refyear",
  variable:
    "variable indicatorcode seriescode indicator series 指标 变量 指标名称 变量名 变量名称 indicatorname seriesname variablename measure item",
  value: "value 数值 值 指标值 obsvalue 数据 amount",
} as const;

const places = new Set(
  "省份 省 省市 省区市 省市区 所属省份 所属省 province provincename 省份名称 城市 市 地市 地级市 所属城市 所属地市 city cityname prefecture 城市名称 省份代码 provincecode 城市代码 citycode".split(
    " ",
  ),
);

/** Columns whose heading says that they hold the province or the city something lies in. */
export const placeColumns = (header: readonly string[]): number[] =>
  header.flatMap((name, column) => (places.has(foldName(name)) ? [column] : []));

export type Role = keyof typeof usual;

const ranks: Readonly<Record<Role, ReadonlyMap<string, number>>> = {
  unit: rank("unit"),
  period: rank("period"),
  variable: rank("variable"),
  value: rank("value"),
};

function rank(role: Role): ReadonlyMap<string, number> {
  return new Map(usual[role].split(" ").map((name, k) => [name, k]));
}

/** Columns whose heading usually means this role, the likeliest first. */
export function usualColumns(header: readonly string[], role: Role): number[] {
  const known = ranks[role];
  return header
    .flatMap((name, column) => {
      const place = known.get(foldName(name));
      return place === undefined ? [] : [{ column, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ column }) => column);
}
