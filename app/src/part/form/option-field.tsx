import { useWords } from "../../shell/speak.js";
import type { CardOption } from "../../worker/calls/cards.js";
import type { PlainFault } from "../../worker/protocol.js";
import { Field, TypedLine, useChecked } from "./field.js";
import { type FieldKind, fieldKind, type JsonSchema, typed } from "./field-kind.js";
import { words } from "./words.js";

interface Props {
  readonly id: string;
  readonly card: string;
  readonly option: CardOption;
  readonly value: unknown;
  readonly fault: PlainFault | null;
  /** undefined: the default holds */
  readonly onChange: (value: unknown) => void;
  /** words that a text is likely to be, e.g. levels of the tree */
  readonly suggestions: readonly string[];
}

/** One option of a method, as its schema has it. */
export function OptionField({ id, card, option, value, fault, onChange, suggestions }: Props) {
  const w = useWords(words);
  const schema = option.schema as JsonSchema;
  const kind = fieldKind(schema);
  const checked = useChecked(card, option.key, onChange);
  const wrong = checked.fault ?? fault;
  const standard = schema.default === undefined ? w.unset : w.byDefault(typed(schema.default));
  const shell = { id, name: option.key, about: option.about, required: option.required && value === undefined, fault: wrong };

  if (kind.kind === "flag")
    return (
      <Field {...shell}>
        <input
          id={id}
          type="checkbox"
          checked={Boolean(value ?? schema.default)}
          onChange={({ target }) => onChange(target.checked === Boolean(schema.default) ? undefined : target.checked)}
        />
      </Field>
    );
  if (kind.kind === "choice")
    return (
      <Field {...shell}>
        <select
          id={id}
          value={typeof value === "string" ? value : ""}
          aria-invalid={wrong !== null}
          onChange={({ target }) => onChange(target.value || undefined)}
        >
          <option value="">{standard}</option>
          {kind.values.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Field>
    );
  if (kind.kind === "choices") {
    const chosen = (value ?? schema.default ?? []) as readonly string[];
    const others = (one: string): string[] => kind.values.filter((other) => (other === one) !== chosen.includes(other));
    return (
      <Field {...shell}>
        <span className="checks" id={id}>
          {kind.values.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={() => onChange(others(one).length ? others(one) : undefined)}
              />
              {one}
            </label>
          ))}
        </span>
      </Field>
    );
  }
  if (kind.kind === "pair") {
    const [low, high] = Array.isArray(value) ? value.map(String) : ["", ""];
    const defaults = Array.isArray(schema.default) ? schema.default.map(String) : ["", ""];
    const take = (a: string, b: string): void => {
      if (!a && !b) onChange(undefined);
      else checked.take(`[${a || defaults[0]}, ${b || defaults[1]}]`);
    };
    return (
      <Field {...shell}>
        <span className="pair">
          <TypedLine
            id={id}
            value={low}
            placeholder={defaults[0] || w.from}
            number={kind.limits[0]}
            faulty={wrong !== null}
            onCommit={(a) => take(a, high)}
          />
          <TypedLine
            id={`${id}-2`}
            label={`${option.key}: ${w.to}`}
            value={high}
            placeholder={defaults[1] || w.to}
            number={kind.limits[1]}
            faulty={wrong !== null}
            onCommit={(b) => take(low, b)}
          />
        </span>
      </Field>
    );
  }
  return (
    <Field {...shell}>
      <TypedLine
        id={id}
        value={shown(kind, value)}
        placeholder={kind.kind === "words" ? w.commas : standard}
        number={kind.kind === "number" ? kind.limits : undefined}
        suggestions={kind.kind === "text" ? suggestions : undefined}
        faulty={wrong !== null}
        onCommit={(line) => checked.take(asYaml(kind, line))}
      />
    </Field>
  );
}

const shown = ({ kind }: FieldKind, value: unknown): string =>
  kind === "words" && Array.isArray(value) ? value.map(String).join(", ") : typed(value);

/** What was typed, as YAML of the value meant. */
function asYaml({ kind }: FieldKind, line: string): string {
  const text = line.trim();
  if (!text) return "";
  if (kind === "text") return JSON.stringify(text);
  if (kind === "words" && !text.startsWith("[")) return JSON.stringify(text.split(/\s*[,，、]\s*/).filter(Boolean));
  return text;
}
