import type { StudyRun } from "../types.js";
import { writeCsv } from "./csv.js";
import { resultJson, writeJson } from "./json.js";

/** Path of a step's table in the output. */
export const tablePath = (step: string, table: string): string => `tables/${step}.${table}.csv`;

/** The files every host writes byte for byte alike: results, tables, lock. Keys are paths inside the output folder. */
export function recordRun(run: StudyRun): Map<string, string> {
  const { study, data, framework, steps, lock } = run;
  const files = new Map<string, string>();
  files.set(
    "results.json",
    `${writeJson({
      gongfu: 1,
      engine: lock.engine,
      title: study.title,
      data: {
        id: data.id,
        names: data.names,
        coverage: data.coverage,
        periods: data.panel.periods,
        units: data.panel.units,
        hash: data.hash,
      },
      framework: { id: framework.id, names: framework.names, hash: framework.hash },
      seed: study.seed,
      steps: steps.map(({ id, verb, card, result }) => ({ id, verb, names: card.names, ...resultJson(result) })),
    })}\n`,
  );
  for (const step of steps) for (const table of step.result.tables) files.set(tablePath(step.id, table.id), writeCsv(table));
  files.set("study.lock.json", `${writeJson({ ...lock, files: data.files })}\n`);
  return files;
}
