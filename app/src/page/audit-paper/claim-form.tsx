import { type ChangeEvent, type DragEvent, useId, useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import type { FamilySummary } from "../../worker/calls/formula-audit.js";
import { placeOfFault } from "./column-roles.js";
import { ColumnTable } from "./column-table.js";
import { examples } from "./examples.js";
import { type Found, type Given, givenBy, nothingGiven } from "./use-audit.js";
import { words } from "./words.js";

interface Props {
  readonly families: readonly FamilySummary[];
  readonly given: Given;
  readonly found: Found;
  readonly onGiven: (given: Given) => void;
}

/** What is published: its kind, the table, what its columns are, numbers printed beside it. */
export function ClaimForm({ families, given, found, onGiven }: Props) {
  const w = useWords(words);
  const say = useSay();
  const id = useId();
  const family = families.find((one) => one.id === given.family);
  const shown = examples.filter((one) => one.family === given.family);
  const change = (part: Partial<Given>): void => onGiven({ ...given, ...part });
  const example = shown.find((one) => one.text === given.text);
  return (
    <section className="claim" aria-label={w.printed}>
      <fieldset>
        <legend>{w.family}</legend>
        {families.map(({ id: one, names }) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={`${id}-family`}
              checked={one === given.family}
              onChange={() => onGiven({ ...nothingGiven, family: one, text: example ? "" : given.text, file: given.file })}
            />
            <span>{say(names)}</span>
          </label>
        ))}
      </fieldset>
      {family && <p className="note">{say(family.about)}</p>}
      <fieldset>
        <legend>{w.examples}</legend>
        {shown.map((one) => (
          <button key={one.id} type="button" className="quiet" aria-pressed={one === example} onClick={() => onGiven(givenBy(one))}>
            {say(one.names)}
          </button>
        ))}
      </fieldset>
      <TableInput given={given} from={example ? say(example.from) : null} onChange={change} />
      {family && found.table && <ColumnTable family={family} found={found} onChange={change} />}
      {family && <NumberFields family={family} given={given} found={found} onChange={change} />}
    </section>
  );
}

interface InputProps {
  readonly given: Given;
  readonly from: string | null;
  readonly onChange: (part: Partial<Given>) => void;
}

/** Pasted, typed, dropped or opened. */
function TableInput({ given, from, onChange }: InputProps) {
  const w = useWords(words);
  const id = useId();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file) onChange({ file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, text: "", roles: null, also: {} });
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  return (
    <div className="table-input">
      <label htmlFor={id}>{w.table}</label>
      <textarea
        id={id}
        rows={7}
        spellCheck={false}
        wrap="off"
        className={over ? "over" : undefined}
        aria-describedby={`${id}-help`}
        value={given.text}
        placeholder={given.file ? w.fromFile(given.file.name) : undefined}
        onChange={(event) => onChange({ text: event.target.value, file: null, roles: null })}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <p className="note" id={`${id}-help`}>
        {from ?? w.tableHelp}
      </p>
      <p className="file">
        <label className="quiet" htmlFor={`${id}-file`}>
          {w.file}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          className="unseen"
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <span className="note">{given.file ? w.fromFile(given.file.name) : w.drop}</span>
      </p>
    </div>
  );
}

interface FieldsProps {
  readonly family: FamilySummary;
  readonly given: Given;
  readonly found: Found;
  readonly onChange: (part: Partial<Given>) => void;
}

/** Numbers printed beside the table, and the decimals all are printed with; a fault stands at its field. */
function NumberFields({ family, given, found, onChange }: FieldsProps) {
  const w = useWords(words);
  const say = useSay();
  const id = useId();
  const wrong = found.fault && placeOfFault(found.fault.place?.path, found.parts, family).field;
  const fields = family.roles.filter((one) => !one.takes.startsWith("column"));
  return (
    <div className="fields">
      {fields.map((one) => {
        const faulty = wrong === one.id && found.fault;
        return (
          <div key={one.id} className={one.takes === "numbers" ? "field whole" : "field"}>
            <label htmlFor={`${id}-${one.id}`}>{say(one.names)}</label>
            <input
              id={`${id}-${one.id}`}
              type="text"
              inputMode="decimal"
              value={given.numbers[one.id] ?? ""}
              aria-invalid={faulty ? true : undefined}
              aria-describedby={`${id}-${one.id}-help`}
              onChange={(event) => onChange({ numbers: { ...given.numbers, [one.id]: event.target.value } })}
            />
            <p className={faulty ? "note wrong" : "note"} id={`${id}-${one.id}-help`}>
              {faulty ? `${say(faulty.found)}. ${say(faulty.expected)}` : one.takes === "numbers" ? w.numbersHelp : ""}
            </p>
          </div>
        );
      })}
      <div className="field">
        <label htmlFor={`${id}-digits`}>{w.digits}</label>
        <select
          id={`${id}-digits`}
          value={given.digits}
          onChange={({ target: { value } }) => onChange({ digits: value === "auto" ? "auto" : Number(value) })}
        >
          <option value="auto">{w.auto}</option>
          {[0, 1, 2, 3, 4, 5, 6].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
