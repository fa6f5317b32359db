import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  scale: about(
    byDefault(choice(["full", "half"]), "full"),
    "full: P = 2(2T − G)μ/m, 1 for a society of two equal halves of which one has nothing; half: (2T − G)μ/m, as PySAL prints it",
    "full：P = 2(2T − G)μ/m，一半人一无所有、另一半人均等时为 1；half：(2T − G)μ/m，即 PySAL 的口径",
  ),
  lorenz: about(
    byDefault(choice(["interpolated", "step"]), "interpolated"),
    "how L(½) is read: interpolated between rows; step: at the row where half the weight is reached, as dineq does",
    "L(½) 的取法：interpolated 在行间插值；step 取累计权重达到一半的那一行，即 dineq 的做法",
  ),
});
export type WolfsonOptions = Infer<typeof options>;

export const wolfsonCard = card({
  id: "wolfson",
  names: { en: "Wolfson bipolarisation index", zh: "Wolfson 极化指数" },
  summary: {
    en: "How far incomes have moved away from the middle towards both ends: 0 when all have the same, 1 for two halves of which one has nothing.",
    zh: "收入在多大程度上从中间向两端分化：人人相同为 0，一半人一无所有、另一半人均等时为 1。",
  },
  step: { verb: "polarise", as: "wolfson" },
  formula: String.raw`P=2(2T-G)\frac{\mu}{m},\quad T=\tfrac12-L(\tfrac12)`,
  inputs: { value: slots.value, weight: slots.weight },
  options,
  outputs: { value: "report", tables: ["wolfson"] },
  citations: ["wolfson1994", "foster2010"],
  variant: ({ scale, lorenz }) =>
    `${scale === "full" ? "P = 2(2T − G)μ/m" : "half scale, (2T − G)μ/m"} · median by the step distribution · L(½) ${lorenz === "step" ? "at the row that reaches it" : "interpolated"}`,
  load: async () => {
    const { wolfson } = await import("./wolfson.js");
    return ({ value, weight }, chosen) => wolfson(value, { ...chosen, weights: weight });
  },
});
