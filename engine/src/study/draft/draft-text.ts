import type { Text } from "../../ground/words/index.js";

/** A text as YAML reads it, whatever it holds. */
export const yamlText = (text: string): string => JSON.stringify(text);

export const bilingual = ({ en, zh }: Text): string => `{en: ${yamlText(en)}, zh: ${yamlText(zh)}}`;
