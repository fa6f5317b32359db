export * from "./classify/classify.method.js";
export * from "./coupling/coupling-coordination/coupling-coordination.method.js";
export * from "./obstacle/obstacle-degree/obstacle-degree.method.js";
export * from "./quadrant/quadrant.method.js";
