import { useId } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import { Field, FieldFault, TypedLine, useChecked } from "./field.js";
import { OptionField } from "./option-field.js";
import { SlotField } from "./slot-field.js";
import { placeOf, setFields, setMethod } from "./step-edits.js";
import type { Plan } from "./use-plan.js";
import { words } from "./words.js";
import "./form.css";

interface Props {
  readonly plan: Plan;
  /** position of the step in the study */
  readonly at: number;
}

/** A step of the study as a form made from its card: which method, where its inputs come from, every option. */
export function MethodForm({ plan, at }: Props) {
  const store = useStore();
  const { fault: failed } = useStudy();
  const w = useWords(words);
  const say = useSay();
  const own = useId();
  const step = plan.steps[at];
  const ways = [...plan.cards.values()].filter((one) => one.verb === step.verb);
  const card = step.card === null ? null : (plan.cards.get(step.card) ?? null);
  if (ways.length === 0) return <p className="warning">{w.unknownStep}</p>;

  const fault = step.fault ?? (failed && placeOf(failed, plan.steps)?.step === at ? failed : null);
  const place = fault && placeOf(fault, plan.steps);
  const fields = new Set(["method", ...(card ? [...card.slots, ...card.options].map((one) => one.key) : [])]);
  const faultOf = (key: string) => (place?.field === key ? fault : null);
  const unplaced = fault && !(place?.field && fields.has(place.field)) ? fault : null;
  const write = (key: string) => (value: unknown) => void store.edit(setFields(step, { [key]: value }));
  const choose = (id: string): void => {
    const next = plan.cards.get(id);
    if (next && next.id !== card?.id) store.edit(setMethod(step, next, plan.steps));
  };
  return (
    <div className="form">
      {unplaced && <FieldFault id={`${own}-fault`} fault={unplaced} />}
      {(ways.length > 1 || ways[0].as !== null) && (
        <Field id={`${own}-method`} name="method" about={null} fault={faultOf("method")}>
          <select id={`${own}-method`} aria-label={w.method} value={card?.id ?? ""} onChange={({ target }) => choose(target.value)}>
            {!card && <option value="">{w.unset}</option>}
            {ways.map(({ id, names }) => (
              <option key={id} value={id}>
                {say(names)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {card && <p className="note">{say(card.summary)}</p>}
      {card && <Fields key={card.id} plan={plan} at={at} card={card} own={own} faultOf={faultOf} write={write} />}
    </div>
  );
}

interface FieldsProps extends Props {
  readonly card: CardSummary;
  readonly own: string;
  readonly faultOf: (key: string) => Plan["unread"];
  readonly write: (key: string) => (value: unknown) => void;
}

/** Inputs and options: those that are written or must be stand open, the rest behind one line. */
function Fields({ plan, at, card, own, faultOf, write }: FieldsProps) {
  const w = useWords(words);
  const { steps, offers } = plan;
  const { written } = steps[at];
  const ids = new Set(["data", ...steps.slice(0, at).map((one) => one.id)]);
  const above = offers.steps.filter((one) => ids.has(one.id));
  const levels = offers.levels.map((one) => one.id);
  const given = (key: string): boolean => written !== null && key in written;
  const slots = card.slots.filter((one, k) => one.kind !== "parts" && card.slots.findIndex((other) => other.key === one.key) === k);
  const fields = [
    ...slots.map((slot) => ({
      open:
        given(slot.key) || (!slot.optional && ["column", "columns", "grouping", "groupings", "weights-list", "plan"].includes(slot.kind)),
      field: (
        <SlotField
          key={slot.key}
          id={`${own}-${slot.key}`}
          slot={slot}
          value={written?.[slot.key]}
          fault={faultOf(slot.key)}
          onChange={write(slot.key)}
          above={above}
          offers={offers}
        />
      ),
    })),
    ...card.options.map((option) => ({
      open: given(option.key) || option.required,
      field: (
        <OptionField
          key={option.key}
          id={`${own}-${option.key}`}
          card={card.id}
          option={option}
          value={written?.[option.key]}
          fault={faultOf(option.key)}
          onChange={write(option.key)}
          suggestions={levels}
        />
      ),
    })),
  ];
  const rest = fields.filter((one) => !one.open);
  return (
    <>
      {fields.filter((one) => one.open).map((one) => one.field)}
      <details open={rest.length <= 3 ? true : undefined}>
        <summary>{w.more(rest.length + 1)}</summary>
        {rest.map((one) => one.field)}
        <NameField
          id={`${own}-id`}
          card={card.id}
          value={typeof written?.id === "string" ? written.id : ""}
          verb={card.verb}
          write={write("id")}
        />
      </details>
    </>
  );
}

interface NameProps {
  readonly id: string;
  readonly card: string;
  readonly value: string;
  readonly verb: string;
  readonly write: (value: unknown) => void;
}

function NameField({ id, card, value, verb, write }: NameProps) {
  const { fault, take } = useChecked(card, "id", write);
  return (
    <Field id={id} name="id" about={{ en: words.en.name, zh: words.zh.name }} fault={fault}>
      <TypedLine id={id} value={value} placeholder={verb} faulty={fault !== null} onCommit={(line) => take(line && JSON.stringify(line))} />
    </Field>
  );
}
