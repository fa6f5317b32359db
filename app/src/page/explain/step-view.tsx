import { useState } from "react";
import { StepTable } from "../../part/data-table.js";
import { addressOf } from "../../shell/route.js";
import { useSay, useWords } from "../../shell/speak.js";
import type { StepSummary } from "../../worker/ran.js";
import { words } from "./words.js";

/** Warnings told of a step before the rest is counted. */
const told = 6;

/** Any step: how it was computed, its warnings, its tables, each brought when it is opened. */
export function StepView({ step }: { readonly step: StepSummary }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <section className="step">
      <h3>
        {say(step.names)} <span className="note">{step.id}</span>
      </h3>
      <p className="note">
        {step.variant}
        {step.variant && " · "}
        <a href={addressOf("methods", step.card)}>{w.method}</a>
      </p>
      <Warnings step={step} />
      {step.tables.map(({ id, names }) => (
        <LateTable key={id} step={step.id} table={id} name={say(names)} />
      ))}
    </section>
  );
}

export function Warnings({ step }: { readonly step: StepSummary }) {
  const w = useWords(words);
  const say = useSay();
  const { warnings } = step;
  if (warnings.length === 0) return null;
  return (
    <div className="warning">
      <p className="note">{w.warnings(warnings.length)}</p>
      <ul className="text">
        {warnings.slice(0, told).map(({ code, text }, k) => (
          <li key={`${code} ${k}`}>{say(text)}</li>
        ))}
        {warnings.length > told && <li className="note">{w.moreWarnings(warnings.length - told)}</li>}
      </ul>
    </div>
  );
}

/** A table that is asked for when it is opened. */
function LateTable({ step, table, name }: { readonly step: string; readonly table: string; readonly name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open && <StepTable step={step} table={table} />}
    </details>
  );
}
