export * from "./read-workbook.js";
