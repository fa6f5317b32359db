/** The Gongfu engine: what a program imports. */
export * from "./audit/index.js";
export { cards } from "./cards.js";
export * from "./explain/index.js";
export * from "./ground/fault/index.js";
export type { Language, Text } from "./ground/words/index.js";
export * from "./inequality/index.js";
export * from "./measure/index.js";
export * from "./method/index.js";
export * from "./study/formula-audit/index.js";
export * from "./study/robustness/index.js";
export * from "./table/index.js";
export { version } from "./version.js";
