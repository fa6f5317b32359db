export * from "./china-provinces.js";
export * from "./match-units.js";
export { duplicateFaults, unmatchedFaults } from "./unit-faults.js";
