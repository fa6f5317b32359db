import type { Tale } from "./tale.js";

/** A formula over raw columns in words: every column by its name, signs as papers print them. */
export function formulaText(formula: string, { run, names, pick }: Tale): string {
  const columns = new Set(run.data.panel.variables.map((one) => one.id));
  if (columns.has(formula)) return pick({ en: "as published", zh: "直接取用" });
  const functions = pick<Readonly<Record<string, string>>>({
    en: { chain: "at constant prices ", theil2: "Theil index " },
    zh: { chain: "不变价", theil2: "泰尔指数" },
  });
  const signs = pick<Readonly<Record<string, string>>>({
    en: { "*": " × ", "/": " ÷ ", "-": " − ", "+": " + ", ",": ", ", ";": "; " },
    zh: { "*": "×", "/": "÷", "-": "−", "+": "＋", ",": "，", ";": "；", "(": "（", ")": "）" },
  });
  return formula.replace(/[A-Za-z_]\w*|\s*[-*/+,;()]\s*/g, (part) => {
    const sign = part.trim();
    if (columns.has(part)) return names.inside(part);
    return functions[part] ?? signs[sign] ?? sign;
  });
}
