export type { Encoding } from "./decode-bytes.js";
export * from "./read-rows.js";
