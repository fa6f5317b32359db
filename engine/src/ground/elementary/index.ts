export * from "./elementary.js";
