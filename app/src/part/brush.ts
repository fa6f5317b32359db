import { useMemo } from "react";
import { useSelection } from "../shell/selection.js";
import { useLanguage } from "../shell/speak.js";
import { useStudy } from "../study/use-study.js";

export interface Brush {
  /** code of the unit a name in the language in force stands for */
  readonly codes: ReadonlyMap<string, string>;
  /** name of the chosen unit in that language */
  readonly name: string | null;
  readonly chosen: string | null;
  readonly choose: (code: string | null) => void;
}

const none: ReadonlyMap<string, string> = new Map();

/** Linked brushing: what stands for a unit in a picture or table is known by its name, and choosing it chooses it everywhere. */
export function useBrush(): Brush {
  const language = useLanguage();
  const { ran } = useStudy();
  const { unit, choose } = useSelection();
  const codes = useMemo(() => (ran ? new Map(ran.units.map(({ code, names }) => [names[language], code])) : none), [ran, language]);
  const name = ran?.units.find((one) => one.code === unit)?.names[language] ?? null;
  return { codes, name, chosen: unit, choose };
}
