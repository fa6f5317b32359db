import type { Language } from "../../ground/words/index.js";
import type { StepRun, StudyRun } from "../../study/index.js";
import { column } from "./grid.js";
import { stepsOf, tableOf } from "./steps.js";

export const readings = ["growth", "spread", "persistence", "concentration", "divergence"] as const;
export type Reading = (typeof readings)[number];

/** The verdict on one column, and what each reading says: for, against, undecided, not taken. */
export interface Verdict {
  readonly step: StepRun;
  /** the column, e.g. empowerment or S-Q101 */
  readonly of: string;
  readonly verdict: "yes" | "no" | "undecided";
  readonly first: number;
  readonly last: number;
  readonly speaks: Readonly<Record<Reading, string>>;
  readonly allUp: number;
  readonly allDown: number;
}

/** The verdicts of every test of the Matthew effect, in the order of the study. */
export function verdicts(run: StudyRun, language: Language): readonly Verdict[] {
  return stepsOf(run, "matthew").flatMap((step) => {
    const [found, read] = [tableOf(step, "verdicts"), tableOf(step, "readings")];
    if (!found || !read) return [];
    const cell = (id: string, row: number): unknown => column(found, id)?.[row];
    const signs = column(read, language === "en" ? "sign" : "sign_zh") ?? [];
    return (column(found, "variable") ?? []).map((variable, row): Verdict => {
      const said = (reading: Reading): string => {
        const at = (column(read, "variable") ?? []).findIndex((one, k) => one === variable && column(read, "reading")?.[k] === reading);
        return String(signs[at] ?? "");
      };
      return {
        step,
        of: String(variable).replace(/^.*\./, ""),
        verdict: cell("verdict", row) as Verdict["verdict"],
        first: Number(cell("first", row)),
        last: Number(cell("last", row)),
        speaks: Object.fromEntries(readings.map((one) => [one, said(one)])) as Verdict["speaks"],
        allUp: Number(cell("all_up", row)),
        allDown: Number(cell("all_down", row)),
      };
    });
  });
}
