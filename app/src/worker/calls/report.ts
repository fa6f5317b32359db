import type { Language } from "@gongfu/engine";
import { type StudyRun, tablePath } from "@gongfu/engine/study";
import type { ReportDocument } from "@gongfu/engine/tell";
import type { Session } from "../session.js";
import { files } from "./record.js";
import { edited, type ReportEdits } from "./report-edits.js";

/** The report of the last run, as content. */
export async function report({ run }: Session, language: Language): Promise<ReportDocument> {
  const { tell } = await import("@gongfu/engine/tell");
  return tell(run, language);
}

export interface ReportOutline {
  /** languages the study asks for */
  readonly languages: readonly Language[];
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** What there is to choose from: title and sections of the report in a language. */
export async function reportOutline(session: Session, language: Language): Promise<ReportOutline> {
  const { title, sections } = await report(session, language);
  return { languages: session.run.study.report.languages, title, sections: sections.map((one) => ({ id: one.id, title: one.title })) };
}

/** The report as a page of its own: as the command line writes it for these languages, but for the edits. */
export async function reportPage(
  session: Session,
  language: Language,
  languages: readonly Language[],
  edits: ReportEdits,
): Promise<string> {
  const { renderReport } = await import("@gongfu/render");
  const other = languages.includes(language) ? languages.find((one) => one !== language) : undefined;
  const options = other ? { other: { language: other, href: `report.${other}.html` } } : {};
  return renderReport(edited(await report(session, language), edits), options);
}

/** What can be downloaded in one archive or workbook. */
export type Bundle = "tables" | "figures" | "workbook" | "everything";

/** Several files of the last run in one; a report is edited in its own language. */
export async function bundle(
  session: Session,
  kind: Bundle,
  languages: readonly Language[],
  edits: Readonly<Record<Language, ReportEdits>>,
): Promise<Uint8Array> {
  if (kind === "workbook") return workbookOf(session.run);
  const { zipped } = await import("../zip.js");
  const found = new Map<string, string | Uint8Array>(kind === "figures" ? [] : files(session));
  if (kind === "everything") found.set("tables.xlsx", await workbookOf(session.run));
  if (kind === "everything")
    for (const language of languages) found.set(`report.${language}.html`, await reportPage(session, language, languages, edits[language]));
  if (kind !== "tables") {
    const { renderFigures } = await import("@gongfu/render");
    for (const language of languages)
      for (const [path, svg] of renderFigures(edited(await report(session, language), edits[language]))) found.set(path, svg);
  }
  return zipped(found);
}

async function workbookOf({ steps }: StudyRun): Promise<Uint8Array> {
  const { workbook } = await import("@gongfu/render/xlsx");
  return workbook(
    steps.flatMap(({ id, result }) =>
      result.tables.map((table) => ({ name: `${id}.${table.id}`, table, source: tablePath(id, table.id) })),
    ),
  );
}

/** BibTeX of all methods of the last run. */
export async function bibliography({ run }: Session): Promise<string> {
  const { bibtex } = await import("@gongfu/engine/method/citations");
  return bibtex(run.steps.flatMap(({ card }) => card.citations));
}

/** The study with the files it reads, to be opened elsewhere. */
export async function packed(_: Session, text: string, data: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const { zipped } = await import("../zip.js");
  return zipped(new Map<string, string | Uint8Array>([["study.yaml", text], ...Object.entries(data)]));
}
