import type { Language } from "@gongfu/engine";

const en = {
  table: "Table",
  numbers: "Numbers of this figure",
  noValue: "–",
  rows: (shown: number, all: number) => (shown < all ? `the first ${shown} of ${all} rows; all are in the file` : `${all} rows`),
  notDrawn: (why: string) => `The picture could not be drawn (${why}). Its numbers are in the table; reload the page to try again.`,
  formula: "Formula",
  typeName: "Type a name or code",
  year: "Year",
  play: "Play the years",
  pause: "Pause",
  showRows: (n: number) => (n === 1 ? "Show the row" : `Show all ${n} rows`),
};

const zh: typeof en = {
  table: "表",
  numbers: "图中数据",
  noValue: "—",
  rows: (shown, all) => (shown < all ? `共 ${all} 行，显示前 ${shown} 行，全部见文件` : `共 ${all} 行`),
  notDrawn: (why) => `图未能绘出（${why}）。数据见表；可重新加载页面再试。`,
  formula: "公式",
  typeName: "输入名称或代码",
  year: "年份",
  play: "按年播放",
  pause: "暂停",
  showRows: (n) => `显示全部 ${n} 行`,
};

export type PartWords = typeof en;
export const words: Record<Language, PartWords> = { en, zh };
