import type { Text } from "../../ground/words/index.js";
import type { FormulaClaim } from "./audit-formula.js";

/** What a column of the table, or a number printed beside it, is in a claim. The command line has a flag of the same name. */
export interface ClaimRole {
  readonly id: string;
  readonly names: Text;
  /** one column · several · a printed number for each column of `data` · a single printed number */
  readonly takes: "column" | "columns" | "numbers" | "number";
  /** headings by which it is known */
  readonly headings?: RegExp;
  /** the claim cannot be made without it */
  readonly needed?: boolean;
}

/** A kind of published table, and what may stand in it. */
export interface ClaimFamily {
  readonly id: FormulaClaim["family"];
  readonly names: Text;
  readonly about: Text;
  readonly roles: readonly ClaimRole[];
}

const role = (id: string, takes: ClaimRole["takes"], en: string, zh: string, rest: Partial<ClaimRole> = {}): ClaimRole => ({
  id,
  takes,
  names: { en, zh },
  ...rest,
});

const label = role("label", "column", "what the rows are called", "行名称（年份或地区）", {
  headings: /^(year|年份|unit|region|地区|province|省份|city|城市|row)$/i,
});
const indicators = [
  role("data", "columns", "indicators or parts", "指标或组成部分", { needed: true }),
  role("negative", "columns", "indicators of which less is better", "逆向指标"),
  role("period", "column", "period", "时期", { headings: /^(year|年份|period|时期)$/i }),
];

export const claimFamilies: readonly ClaimFamily[] = [
  {
    id: "coupling",
    names: { en: "Coupling and coordination", zh: "耦合协调度" },
    about: {
      en: "developments U of the systems, and C, T or D printed beside them",
      zh: "各系统的发展水平 U，以及所列的 C、T、D",
    },
    roles: [
      role("u", "columns", "developments U of the systems", "各系统发展水平 U", { headings: /^U\d+$/i }),
      role("c", "column", "coupling degree C", "耦合度 C", { headings: /^(C|耦合度)$/i }),
      role("corrected", "column", "a second coupling degree, of the corrected form", "另列的修正耦合度"),
      role("t", "column", "development T", "协调发展指数 T", { headings: /^(T|协调发展指数|综合协调指数)$/i }),
      role("d", "column", "coordination degree D", "耦合协调度 D", { headings: /^(D|耦合协调度)$/i }),
      role("class", "column", "name of the class", "等级名称"),
      label,
    ],
  },
  {
    id: "weights",
    names: { en: "Weights", zh: "权重" },
    about: { en: "indicators, and the weights printed for them", zh: "各指标数据，以及所公布的权重" },
    roles: [
      ...indicators,
      role("weights", "numbers", "published weights, one an indicator", "所公布的权重，每项指标一个", { needed: true }),
    ],
  },
  {
    id: "index",
    names: { en: "An index and its parts", zh: "指数及其组成" },
    about: { en: "parts, their weights, and the index printed for every row", zh: "各组成部分及其权重，以及逐行所列的指数" },
    roles: [
      ...indicators,
      role("weights", "numbers", "weights, one a part; equal when there are none", "各部分权重；不填则为等权"),
      role("index", "column", "published index", "所公布的指数", {
        headings: /^(I|index|score|closeness|指数|得分|综合得分|综合指数|贴近度)$/i,
        needed: true,
      }),
    ],
  },
  {
    id: "inequality",
    names: { en: "Inequality and polarisation", zh: "不平等与极化指标" },
    about: { en: "values of every row, and the measure printed for all of them", zh: "逐行数值，以及对全体所公布的一个指标" },
    roles: [
      role("value", "column", "values: incomes, means", "数值（如收入、人均值）", {
        headings: /^(value|income|收入|数值|人均.*)$/i,
        needed: true,
      }),
      role("population", "column", "population behind each row", "各行人口", { headings: /^(population|people|人口|常住人口)$/i }),
      role("by", "column", "group", "分组", { headings: /^(group|by|分组|组别|区域)$/i }),
      role("gini", "number", "Gini coefficient", "基尼系数"),
      role("wolfson", "number", "Wolfson index", "Wolfson 指数"),
      role("der", "number", "Duclos–Esteban–Ray index", "Duclos–Esteban–Ray 极化指数"),
      role("between", "number", "between-group Gini", "组间基尼系数"),
    ],
  },
  {
    id: "speed",
    names: { en: "Speed of convergence", zh: "收敛速度" },
    about: {
      en: "slopes of growth on the initial level, and the speeds or half-lives printed beside them",
      zh: "增长率对初始水平回归的斜率，以及所列的收敛速度或半衰期",
    },
    roles: [
      role("annual", "column", "slopes b; annualised growth is explained", "斜率 b（被解释变量为年均增长率）"),
      role("total", "column", "slopes b; growth over the whole span is explained", "斜率 b（被解释变量为全期增长）"),
      role("slope", "column", "slopes b; the text does not say which growth", "斜率 b（文中未说明何种增长率）", {
        headings: /^(b|β|beta|slope|斜率|回归系数)$/i,
      }),
      role("years", "numbers", "years T, one number for all or one a row", "年数 T，通用一个或每行一个"),
      role("speed", "column", "published speed of convergence", "所公布的收敛速度", { headings: /^(s|λ|speed|收敛速度)$/i }),
      role("half", "column", "published half-life", "所公布的半衰期", { headings: /^(half-?life|半衰期|半程收敛周期)$/i }),
    ],
  },
];
