import type { Citation } from "./citation.js";

/** Coupling, coordination, obstacles and diagnosis. */
export const coupling = {
  liao1999: {
    type: "article",
    author: "廖重斌",
    year: 1999,
    title: "环境与经济协调发展的定量评判及其分类体系——以珠江三角洲城市群为例",
    in: "热带地理 19(2):171-177",
  },
  wang2021: {
    type: "article",
    author: "王淑佳 and 孔伟 and 任亮 and 治丹丹 and 戴彬婷",
    year: 2021,
    title: "国内耦合协调度模型的误区及修正",
    in: "自然资源学报 36(3):793-810",
    doi: "10.31497/zrzyxb.20210319",
  },
  lei2016: {
    type: "article",
    author: "雷勋平 and Qiu, Robin and 刘勇",
    year: 2016,
    title: "基于熵权TOPSIS模型的区域土地利用绩效评价及障碍因子诊断",
    in: "农业工程学报 32(13):243-253",
  },
  chen2024: {
    type: "article",
    author: "陈桂生 and 吴合庆",
    year: 2024,
    title: "数字新质生产力何以推进共同富裕——基于数字赋能与数字平权的解释",
    in: "重庆大学学报(社会科学版) 30(4):131-143",
    doi: "10.11835/j.issn.1008-5831.pj.2024.06.001",
  },
} as const satisfies Record<string, Citation>;
