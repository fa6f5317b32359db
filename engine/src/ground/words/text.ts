/** The two languages every message, name and page exists in. */
export type Language = "en" | "zh";
export const languages: readonly Language[] = ["en", "zh"];

/** A sentence or name in both languages; leaving one out is a type error. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The same characters in both languages: ids, formulas, numbers. */
export const same = (value: string): Text => ({ en: value, zh: value });

/** Apply one function to both languages. */
export const both = (make: (language: Language) => string): Text => ({ en: make("en"), zh: make("zh") });

/** Quote whatever a user wrote, shortened so that one bad cell cannot fill the screen. */
export function quote(found: unknown, limit = 60): string {
  const text = typeof found === "string" ? found : (JSON.stringify(found) ?? String(found));
  const short = text.length > limit ? `${text.slice(0, limit)}… (${text.length} characters)` : text;
  return `"${short.replaceAll("\n", "⏎").replaceAll("\r", "")}"`;
}

/** Join a list as a person would, the first few and how many more. */
export function listed(items: readonly string[], limit = 6): Text {
  const shown = items.slice(0, limit);
  const more = items.length - shown.length;
  return {
    en: shown.join(", ") + (more > 0 ? ` and ${more} more` : ""),
    zh: shown.join("、") + (more > 0 ? ` 等 ${items.length} 项` : ""),
  };
}
