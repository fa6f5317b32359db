export { planOf, runReplay } from "./plan-of.js";
export { replayOf } from "./replay.js";
