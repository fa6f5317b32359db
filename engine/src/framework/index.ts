export * from "./edit-framework.js";
export { frameworkJsonSchema } from "./framework-schema.js";
export * from "./read-framework.js";
export * from "./resolve-framework.js";
export * from "./types.js";
