import type { Language, Text } from "@gongfu/engine";
import { createContext, useContext } from "react";

export const LanguageContext = createContext<Language>("en");

export const useLanguage = (): Language => useContext(LanguageContext);

/** The words of a page in the language in force: `const w = useWords(words)`. */
export const useWords = <W,>(words: Readonly<Record<Language, W>>): W => words[useLanguage()];

/** Says a text of both languages in the one in force. */
export function useSay(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
