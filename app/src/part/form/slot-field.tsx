import { useId } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import type { CardSlot } from "../../worker/calls/cards.js";
import type { Offer, Offers } from "../../worker/calls/outline.js";
import type { PlainFault } from "../../worker/protocol.js";
import { Field } from "./field.js";
import { words } from "./words.js";

interface Props {
  readonly id: string;
  readonly slot: CardSlot;
  readonly value: unknown;
  readonly fault: PlainFault | null;
  readonly onChange: (value: unknown) => void;
  /** what stands above the step */
  readonly above: readonly Offer[];
  readonly offers: Offers;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

const many = new Set(["columns", "weights-list", "groupings", "plan"]);

/** Where a step takes an input from: a select over what stands above it. */
export function SlotField({ id, slot, value, fault, onChange, above, offers }: Props) {
  const w = useWords(words);
  const choices = useChoices(slot, above, offers);
  const shell = { id, name: slot.key, about: slot.about, fault };
  if (many.has(slot.kind)) {
    const list = value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
    const write = (to: readonly string[]): void =>
      onChange(to.length === 0 ? undefined : slot.kind === "plan" && to.length === 1 ? to[0] : to);
    return (
      <Field {...shell} required={!slot.optional && slot.kind !== "plan" && list.length === 0}>
        <ListOf
          id={id}
          list={list}
          choices={choices}
          onChange={write}
          empty={slot.kind === "plan" ? latestOf(above, "index", w.latest) : w.none}
        />
      </Field>
    );
  }
  const written = typeof value === "string" ? value : "";
  const needed = !slot.optional && (slot.kind === "column" || slot.kind === "grouping") && !written;
  return (
    <Field {...shell} required={needed}>
      <select
        id={id}
        value={written}
        aria-invalid={fault !== null || needed}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{emptyWord(slot, above, w)}</option>
        {written && !choices.some((one) => one.value === written) && <option value={written}>{written}</option>}
        <Options choices={choices} />
      </select>
    </Field>
  );
}

const latestOf = (above: readonly Offer[], gives: string | null, say: (id: string) => string): string => {
  const found = above.findLast((one) => one.gives === gives);
  return found ? say(found.id) : "–";
};

function emptyWord(
  slot: CardSlot,
  above: readonly Offer[],
  w: { latest: (id: string) => string; none: string; whole: string; unset: string },
) {
  switch (slot.kind) {
    case "panel":
    case "weights":
    case "index":
      return latestOf(above, slot.gives, w.latest);
    case "tree":
      return w.whole;
    case "column":
      return slot.optional ? w.none : w.unset;
    default:
      return w.none;
  }
}

function useChoices(slot: CardSlot, above: readonly Offer[], offers: Offers): readonly Choice[] {
  const say = useSay();
  const { ran } = useStudy();
  const steps = (fits: (one: Offer) => boolean): Choice[] =>
    above.filter(fits).map((one) => ({ value: one.id, label: `${one.id} · ${say(one.names)}` }));
  const columns = (): Choice[] =>
    above.flatMap((one) => one.columns.map((column) => ({ value: `${one.id}.${column.id}`, label: say(column.names), group: one.id })));
  switch (slot.kind) {
    case "panel":
    case "weights":
    case "weights-list":
    case "index":
      return steps((one) => one.gives === slot.gives);
    case "table":
      return steps((one) => slot.table !== null && one.tables.includes(slot.table));
    case "column":
    case "columns":
      return columns();
    case "plan":
      return [...steps((one) => one.gives === "index"), ...columns().filter((one) => one.group !== "data")];
    case "tree":
      return offers.views.map((one) => ({ value: one, label: one }));
    case "grouping":
    case "groupings":
      return (ran?.groupings ?? []).map(({ id, names }) => ({ value: id, label: say(names) }));
    default:
      return [];
  }
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  const groups = new Map<string, Choice[]>();
  for (const one of choices) groups.set(one.group ?? "", [...(groups.get(one.group ?? "") ?? []), one]);
  const options = (list: readonly Choice[]) =>
    list.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return [...groups].map(([group, list]) =>
    group ? (
      <optgroup key={group} label={group}>
        {options(list)}
      </optgroup>
    ) : (
      options(list)
    ),
  );
}

interface ListProps {
  readonly id: string;
  readonly list: readonly string[];
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly onChange: (list: readonly string[]) => void;
}

/** Several of them in their order: each can go up or out, another is added at the end. */
function ListOf({ id, list, choices, empty, onChange }: ListProps) {
  const w = useWords(words);
  const hint = useId();
  const labelOf = (value: string): string => {
    const found = choices.find((one) => one.value === value);
    return found?.group ? `${found.label} · ${found.group}` : (found?.label ?? value);
  };
  const swapped = (k: number): string[] => list.map((one, j) => (j === k ? list[k - 1] : j === k - 1 ? list[k] : one));
  return (
    <span className="listing">
      {list.length > 0 && (
        <ol>
          {list.map((one, k) => (
            <li key={one}>
              <span className="listed">{labelOf(one)}</span>
              {k > 0 && (
                <button type="button" className="quiet small" aria-label={w.up(labelOf(one))} onClick={() => onChange(swapped(k))}>
                  ↑
                </button>
              )}
              <button
                type="button"
                className="quiet small"
                aria-label={w.remove(labelOf(one))}
                onClick={() => onChange(list.filter((other) => other !== one))}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
      <select id={id} value="" aria-describedby={hint} onChange={({ target }) => target.value && onChange([...list, target.value])}>
        <option value="">{list.length ? `${w.add} …` : empty}</option>
        <Options choices={choices.filter((one) => !list.includes(one.value))} />
      </select>
      <span id={hint} hidden>
        {list.map(labelOf).join(", ")}
      </span>
    </span>
  );
}
