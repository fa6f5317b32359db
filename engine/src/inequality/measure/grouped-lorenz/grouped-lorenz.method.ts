import { about, byDefault, choice, type Infer, number, object, optional } from "../../../ground/schema/index.js";
import { card } from "../../../method/index.js";

const options = object({
  form: about(
    byDefault(choice(["cumulative", "groups", "means"]), "cumulative"),
    "how the data come: cumulative shares from the poorest, shares (or totals) of single groups, or mean incomes of groups",
    "数据形式：cumulative 为从最穷者起的累计份额，groups 为各组份额或总量，means 为各组人均收入",
  ),
  fit: about(
    byDefault(choice(["auto", "gq", "beta", "linear"]), "auto"),
    "curve used: general quadratic, Beta, straight lines (a lower bound), or the valid fit with the smaller error",
    "所用曲线：广义二次（gq）、Beta、分段线性（下限），或自动取误差较小的合格拟合",
  ),
  mean: about(
    optional(number({ above: 0 })),
    "mean income; 1 when absent, or the mean of the groups for form means",
    "平均收入；缺省为 1，form 为 means 时取各组均值",
  ),
  band: about(
    byDefault(choice(["relative", "absolute"]), "relative"),
    "the middle: multiples of the median, or amounts in the unit of the mean",
    "中间区间：中位数的倍数，或与平均收入同单位的金额",
  ),
  from: optional(
    about(number({ min: 0 }), "lower border of the middle; 0.75 in a relative band when absent", "中间区间下限；相对区间缺省为 0.75"),
  ),
  to: optional(
    about(number({ above: 0 }), "upper border of the middle; 2 in a relative band when absent", "中间区间上限；相对区间缺省为 2"),
  ),
  line: about(optional(number({ above: 0 })), "poverty line, in the unit of the mean", "贫困线，单位与平均收入一致"),
});
export type GroupedLorenzOptions = Infer<typeof options>;

export const groupedLorenzCard = card({
  id: "grouped-lorenz",
  names: { en: "Inequality from grouped data", zh: "分组数据的不平等估计" },
  summary: {
    en: "Gini, median, poverty, the middle-income share and deciles from an income table or quintile shares, by three Lorenz curves side by side.",
    zh: "由收入分组表或五等分份额估计基尼系数、中位数、贫困发生率、中等收入群体占比与十等分份额，三种洛伦兹曲线并列。",
  },
  step: { verb: "grouped", as: null },
  formula: String.raw`L_{GQ}=-\tfrac12\Big[bp+e+\sqrt{mp^2+np+e^2}\Big],\; e=-(a+b+c+1),\,m=b^2-4a,\,n=2be-4c;\quad L_{B}=p-\theta p^{\gamma}(1-p)^{\delta};\quad G=1-2\int_0^1 L,\; L'(H)=\frac{z}{\mu},\; M=H(b)-H(a)`,
  inputs: {
    population: {
      kind: "column",
      key: "population",
      about: { en: "share of the population, cumulative or of each group", zh: "人口份额（累计或各组）" },
    },
    income: {
      kind: "column",
      key: "income",
      about: {
        en: "share of the income, cumulative or of each group; or the mean income of each group",
        zh: "收入份额（累计或各组），或各组人均收入",
      },
    },
  },
  options,
  outputs: { value: "report", tables: ["grouped-lorenz", "fits", "deciles"] },
  citations: ["datt1998", "villasenor1989", "kakwani1980", "gastwirth1972", "oecd2019"],
  variant: ({ form, fit, band, from = 0.75, to = 2 }) =>
    `${form} · fit ${fit} · curves checked from .001 to .999 · middle from ${from} to ${to} ${band === "relative" ? "medians" : "in the unit of the mean"}`,
  load: async () => {
    const { groupedLorenz } = await import("./grouped-lorenz.js");
    return ({ population, income }, chosen) => groupedLorenz(population, income, chosen);
  },
});
