import { about, byDefault, choice, integer, number, pair } from "../../../ground/schema/index.js";

export const planSlot = {
  kind: "plan",
  key: "of",
  about: {
    en: "what is looked at under every choice: an index, or columns of steps",
    zh: "在各种选择下考察的对象：一个指数，或步骤的若干列",
  },
} as const;

export const designShape = {
  design: about(
    byDefault(choice(["random", "sobol", "latin-hypercube", "factorial"]), "random"),
    "how draws are placed: random; sobol (quasi-random, shifted by the seed); latin-hypercube; factorial (every combination once)",
    "抽样设计：random（随机）、sobol（拟随机，按种子平移）、latin-hypercube（拉丁超立方）、factorial（全部组合各一次）",
  ),
  replications: about(
    byDefault(integer({ min: 1, max: 1_000_000 }), 1000),
    "how many draws; factorial takes as many as there are combinations",
    "抽样次数；factorial 取全部组合数",
  ),
};

export const boundsShape = {
  bounds: about(
    byDefault(pair(number({ min: 0, max: 1 }), number({ min: 0, max: 1 })), [0.05, 0.95]),
    "quantiles of the interval (type 7)",
    "区间的分位数（类型 7）",
  ),
};
