export { auditData } from "./audit-data.js";
export { composeStudy } from "./compose-study.js";
export { readData } from "./read-data.js";
export { shippedSets, wheelGroups } from "./shipped.js";
export { studyData } from "./study-data.js";
