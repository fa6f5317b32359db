import type { ResultTable } from "@gongfu/engine";
import type { Session } from "../session.js";

/** A table of a step; null when the last run has no such step or the step no such table. */
export const table = ({ run }: Session, step: string, name: string): ResultTable | null =>
  run.steps.find((one) => one.id === step)?.result.tables.find((one) => one.id === name) ?? null;
