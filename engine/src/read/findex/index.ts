export * from "./findex-code.js";
export * from "./read-findex.js";
