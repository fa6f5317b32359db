import type { ResultTable } from "@gongfu/engine";
import { writeCsv } from "@gongfu/engine/study";
import type { Session } from "../session.js";

/** A table of a step; null when the last run has no such step or the step no such table. */
export const table = ({ run }: Session, step: string, name: string): ResultTable | null =>
  run.steps.find((one) => one.id === step)?.result.tables.find((one) => one.id === name) ?? null;

/** A table as the command line writes it. */
export const resultCsv = (_: Session, table: ResultTable): string => writeCsv(table);

/** The same table as a workbook. */
export async function resultXlsx(_: Session, table: ResultTable, name: string): Promise<Uint8Array> {
  const { workbook } = await import("@gongfu/render/xlsx");
  return workbook([{ name, table }]);
}
