export * from "./csv/index.js";
export * from "./findex/index.js";
export * from "./numbers/index.js";
export * from "./panel/index.js";
export * from "./regions/index.js";
export * from "./sample/index.js";
export * from "./set/index.js";
export type { ReadWarning } from "./warning.js";
