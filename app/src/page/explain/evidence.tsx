import { StepTable } from "../../part/data-table.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import type { Ran } from "../../worker/ran.js";
import { stepsFor } from "./questions.js";
import { Warnings } from "./step-view.js";
import { words } from "./words.js";

const auditColumns = {
  en: ["unit", "period_from", "sentence_en", "decision"],
  zh: ["unit", "period_from", "sentence_zh", "decision"],
};

/** What the numbers rest on: the data, what the audit found in them, and what the steps warn of. */
export function Evidence({ ran }: { readonly ran: Ran }) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const warned = ran.steps.filter(({ warnings }) => warnings.length > 0);
  return (
    <>
      <p className="lead">{w.data(say(ran.source), say(ran.coverage))}</p>
      <p>{w.cells(ran.scores?.imputed ?? 0, ran.suspect, ran.blindSpots, ran.definitions)}</p>
      {stepsFor("evidence", ran.steps).map(
        ({ id, tables }) =>
          tables.some((one) => one.id === "findings") && (
            <StepTable key={id} step={id} table="findings" caption={w.findings} columns={auditColumns[language]} />
          ),
      )}
      <h2>{w.warningsTitle}</h2>
      {warned.length === 0 && <p>{w.noWarnings}</p>}
      {warned.map((step) => (
        <div key={step.id}>
          <h3>
            {say(step.names)} <span className="note">{step.id}</span>
          </h3>
          <Warnings step={step} />
        </div>
      ))}
    </>
  );
}
