import { about, byDefault, list, text } from "../../ground/schema/index.js";

/** Option of every imputation: indicators it leaves alone. */
export const neverShape = {
  never: about(byDefault(list(text({ min: 1 })), []), "indicators that are never imputed", "不作插补的指标"),
};

export const exceptFor = (never: readonly string[]): string => (never.length ? ` · never ${never.join(", ")}` : "");
