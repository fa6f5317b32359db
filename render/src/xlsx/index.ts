export * from "./workbook.js";
