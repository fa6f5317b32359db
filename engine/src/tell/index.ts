export * from "./chart.js";
export * from "./document.js";
export * from "./tell.js";
