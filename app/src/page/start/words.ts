import type { Language } from "@gongfu/engine";

const en = {
  /** between two sentences */
  between: " ",
  computing: "Computing the example in your browser",
  headline: (k: number, n: number, year: number) => `In ${year}, equity ran ahead of empowerment in ${k} of ${n} provinces`,
  headlineUnit: (name: string, year: number, level: string, lead: string) => `${name} in ${year}: ${level.toLowerCase()}, ${lead}`,
  lead: (e: string, q: string, e0: string, q0: string, from: number, year: number) =>
    year === from
      ? `In ${from} digital empowerment stood at ${e} and digital equity at ${q}, on a scale from 0 to 1.`
      : `Since ${from} digital empowerment moved from ${e0} to ${e} and digital equity from ${q0} to ${q}, on a scale from 0 to 1.`,
  forms: (d: string, level: string, wang: string, levelWang: string) =>
    `Together the wheels reach D ${d} (${level.toLowerCase()}) by the standard formula and ${wang} (${levelWang.toLowerCase()}) by the corrected one of Wang et al. (2021): the formula decides the verdict, so both are shown.`,
  country: "Mean of the provinces",
  empowerment: "Empowerment",
  equity: "Equity",
  outcome: "Outcome",
  d: "Coordination D",
  dShort: "D",
  dWang: "D, corrected",
  level: "Class",
  rank: "Rank",
  province: "Province",
  mapTitle: (year: number) => `The two wheels of each province, ${year}`,
  mapNote: "Left bar empowerment, right bar equity; a full tile is 1. Tiles show no boundaries. Choose a tile to see its wheels.",
  rankingTitle: (year: number) => `Ranking by coordination, ${year}`,
  quadrantTitle: (k: number, n: number) => `${k} of ${n} provinces lie on the equity side of the line of balance`,
  quadrantNote: (year: number) => `Each dot is a province in ${year}; the tail shows where it started. On the line both wheels are equal.`,
  back: "Show all provinces",
  emblemTitle: (name: string, year: number) => `The two wheels: ${name}, ${year}`,
  tile: (name: string, e: string, q: string) => `${name}: empowerment ${e}, equity ${q}`,
  leadsEquity: "equity leads",
  leadsEmpowerment: "empowerment leads",
  together: "side by side",
  sureTitle: "How sure?",
  sure: (imputed: number, suspect: number, blind: number, definitions: number) =>
    `${imputed} indicator cells are carried from the nearest year, ${suspect} raw cells are suspect and kept; ${blind} of the framework's ${definitions} indicators are not filled as defined. Ranks depend on such choices: read them as neighbourhoods, not as places.`,
  methodTitle: "How it is computed",
  method:
    "Official statistics of 31 provinces; indicators per head or per GDP, min–max over all region-years, equal weights within mechanisms; empowerment and equity coupled, the outcome kept apart.",
  full: "The full report and every table come from the command line:",
  own: "A study of your own data starts with:",
  privacy: "Everything is computed on this page; nothing is sent anywhere.",
};

const zh: typeof en = {
  between: "",
  computing: "正在浏览器中计算示例",
  headline: (k, n, year) => `${year} 年，${n} 个省份中有 ${k} 个“分蛋糕”跑在“做蛋糕”前面`,
  headlineUnit: (name, year, level, lead) => `${year} 年的${name}：${level}，${lead}`,
  lead: (e, q, e0, q0, from, year) =>
    year === from
      ? `${from} 年，数字赋能得分 ${e}，数字平权得分 ${q}（取值 0–1）。`
      : `${from} 年以来，数字赋能由 ${e0} 变为 ${e}，数字平权由 ${q0} 变为 ${q}（取值 0–1）。`,
  forms: (d, level, wang, levelWang) =>
    `两轮的耦合协调度，按标准公式为 ${d}（${level}），按王淑佳等（2021）修正公式为 ${wang}（${levelWang}）：口径不同，结论不同，两种都列出。`,
  country: "各省均值",
  empowerment: "赋能",
  equity: "平权",
  outcome: "共富结果",
  d: "耦合协调度 D",
  dShort: "D",
  dWang: "修正 D",
  level: "等级",
  rank: "位次",
  province: "省份",
  mapTitle: (year) => `各省的两个轮子，${year} 年`,
  mapNote: "左柱为赋能，右柱为平权，满格为 1。方块图不表示边界。点选方块查看该省的两轮。",
  rankingTitle: (year) => `耦合协调度排名，${year} 年`,
  quadrantTitle: (k, n) => `${n} 个省份中有 ${k} 个位于均衡线的平权一侧`,
  quadrantNote: (year) => `每个点为一个省份（${year} 年），尾线表示起点。位于斜线上时两轮相等。`,
  back: "查看全部省份",
  emblemTitle: (name, year) => `双轮：${name}，${year} 年`,
  tile: (name, e, q) => `${name}：赋能 ${e}，平权 ${q}`,
  leadsEquity: "平权领先",
  leadsEmpowerment: "赋能领先",
  together: "两轮同步",
  sureTitle: "有多可信？",
  sure: (imputed, suspect, blind, definitions) =>
    `${imputed} 个指标单元格由最近年份沿用，${suspect} 个原始单元格存疑但保留；指标体系的 ${definitions} 项指标中有 ${blind} 项未能按定义取得数据。位次取决于这些选择，宜看区间，不宜看名次。`,
  methodTitle: "怎么算的",
  method: "31 个省份的官方统计；指标按人均或占 GDP 比重计，全部省份年份合并极差标准化，机制内等权；赋能与平权两系统耦合，共富结果单列。",
  full: "完整报告与全部表格由命令行生成：",
  own: "用自己的数据，从这里开始：",
  privacy: "全部计算都在本页完成，不发送任何数据。",
};

export type Words = typeof en;
export const words: Record<Language, Words> = { en, zh };
