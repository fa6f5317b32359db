export * from "./aggregate/arithmetic-mean/arithmetic-mean.js";
export * from "./derive/derive.js";
export * from "./impute/linear-constant/linear-constant.js";
export * from "./normalise/min-max/min-max.js";
export * from "./rank/rank.js";
export * from "./weigh/entropy-weights/entropy-weights.js";
export * from "./weigh/equal-weights/equal-weights.js";
export * from "./weigh/manual-weights/manual-weights.js";
