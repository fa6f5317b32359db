import type { Language } from "@gongfu/engine";
import type { ReportDocument } from "@gongfu/engine/tell";
import type { Session } from "../session.js";

/** The report of the last run, as content. */
export async function report({ run }: Session, language: Language): Promise<ReportDocument> {
  const { tell } = await import("@gongfu/engine/tell");
  return tell(run, language);
}
