export * from "./chart.js";
export * from "./document.js";
export { shortNames } from "./names/short-names.js";
export * from "./tell.js";
export { toldMoves } from "./told-moves.js";
