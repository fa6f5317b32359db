export * from "./audit-formula.js";
export { type ClaimFamily, type ClaimRole, claimFamilies } from "./claim-families.js";
export { type ClaimParts, claimFromTable, guessParts, type PrintedTable, partsByHeading } from "./claim-from-table.js";
export { printedDecimals } from "./published.js";
export type { Verdict } from "./verdict.js";
