export * from "./china-provinces.js";
export { type Division, type Divisions, loadDivisions } from "./divisions.js";
export type { How } from "./find-division.js";
export { type Candidate, matchUnits, type UnitKey, type UnitMatch, type UnitMatchOptions } from "./match-units.js";
export * from "./propose-units.js";
export * from "./region-kind.js";
export { duplicateFaults, unmatchedFaults } from "./unit-faults.js";
