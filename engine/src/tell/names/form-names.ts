import type { Text } from "../../ground/words/index.js";
import type { FormId } from "../lookup/coordination.js";

/** Forms of the coupling degree, as a sentence names them. */
export const formNames: Readonly<Record<FormId, Text>> = {
  standard: { en: "the standard form", zh: "通行式" },
  "wang-2021": { en: "the corrected form of Wang et al. (2021)", zh: "王淑佳等（2021）修正式" },
  "adjusted-k": { en: "Liao's form with an exponent", zh: "廖重斌调节系数式" },
};

/** The same for the head of a column or the end of a line. */
export const shortFormNames: Readonly<Record<FormId, Text>> = {
  standard: { en: "standard", zh: "通行式" },
  "wang-2021": { en: "Wang 2021", zh: "修正式" },
  "adjusted-k": { en: "Liao", zh: "调节系数式" },
};
