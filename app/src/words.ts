import type { Language } from "@gongfu/engine";

const en = {
  computing: "Computing the example in your browser",
  headline: (k: number, n: number, year: number) => `In ${year}, sharing ran ahead of growing in ${k} of ${n} provinces`,
  headlineUnit: (name: string, d: string, level: string) => `${name}: coordination ${d}, ${level.toLowerCase()}`,
  lead: (e: string, q: string, e0: string, q0: string, from: number, year: number) =>
    year === from
      ? [`In ${from} digital empowerment stood at ${e} and digital equity at ${q} of 100.`]
      : [`Since ${from} digital empowerment moved from ${e0} to ${e} and digital equity from ${q0} to ${q}, of 100.`],
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
  year: "Year",
  play: "Play the years",
  pause: "Pause",
  mapTitle: (year: number) => `The two wheels of each province, ${year}`,
  mapNote: "Left bar empowerment, right bar equity; a full tile is 1. Tiles show no boundaries. Choose a tile to see its wheels.",
  rankingTitle: (year: number) => `Ranking by coordination, ${year}`,
  quadrantTitle: (k: number, n: number) => `${k} of ${n} provinces lie on the equity side of the line of balance`,
  quadrantNote: (year: number) => `Each dot is a province in ${year}; the tail shows where it started. On the line both wheels are equal.`,
  back: "Show all provinces",
  leadsEquity: "equity leads",
  leadsEmpowerment: "empowerment leads",
  together: "side by side",
  sureTitle: "How sure?",
  sure: (imputed: number, suspect: number, blind: number, definitions: number) =>
    `${imputed} indicator cells are carried from the nearest year, ${suspect} raw cells are suspect and kept; ${blind} of the framework's ${definitions} indicators are not filled as defined. Ranks depend on such choices: read them as neighbourhoods, not as places.`,
  methodTitle: "How it is computed",
  method:
    "Official statistics of 31 provinces; indicators per head or per GDP, min–max over all region-years, equal weights within mechanisms; empowerment and equity coupled, the outcome kept apart.",
  full: "The full report, every table and the study file come from the command line:",
  language: "中文",
  languageLabel: "Switch to Chinese",
  table: "Show as a table",
  skip: "Skip to the content",
  privacy: "Everything is computed on this page; nothing is sent anywhere.",
  faultTitle: "The example could not be computed",
};

const zh: typeof en = {
  computing: "正在浏览器中计算示例",
  headline: (k, n, year) => `${year} 年，${n} 个省份中有 ${k} 个“分蛋糕”跑在“做蛋糕”前面`,
  headlineUnit: (name, d, level) => `${name}：耦合协调度 ${d}，${level}`,
  lead: (e, q, e0, q0, from, year) =>
    year === from ? [`${from} 年，数字赋能为 ${e}，数字平权为 ${q}（满分 100）。`] : [`自 ${from} 年以来，数字赋能由 ${e0} 升至 ${e}，数字平权由 ${q0} 升至 ${q}（满分 100）。`],
  forms: (d, level, wang, levelWang) =>
    `两轮的耦合协调度，按标准公式为 ${d}（${level}），按王淑佳等（2021）修正公式为 ${wang}（${levelWang}）：公式不同，结论不同，两种都列出。`,
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
  year: "年份",
  play: "按年播放",
  pause: "暂停",
  mapTitle: (year) => `各省的两个轮子，${year} 年`,
  mapNote: "左柱为赋能，右柱为平权，满格为 1。方块图不表示边界。点选方块查看该省的两轮。",
  rankingTitle: (year) => `耦合协调度排名，${year} 年`,
  quadrantTitle: (k, n) => `${n} 个省份中有 ${k} 个位于均衡线的平权一侧`,
  quadrantNote: (year) => `每个点为一个省份（${year} 年），尾线表示起点。位于斜线上时两轮相等。`,
  back: "查看全部省份",
  leadsEquity: "平权领先",
  leadsEmpowerment: "赋能领先",
  together: "两轮同步",
  sureTitle: "有多可信？",
  sure: (imputed, suspect, blind, definitions) =>
    `${imputed} 个指标单元格由最近年份沿用，${suspect} 个原始单元格存疑但保留；指标体系的 ${definitions} 项指标中有 ${blind} 项未能按定义取得数据。位次取决于这些选择，宜看区间，不宜看名次。`,
  methodTitle: "怎么算的",
  method: "31 个省份的官方统计；指标按人均或占 GDP 比重计，全部省份年份合并极差标准化，机制内等权；赋能与平权两系统耦合，共富结果单列。",
  full: "完整报告、全部表格与研究文件由命令行生成：",
  language: "English",
  languageLabel: "切换到英文",
  table: "以表格显示",
  skip: "跳到正文",
  privacy: "全部计算都在本页完成，不发送任何数据。",
  faultTitle: "示例未能计算",
};

export type Words = typeof en;
export const words: Record<Language, Words> = { en, zh };
