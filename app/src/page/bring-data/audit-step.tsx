import { useEffect, useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import type { Action, Found } from "../../worker/calls/bring-data/types.js";
import { aboutKey, type Draft, useBringing, useBrought } from "./bringing.js";
import { NextStep } from "./next-step.js";
import { Spark } from "./spark.js";
import { words } from "./words.js";

const page = 40;
const actions: readonly Action[] = ["keep", "flag", "drop", "impute"];

/** Findings of the audit, each with its evidence and a decision. */
export function AuditStep() {
  const w = useWords(words);
  const bringing = useBringing();
  const { busy } = useBrought();
  const draft = bringing.draft;
  const audited = draft?.audited;
  useEffect(() => {
    if (!audited && !busy) bringing.audit();
  }, [bringing, audited, busy]);
  if (!draft || !audited) return <h1>{w.steps.audit}</h1>;
  const decided = new Map(draft.decisions.map((one) => [aboutKey(one), one]));
  const open = audited.found.filter((one) => !decided.has(aboutKey(one.about)));
  return (
    <>
      <h1>{audited.found.length ? w.auditTitle(open.length, audited.found.length) : w.auditNone}</h1>
      <p className="lead">{w.auditLead}</p>
      <NextStep to="tree" />
      {audited.found.length > 0 && <Findings draft={draft} open={open} />}
      {audited.more > 0 && <p className="note">{w.beyond(audited.more)}</p>}
    </>
  );
}

type Filter = "all" | "open" | Found["severity"];
const filters: readonly Filter[] = ["all", "open", "stop", "doubt", "note"];

function Findings({ draft, open }: { readonly draft: Draft; readonly open: readonly Found[] }) {
  const w = useWords(words);
  const bringing = useBringing();
  const [filter, setFilter] = useState<Filter>("all");
  const [count, setCount] = useState(page);
  const all = draft.audited?.found ?? [];
  const periods = draft.audited?.periods ?? [];
  const passing = filter === "all" ? all : filter === "open" ? open : all.filter((one) => one.severity === filter);
  const shown = passing.slice(0, count);
  const isOpen = new Set(open);
  const still = shown.filter((one) => isOpen.has(one));
  const name = (one: Filter): string => (one === "all" ? w.all : one === "open" ? w.openOnly : w.severities[one]);
  return (
    <>
      <div className="audit-tools">
        <label>
          {w.show}{" "}
          <select
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value as Filter);
              setCount(page);
            }}
          >
            {filters.map((one) => (
              <option key={one} value={one}>
                {name(one)}
              </option>
            ))}
          </select>
        </label>
        {still.length > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() =>
              bringing.decide(
                still,
                (one) => one.offer,
                () => w.asProposed,
              )
            }
          >
            {w.takeAll(still.length)}
          </button>
        )}
      </div>
      <ul className="audit-list">
        {shown.map((one) => (
          <Finding key={`${aboutKey(one.about)} ${one.sentence.en}`} found={one} periods={periods} draft={draft} />
        ))}
      </ul>
      {passing.length > shown.length && (
        <button type="button" className="quiet" onClick={() => setCount(count + page)}>
          {w.more(Math.min(page, passing.length - shown.length))}
        </button>
      )}
    </>
  );
}

function Finding({ found, periods, draft }: { readonly found: Found; readonly periods: readonly number[]; readonly draft: Draft }) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const key = aboutKey(found.about);
  const decision = draft.decisions.find((one) => aboutKey(one) === key);
  const sentence = say(found.sentence);
  const decide = (action: Action | null, reason: string): void =>
    bringing.decide(
      [found],
      () => action,
      () => reason,
    );
  return (
    <li className={`found-${found.severity}`}>
      <div className="evidence">
        <p>
          <strong className="severity">{w.severities[found.severity]}</strong> {sentence}
        </p>
        {found.line && <Spark periods={periods} line={found.line} />}
      </div>
      <div className="decision">
        <label>
          {w.decision}
          <select
            aria-label={w.decisionFor(sentence)}
            value={decision?.action ?? ""}
            onChange={(event) => {
              const action = (event.target.value || null) as Action | null;
              decide(action, action === found.offer ? w.asProposed : w.asSeen);
            }}
          >
            <option value="">{w.open}</option>
            {actions.map((one) => (
              <option key={one} value={one}>
                {one === found.offer ? w.proposed(w.actions[one]) : w.actions[one]}
              </option>
            ))}
          </select>
        </label>
        {decision && (
          <label>
            {w.reason}
            <input
              aria-label={w.reasonFor(sentence)}
              value={decision.reason}
              onChange={(event) => decide(decision.action, event.target.value)}
              onBlur={(event) => event.target.value.trim() || decide(decision.action, w.asSeen)}
            />
          </label>
        )}
      </div>
    </li>
  );
}
