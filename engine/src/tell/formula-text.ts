import type { Tale } from "./tale.js";

/** A formula over raw columns in words: every column by its name, signs as papers print them. */
export function formulaText(formula: string, { run, names, pick }: Tale): string {
  const columns = new Set(run.data.panel.variables.map((one) => one.id));
  if (columns.has(formula)) return pick({ en: "as published", zh: "直接取用" });
  const functions: Readonly<Record<string, string>> = pick({
    en: { chain: "constant prices", theil2: "Theil of two groups" },
    zh: { chain: "不变价", theil2: "两组泰尔指数" },
  });
  return formula
    .replace(/[A-Za-z_][A-Za-z0-9_]*/g, (word) => (columns.has(word) ? names.of(word) : (functions[word] ?? word)))
    .replace(/\s*\*\s*/g, " × ")
    .replace(/\s*\/\s*/g, " ÷ ")
    .replace(/\s*([,;])\s*/g, pick({ en: "$1 ", zh: "，" }))
    .replace(/-(?=[^\d])/g, " − ");
}
