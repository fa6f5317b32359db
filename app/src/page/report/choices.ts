import type { Language } from "@gongfu/engine";
import { noEdits, type ReportEdits } from "../../worker/calls/report-edits.js";

/** What the reader chose for the report; it lasts as long as the page. */
export interface Choices {
  /** languages that are downloaded; null: those the study asks for */
  readonly languages: readonly Language[] | null;
  /** the one that is shown; null: the reader's own */
  readonly shown: Language | null;
  readonly without: readonly string[];
  readonly headings: Readonly<Record<Language, ReportEdits["headings"]>>;
}

export const noChoices: Choices = { languages: null, shown: null, without: [], headings: { en: {}, zh: {} } };

/** Sections are left out in every language, headings are written in each. */
export const editsOf = ({ without, headings }: Choices, language: Language): ReportEdits => ({
  ...noEdits,
  without,
  headings: headings[language],
});

/** The study's languages, in its order, with or without one; never none. */
export function withLanguage(languages: readonly Language[], language: Language, wanted: boolean): readonly Language[] {
  const found = (["en", "zh"] as const).filter((one) => (one === language ? wanted : languages.includes(one)));
  return found.length ? found : languages;
}
