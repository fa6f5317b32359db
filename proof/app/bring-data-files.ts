import { parquetWriteBuffer } from "hyparquet-writer";
import { type BookCell, workbookOf } from "../small-workbook.js";

/** GB18030 two-byte code of each character, by decoding every pair once. */
function gb18030(text: string): Buffer {
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) pairs.set(new TextDecoder("gb18030").decode(new Uint8Array([lead, trail])), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => (letter.charCodeAt(0) < 128 ? [letter.charCodeAt(0)] : (pairs.get(letter) ?? []))));
}

const wide = (text: string): string => text.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const provinces = ["北京市", "天津", "河北省", "山西", "内蒙古自冶区", "辽宁", "上海", "江苏", "浙江", "安徽", "福建", "广东"];
const years = [2018, 2019, 2020, 2021, 2022];

/** Made-up figures that grow as figures do, each province in its own way. */
const figure = (place: number, year: number, column: number): number =>
  Math.round(10 * (20 + 7 * place + 11 * column) * (1 + 0.04 * (year - 2018)) + ((place * 7 + year * 3 + column * 5) % 11)) / 10;

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * A yearbook export as people have it: GB18030, lines above the heading, 年 behind the years, full-width digits, a misspelt province,
 * a total, a dash for what is missing, one cell ten times too large, notes below.
 */
export function messyCsv(): Upload {
  const rows = provinces.flatMap((name, place) =>
    years.map((year) => {
      const gdp = figure(place, year, 0) * 100 * (name === "浙江" && year === 2020 ? 10 : 1);
      const web = name === "安徽" && year === 2018 ? "—" : figure(place, year, 1).toFixed(1);
      const written = [gdp.toFixed(1), web, (3 + (figure(place, year, 2) % 1)).toFixed(2), figure(place, year, 3).toFixed(1)];
      return [name, `${year}年`, ...(name === "广东" ? written.map(wide) : written)].join(",");
    }),
  );
  const text = [
    "数据库：分省年度数据",
    "地区,年份,地区生产总值（亿元）,互联网普及率（%）,城镇登记失业率（%）,每百户电脑（台）",
    ...rows,
    ...years.map((year) => `全国,${year}年,990000.0,70.1,3.60,60.2`),
    "",
    "注：部分年份为快报数。",
    "数据来源：国家统计局",
  ];
  return { name: "分省数据.csv", mimeType: "text/csv", buffer: gb18030(text.join("\r\n")) };
}

/** A workbook with a cover sheet, a title, a heading of two rows with joined cells, and notes under the table. */
export function joinedWorkbook(): Upload {
  const rows: BookCell[][] = provinces
    .filter((name) => name !== "内蒙古自冶区")
    .map((name, place) => [name, ...[0, 1].flatMap((column) => [2021, 2022].map((year) => figure(place, year, column)))]);
  const book = workbookOf(
    { name: "封面", rows: [["统计年鉴"]] },
    {
      name: "表1",
      rows: [
        ["表1 分地区指标", null, null, null, null],
        ["地  区", "地区生产总值", null, "互联网普及率", null],
        [null, "2021年", "2022年", "2021年", "2022年"],
        ...rows,
        ["注：部分年份为快报数。", null, null, null, null],
      ],
      merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"],
    },
  );
  return { name: "年鉴.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(book) };
}

/** Countries and years as a Parquet file. */
export function countriesParquet(): Upload {
  const countries = ["CHN", "FRA", "KEN", "BRA", "IND"];
  const keys = countries.flatMap((code, place) => years.map((year) => ({ code, year, place })));
  const written = parquetWriteBuffer({
    columnData: [
      { name: "country", data: keys.map(({ code }) => code), type: "STRING" },
      { name: "year", data: keys.map(({ year }) => year), type: "INT32" },
      { name: "users", data: keys.map(({ place, year }) => figure(place, year, 1)), type: "DOUBLE" },
    ],
  });
  return { name: "countries.parquet", mimeType: "application/octet-stream", buffer: Buffer.from(written) };
}

/** A picture under the name of a table. */
export const noTable = (): Upload => ({
  name: "map.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]),
});

/** Counties under names of their own, as many as China has: years and columns of one decimal. */
export function countyCsv(counties: number, periods: number, columns: number): Upload {
  const head = ["unit", "year", ...Array.from({ length: columns }, (_, v) => `v${v}`)].join(",");
  const rows = Array.from({ length: counties * periods }, (_, k) => {
    const [place, t] = [Math.floor(k / periods), k % periods];
    const cells = Array.from({ length: columns }, (_, v) => (figure(place % 97, 2011 + t, v) + (place % 13)).toFixed(1));
    return [`c${place}`, 2011 + t, ...cells].join(",");
  });
  return { name: "counties.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...rows].join("\n")) };
}
