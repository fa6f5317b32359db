import { about, byDefault, choice, type Infer, number, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  alpha: about(
    byDefault(number({ min: 0.25, max: 1 }), 0.5),
    "α: how much people feel for those with incomes like their own",
    "α：对收入相近者的认同强度",
  ),
  scale: about(
    byDefault(choice(["raw", "half"]), "raw"),
    "raw: the index as in the paper, alienation is twice the Gini; half: halved, alienation is the Gini, as DASP prints it",
    "raw：论文原式，疏离等于基尼系数的 2 倍；half：取一半，疏离等于基尼系数，即 DASP 的口径",
  ),
  bandwidth: about(
    byDefault(choice(["auto", "normal", "skewed"]), "auto"),
    "normal: h = 4.7 n^−½ σ α^0.1 (eq. 25 of the paper); skewed: by the interquartile range and the spread of logarithms (eq. 26); auto: skewed when the skewness exceeds 6",
    "normal：h = 4.7 n^−½ σ α^0.1（论文式 25）；skewed：依四分位距与对数标准差（式 26）；auto：偏度大于 6 时用 skewed",
  ),
});
export type DuclosEstebanRayOptions = Infer<typeof options>;

export const duclosEstebanRayCard = card({
  id: "duclos-esteban-ray",
  names: { en: "Duclos–Esteban–Ray polarisation index", zh: "Duclos–Esteban–Ray 极化指数" },
  summary: {
    en: "How far incomes gather around distant points, with no groups to be named: alienation times identification.",
    zh: "无需事先分组，度量收入在多大程度上围绕彼此相距较远的各点聚集：疏离与认同之积。",
  },
  step: { verb: "polarise", as: "duclos-esteban-ray" },
  formula: String.raw`P_\alpha=\mu^{\alpha-1}\sum_i p_i\,\hat f(y_i)^{\alpha}A(y_i)=\bar a\,\bar\iota_\alpha(1+\rho),\quad A(y)=\sum_j p_j|y-y_j|,\;\alpha\in[0.25,1]`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["duclos-esteban-ray"] },
  citations: ["duclos2004", "greengard1991"],
  variant: ({ alpha, scale, bandwidth }) =>
    `α = ${alpha} · ${scale} scale · Gaussian kernel, bandwidth ${bandwidth === "auto" ? "normal, skewed above a skewness of 6" : bandwidth} · σ of the population form`,
  load: async () => {
    const { duclosEstebanRay } = await import("./duclos-esteban-ray.js");
    return ({ value, weight }, chosen) => duclosEstebanRay(value, { ...chosen, weights: weight });
  },
});
