export { type ChartOptions, renderChart } from "./chart/chart.js";
export { emblemIcon } from "./chart/emblem-icon.js";
export { type Palette, palette, type Theme } from "./palette/palette.js";
export { renderFigures } from "./report/figures.js";
export { formula as renderFormula } from "./report/formula.js";
export { type ReportOptions, renderReport } from "./report/report.js";
