export * from "./aggregate/arithmetic-mean/arithmetic-mean.method.js";
export * from "./derive/derive.method.js";
export * from "./impute/linear-constant/linear-constant.method.js";
export * from "./normalise/min-max/min-max.method.js";
export * from "./rank/rank.method.js";
export * from "./weigh/entropy-weights/entropy-weights.method.js";
export * from "./weigh/equal-weights/equal-weights.method.js";
export * from "./weigh/manual-weights/manual-weights.method.js";
