import "./report.css";
import type { Language } from "@gongfu/engine";
import { useState } from "react";
import { download, types } from "../../part/download.js";
import { FaultNote } from "../../part/fault-note.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { words as shellWords } from "../../shell/words.js";
import { useAnswer, useStore, useStudy } from "../../study/use-study.js";
import { type Choices, editsOf, noChoices, withLanguage } from "./choices.js";
import { Paper } from "./paper.js";
import { SectionsForm } from "./sections-form.js";
import { StudyTools } from "./study-tools.js";
import { TakeAway } from "./take-away.js";
import { words } from "./words.js";

/** The document itself, whose title is the page's: what it says in which language, what of it, and all the files of the study. */
export default function Report() {
  const w = useWords(words);
  const own = useLanguage();
  const { ran } = useStudy();
  const store = useStore();
  const [choices, setChoices] = useState<Choices>(noChoices);
  const shown = choices.shown ?? own;
  const { value: outline } = useAnswer("reportOutline", shown);
  const languages = choices.languages ?? outline?.languages ?? [shown];
  if (!ran) return null;
  const follow = async (path: string): Promise<void> => {
    const language = /^report\.(en|zh)\.html$/.exec(path)?.[1] as Language | undefined;
    if (language) return setChoices({ ...choices, shown: language });
    const [, step, table] = /^tables\/([^/.]+)\.([^/]+)\.csv$/.exec(path) ?? [];
    const found = step && table ? await store.engine.ask("table", step, table) : null;
    if (found) download(`${step}.${table}.csv`, await store.engine.ask("resultCsv", found), types.csv);
  };
  return (
    <>
      <div className="report-controls">
        <h2 className="page-title">{w.title}</h2>
        <div className="report-choices">
          <fieldset>
            <legend>{w.languages}</legend>
            {(["en", "zh"] as const).map((one) => (
              <label key={one} className="choice">
                <input
                  type="checkbox"
                  checked={languages.includes(one)}
                  onChange={({ target: { checked } }) => {
                    const next = withLanguage(languages, one, checked);
                    setChoices({ ...choices, languages: next, shown: next.includes(shown) ? choices.shown : next[0] });
                  }}
                />
                <span lang={one === "zh" ? "zh-CN" : "en"}>{w.names[one]}</span>
              </label>
            ))}
          </fieldset>
          <TakeAway choices={choices} languages={languages} />
          <StudyTools languages={languages} />
          {outline && <SectionsForm outline={outline} language={shown} choices={choices} onChoices={setChoices} />}
        </div>
        <fieldset className="shown">
          <legend>{w.shown}</legend>
          {languages.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="shown" checked={one === shown} onChange={() => setChoices({ ...choices, shown: one })} />
              <span lang={one === "zh" ? "zh-CN" : "en"}>{w.names[one]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {!ran.whole && <p className="note">{w.wait}</p>}
      {outline && ran.whole && <Preview language={shown} languages={languages} choices={choices} onFile={follow} />}
    </>
  );
}

interface PreviewProps {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly choices: Choices;
  readonly onFile: (path: string) => void;
}

/** The file of one language as it stands. */
function Preview({ language, languages, choices, onFile }: PreviewProps) {
  const w = useWords(words);
  const { value: html, fault } = useAnswer("reportPage", language, languages, editsOf(choices, language));
  const faults = useWords(shellWords);
  return (
    <>
      {fault && <FaultNote fault={fault} title={faults.faultTitle} />}
      {!html && !fault && <p className="note">{w.wait}</p>}
      {html && <Paper html={html} label={w.preview[language]} onFile={onFile} />}
    </>
  );
}
