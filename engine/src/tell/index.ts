export * from "./chart.js";
export * from "./document.js";
