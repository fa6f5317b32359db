/** Where in a run the parts of a story stand: for reports and pages alike. */

export { names, type UnitWord } from "../names/names.js";
export { shortNames } from "../names/short-names.js";
export { type Coordination, coordination } from "./coordination.js";
export { type Grid, panelGrid, type Value } from "./grid.js";
export { type Move, movesOf, type RankIntervals, rankIntervals } from "./intervals.js";
export { indexSteps, mainIndex, stepsOf, tableOf, weightStepOf } from "./steps.js";
