export * from "./draft/draft-study.js";
export * from "./plan/read-study.js";
export * from "./record/csv.js";
export * from "./record/json.js";
export * from "./record/record-run.js";
export * from "./run/run-study.js";
export * from "./run/task.js";
export { cardsOf, stepSchema, studyJsonSchema, verbs } from "./schema/study-schema.js";
export * from "./types.js";
