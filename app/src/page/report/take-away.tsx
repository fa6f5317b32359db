import type { Language } from "@gongfu/engine";
import { useState } from "react";
import { download, types } from "../../part/download.js";
import { useWords } from "../../shell/speak.js";
import { useStore } from "../../study/use-study.js";
import type { Bundle } from "../../worker/calls/report.js";
import { type Choices, editsOf } from "./choices.js";
import { words } from "./words.js";

interface Props {
  readonly choices: Choices;
  readonly languages: readonly Language[];
}

const zip = "application/zip";

/** All the files of a study, made in the worker when they are asked for. */
export function TakeAway({ choices, languages }: Props) {
  const w = useWords(words);
  const { engine } = useStore();
  const [busy, setBusy] = useState(false);
  const make = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const edits = { en: editsOf(choices, "en"), zh: editsOf(choices, "zh") };
  const page = (language: Language) => async (): Promise<void> =>
    download(`report.${language}.html`, await engine.ask("reportPage", language, languages, edits[language]), types.html);
  const packed = (kind: Bundle, name: string, type: string) => async (): Promise<void> =>
    download(name, await engine.ask("bundle", kind, languages, edits), type);
  const bibtex = async (): Promise<void> => download("methods.bib", await engine.ask("bibliography"), "application/x-bibtex;charset=utf-8");
  const files: readonly (readonly [string, () => Promise<void>])[] = [
    ...languages.map((one) => [w.html[one], page(one)] as const),
    [w.workbook, packed("workbook", "tables.xlsx", types.xlsx)],
    [w.tables, packed("tables", "tables.zip", zip)],
    [w.figures, packed("figures", "figures.zip", zip)],
    [w.bibtex, bibtex],
    [w.everything, packed("everything", "results.zip", zip)],
  ];
  return (
    <section aria-labelledby="take-away">
      <h2 id="take-away">{w.download}</h2>
      <div className="buttons">
        {files.map(([name, work]) => (
          <button key={name} type="button" className="quiet" disabled={busy} onClick={() => make(work)}>
            {name}
          </button>
        ))}
        <button type="button" className="quiet" onClick={() => print()}>
          {w.print}
        </button>
      </div>
      <p className="note" aria-live="polite">
        {busy ? w.making : ""}
      </p>
    </section>
  );
}
