export * from "./distributions.js";
export * from "./incomplete-beta.js";
export * from "./incomplete-gamma.js";
export { normal, normalDensity } from "./normal.js";
export type { Distribution, Tails } from "./tails.js";
