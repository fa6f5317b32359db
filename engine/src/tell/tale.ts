import type { Language, Text } from "../ground/words/index.js";
import type { StudyRun } from "../study/index.js";
import type { Aside, Inline } from "./document.js";
import { type Names, names } from "./names/names.js";

/** What every section writes from: the run, the language, the names. */
export interface Tale {
  readonly run: StudyRun;
  readonly language: Language;
  readonly names: Names;
  /** the words of this language */
  readonly pick: <T>(choice: { readonly en: T; readonly zh: T }) => T;
  readonly say: (text: Text) => string;
  readonly first: number;
  readonly last: number;
  /** position of the last period */
  readonly now: number;
  /** where a figure's numbers come from, for its note */
  readonly source: string;
}

export function tale(run: StudyRun, language: Language): Tale {
  const { periods } = run.data.panel;
  return {
    run,
    language,
    names: names(run, language),
    pick: (choice) => choice[language],
    say: (text) => text[language],
    first: periods[0],
    last: periods[periods.length - 1],
    now: periods.length - 1,
    source: {
      en: `Data: ${run.data.names.en}; own computation.`,
      zh: `数据：${run.data.names.zh}；作者计算。`,
    }[language],
  };
}

export const aside = (title: string, text: readonly Inline[]): Aside => ({ title, text });
