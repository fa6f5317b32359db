export * from "./parse-formula.js";
export { formulaFault } from "./tokens.js";
