export * from "./classes/classify/classify.method.js";
export * from "./classes/quadrant/quadrant.method.js";
export * from "./coupling/coupling-coordination/coupling-coordination.method.js";
export * from "./diagnosis/diagnose/diagnose.method.js";
export * from "./dynamics/matthew/matthew.method.js";
export * from "./obstacle/obstacle-degree/obstacle-degree.method.js";
