export * from "./chart.js";
export * from "./document.js";
export { type Coordination, coordination } from "./lookup/coordination.js";
export { type Grid, panelGrid, type Value } from "./lookup/grid.js";
export { type RankIntervals, rankIntervals } from "./lookup/intervals.js";
export { indexSteps, mainIndex, stepsOf, tableOf } from "./lookup/steps.js";
export { shortNames } from "./names/short-names.js";
export * from "./tell.js";
