export * from "./classes/classify/classify.js";
export * from "./classes/quadrant/quadrant.js";
export * from "./coupling/coupling-coordination/coupling-coordination.js";
export * from "./diagnosis/diagnose/diagnose.js";
export * from "./dynamics/matthew/matthew.js";
export * from "./levels/index.js";
export * from "./obstacle/obstacle-degree/obstacle-degree.js";
