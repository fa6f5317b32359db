export * from "./read-parquet.js";
