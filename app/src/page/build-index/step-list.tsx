import { useId, useState } from "react";
import { AddStep } from "../../part/form/add-step.js";
import { FieldFault } from "../../part/form/field.js";
import { MethodForm } from "../../part/form/method-form.js";
import { addStep, moveStep, placeOf, removeStep } from "../../part/form/step-edits.js";
import type { Plan } from "../../part/form/use-plan.js";
import { words as formWords } from "../../part/form/words.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import { words } from "./words.js";

/** The steps in their order: each opens to its form, can be moved and removed; another is added where it belongs. */
export function StepList({ plan }: { readonly plan: Plan }) {
  const w = useWords(words);
  const f = useWords(formWords);
  const say = useSay();
  const store = useStore();
  const { fault } = useStudy();
  const [open, setOpen] = useState<string | null>(null);
  const { steps, cards, unread } = plan;
  const keys = keysOf(steps);
  const faulty = fault ? placeOf(fault, steps)?.step : undefined;
  const add = (card: CardSummary): void => {
    const { edits } = addStep(card, steps, cards, needed(card, plan));
    store.edit(edits);
    setOpen(idOf(edits[0].value));
  };
  if (unread)
    return (
      <>
        <p className="warning">{f.unread}</p>
        <FieldFault id="unread" fault={unread} />
      </>
    );
  return (
    <>
      <ol className="plan-steps">
        {steps.map((step, at) => (
          <StepItem
            key={keys[at]}
            plan={plan}
            at={at}
            name={w.stepNames(step.id === step.verb ? "" : step.id, nameOf(step, plan, say))}
            faulty={step.fault !== null || faulty === at}
            open={open === keys[at]}
            onOpen={(to) => setOpen(to ? keys[at] : null)}
            onMove={(to) => {
              store.edit(moveStep(at, to));
            }}
            onRemove={() => {
              store.edit(removeStep(at));
              setOpen(null);
            }}
          />
        ))}
      </ol>
      <AddStep cards={cards} onAdd={add} />
    </>
  );
}

/** Steps are told apart by their names; the second of one name, which is a fault, by its number too. */
const keysOf = (steps: Plan["steps"]): readonly string[] =>
  steps.map(({ id }, at) => {
    const same = steps.slice(0, at).filter((one) => one.id === id).length;
    return same ? `${id} ${same}` : id;
  });

const idOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  const [[verb, own]] = Object.entries(value as Record<string, { id?: string }>);
  return own.id ?? verb;
};

const nameOf = (step: Plan["steps"][number], { cards }: Plan, say: (text: { en: string; zh: string }) => string): string =>
  `${step.verb}${step.card ? ` · ${say(cards.get(step.card)?.names ?? { en: "", zh: "" })}` : ""}`;

/** Inputs that must be named, taken from the first column that can serve. */
function needed(card: CardSummary, { offers }: Plan): Record<string, unknown> {
  const index = offers.steps.find((one) => one.gives === "index" && one.columns.length > 0) ?? offers.steps[0];
  const addresses = index?.columns.map((one) => `${index.id}.${one.id}`) ?? [];
  return Object.fromEntries(
    card.slots.flatMap((slot): [string, unknown][] => {
      if (slot.optional || addresses.length === 0) return [];
      if (slot.kind === "column") return [[slot.key, addresses[0]]];
      return slot.kind === "columns" ? [[slot.key, addresses.slice(0, 2)]] : [];
    }),
  );
}

interface ItemProps {
  readonly plan: Plan;
  readonly at: number;
  readonly name: string;
  readonly faulty: boolean;
  readonly open: boolean;
  readonly onOpen: (to: boolean) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function StepItem({ plan, at, name, faulty, open, onOpen, onMove, onRemove }: ItemProps) {
  const w = useWords(words);
  const body = useId();
  return (
    <li className="plan-step" data-open={open ? "" : undefined}>
      <button
        type="button"
        className="step-head"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={() => onOpen(!open)}
      >
        <span>{name}</span>
        {faulty && <span className="step-faulty">{w.faulty}</span>}
      </button>
      {open && (
        <div className="step-body" id={body}>
          <MethodForm plan={plan} at={at} />
          <p className="step-tools">
            <button type="button" className="quiet small" disabled={at === 0} aria-label={w.moveUp(name)} onClick={() => onMove(at - 1)}>
              {w.up}
            </button>
            <button
              type="button"
              className="quiet small"
              disabled={at === plan.steps.length - 1}
              aria-label={w.moveDown(name)}
              onClick={() => onMove(at + 1)}
            >
              {w.down}
            </button>
            <button type="button" className="quiet small" aria-label={w.removeStep(name)} onClick={onRemove}>
              {w.remove}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
