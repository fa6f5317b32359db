import type { Language } from "@gongfu/engine";
import { useMemo } from "react";
import { inside, written } from "../../part/phrase.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage } from "../../shell/speak.js";
import type { Cells, Ran } from "../../worker/ran.js";
import { digitsFor, orderOf, ranksOf, type Value, valuesAt } from "./standing.js";
import type { Subject } from "./subject.js";

/** What all pictures of the page are drawn from: one subject in one period, and the unit that is chosen. */
export interface View {
  readonly ran: Ran;
  readonly language: Language;
  readonly subject: Subject;
  /** its name, inside a sentence */
  readonly name: string;
  readonly cells: Cells;
  readonly t: number;
  readonly year: number;
  readonly values: readonly Value[];
  readonly order: readonly number[];
  readonly ranks: readonly Value[];
  readonly digits: number;
  /** position of the chosen unit */
  readonly chosen: number | null;
  readonly nameOf: (i: number) => string;
  /** a value as the page writes it */
  readonly said: (value: Value) => string;
  /** "31 provinces" · 31 个省份 */
  readonly all: (n: number) => string;
}

export function useView(ran: Ran, subject: Subject, cells: Cells): View {
  const language = useLanguage();
  const { t, unit } = useSelection();
  return useMemo(() => {
    const values = valuesAt(cells, t, ran.units.length);
    const digits = digitsFor(values);
    const found = ran.units.findIndex(({ code }) => code === unit);
    const word = ran.unitWord[language];
    return {
      ran,
      language,
      subject,
      name: inside(subject.names[language], language),
      cells,
      t,
      year: ran.periods[t],
      values,
      order: orderOf(values, subject.better),
      ranks: ranksOf(values, subject.better),
      digits,
      chosen: found < 0 ? null : found,
      nameOf: (i) => ran.units[i].names[language],
      said: (value) => (value === null ? "–" : written(value, digits)),
      all: (n) => (language === "zh" ? `${n} ${word.counted}` : `${n} ${n === 1 ? word.one : word.many}`),
    };
  }, [ran, language, subject, cells, t, unit]);
}
