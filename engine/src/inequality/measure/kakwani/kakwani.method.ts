import { about, byDefault, choice, type Infer, object } from "../../../ground/schema/index.js";
import { card, slots } from "../../../method/index.js";

const options = object({
  kind: about(
    byDefault(choice(["tax", "transfer"]), "tax"),
    "tax: taken away; transfer: added. Above 0 is progressive in both",
    "tax 为缴纳，transfer 为领取；两者均以大于 0 为累进",
  ),
});
export type KakwaniOptions = Infer<typeof options>;

export const kakwaniCard = card({
  id: "kakwani",
  names: { en: "Kakwani index", zh: "Kakwani 累进指数" },
  summary: {
    en: "Whether a tax weighs more on the rich, or a transfer reaches the poor, more than in proportion; and by how much the Gini falls.",
    zh: "税负是否更多由富人承担、转移支付是否更多惠及穷人，以及基尼系数因此下降多少。",
  },
  step: { verb: "progressivity", as: null },
  formula: String.raw`K=C_T-G_X,\quad RS=G_X-C_{X-T}=\frac{t}{1-t}K,\quad G_X-G_{X-T}=RS-(G_{X-T}-C_{X-T})`,
  inputs: {
    value: slots.value,
    amounts: {
      kind: "column",
      key: "amounts",
      about: {
        en: "tax paid or transfer received, in the unit of the column measured",
        zh: "缴纳的税或领取的转移支付，单位与所度量的列一致",
      },
    },
    weight: slots.weight,
  },
  options,
  outputs: { value: "report", tables: ["kakwani"] },
  citations: ["kakwani1977", "reynolds1977"],
  variant: ({ kind }) => `${kind} · ranked before it · ties share their mean rank`,
  load: async () => {
    const { kakwani } = await import("./kakwani.js");
    return ({ value, amounts, weight }, chosen) => kakwani(value, amounts, { ...chosen, weights: weight });
  },
});
