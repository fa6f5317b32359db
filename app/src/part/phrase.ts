import type { Language } from "@gongfu/engine";

/** A number to so many digits after the point, with a true minus. */
export const written = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** A name that goes on inside an English sentence begins small; abbreviations keep their letters. */
export const inside = (name: string, language: Language): string =>
  language === "en" && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** A name that opens a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
