export * from "./increasing.js";
export * from "./increasing-order.js";
