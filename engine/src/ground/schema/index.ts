export * from "./parse.js";
export * from "./vocabulary.js";
