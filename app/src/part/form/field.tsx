import type { Text } from "@gongfu/engine";
import { useEffect, useState } from "react";
import { Refused } from "../../engine/client.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useStore } from "../../study/use-study.js";
import type { PlainFault } from "../../worker/protocol.js";
import { words } from "./words.js";

export interface FieldProps {
  /** unique on the page */
  readonly id: string;
  readonly name: string;
  readonly about: Text | null;
  readonly required?: boolean;
  readonly fault: PlainFault | null;
}

/** Label, what it means, the control, and what is wrong with it. */
export function Field({ id, name, about, required, fault, children }: FieldProps & { readonly children: React.ReactNode }) {
  const say = useSay();
  const w = useWords(words);
  return (
    <div className="form-field" data-faulty={fault ? "" : undefined}>
      <label htmlFor={id}>
        <code>{name}</code>
        {required && <span className="note"> {w.required}</span>}
        {about && <span className="about">{say(about)}</span>}
      </label>
      {children}
      {fault && <FieldFault id={`${id}-fault`} fault={fault} />}
    </div>
  );
}

export function FieldFault({ id, fault }: { readonly id: string; readonly fault: PlainFault }) {
  const say = useSay();
  return (
    <p className="field-fault" id={id} role="alert">
      <strong>{say(fault.found)}</strong> {say(fault.expected)} → {say(fault.next)}
    </p>
  );
}

/** A value on its way into the study: checked by the worker against the card, then written. */
export function useChecked(card: string, key: string, onChange: (value: unknown) => void) {
  const store = useStore();
  const [fault, setFault] = useState<PlainFault | null>(null);
  const take = async (yaml: string): Promise<void> => {
    try {
      const value = await store.engine.ask("field", card, key, yaml);
      setFault(null);
      onChange(value);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return { fault, take };
}

interface TypedProps {
  readonly id: string;
  readonly value: string;
  readonly onCommit: (typed: string) => void;
  readonly faulty: boolean;
  readonly placeholder?: string;
  readonly label?: string;
  readonly number?: { readonly min?: number; readonly max?: number; readonly integer: boolean };
  readonly suggestions?: readonly string[];
}

/** A line that is taken over on Enter or when it is left. */
export function TypedLine({ id, value, onCommit, faulty, placeholder, label, number, suggestions }: TypedProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = (): void => {
    if (draft !== value) onCommit(draft);
  };
  return (
    <>
      <input
        id={id}
        type={number ? "number" : "text"}
        inputMode={number ? (number.integer ? "numeric" : "decimal") : undefined}
        min={number?.min}
        max={number?.max}
        step={number ? (number.integer ? 1 : "any") : undefined}
        value={draft}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={faulty}
        aria-describedby={faulty ? `${id}-fault` : undefined}
        list={suggestions?.length ? `${id}-list` : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
      {suggestions?.length ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
