export * from "./bibtex.js";
export * from "./catalogue.js";
export * from "./citation.js";
