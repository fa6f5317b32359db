export * from "./increasing-order.js";
