import type { ReportDocument, Section } from "@gongfu/engine/tell";

/** What a reader changes in a report before it is downloaded: sections left out, headings written anew. */
export interface ReportEdits {
  /** ids of sections that are left out */
  readonly without: readonly string[];
  /** headings by the id of their section; that of the whole under `title` */
  readonly headings: Readonly<Record<string, string>>;
}

export const noEdits: ReportEdits = { without: [], headings: {} };

/** An id that no section has. */
export const titleKey = "title";

/** A heading that is empty is as it was. */
export function edited(document: ReportDocument, { without, headings }: ReportEdits): ReportDocument {
  const heading = (key: string, was: string): string => headings[key]?.trim() || was;
  return {
    ...document,
    title: heading(titleKey, document.title),
    sections: document.sections
      .filter(({ id }) => !without.includes(id))
      .map((section): Section => ({ ...section, title: heading(section.id, section.title) })),
  };
}
