import { useId } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import { type Draft, useBringing } from "./bringing.js";
import { words } from "./words.js";

/** What was understood of the file, each point to be corrected where it stands. */
export function Understanding({ draft }: { readonly draft: Draft }) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const { form, delimiter, sheets, sheet, rows, panel, warnings } = draft.understood;
  const wishes = draft.source.kind === "file" ? draft.source.wishes : {};
  const header = rows?.header ?? [];
  const chosenSheet = sheets.find((one) => one.name === sheet)?.name ?? "";
  return (
    <section>
      <h2>{w.understoodTitle}</h2>
      <dl className="facts">
        {say(form) && <Fact name={w.form} value={say(form)} />}
        {delimiter && <Fact name={w.delimiter} value={w.delimiters[delimiter] ?? delimiter} />}
        {sheets.length > 0 && (
          <Choice
            name={w.sheet}
            value={chosenSheet}
            options={sheets.map((one) => [one.name, w.sheetSize(one.name, one.rows, one.columns)])}
            onChange={(value) => bringing.wish({ sheet: value, unit: undefined, period: undefined })}
          />
        )}
        {rows?.headerLine && <Fact name={w.header} value={w.headerLine(rows.headerLine)} />}
        {rows && <Fact name={w.rows} value={String(rows.count)} />}
        {panel && <Fact name={w.layout} value={w.layouts[panel.layout]} />}
        {rows && (
          <>
            <Choice
              name={w.unitColumn}
              value={wishes.unit ?? panel?.unit ?? ""}
              options={[["", w.byItself], ...header.map((one): [string, string] => [one, one])]}
              onChange={(value) => bringing.wish({ unit: value, rename: undefined })}
            />
            <Choice
              name={w.periodColumn}
              value={wishes.period ?? panel?.period ?? ""}
              options={[
                ["", panel?.layout === "wide" ? w.inHeadings : panel && panel.period === null ? w.noPeriod : w.byItself],
                ...header.map((one): [string, string] => [one, one]),
              ]}
              onChange={(value) => bringing.wish({ period: value })}
            />
          </>
        )}
      </dl>
      <details className="remarks" open={warnings.length > 0 && warnings.length < 6}>
        <summary>{w.warningsTitle(warnings.length)}</summary>
        {warnings.length === 0 && <p className="note">{w.noWarnings}</p>}
        <ul className="note">
          {warnings.map(({ text }) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <dt>
        <label htmlFor={id}>{name}</label>
      </dt>
      <dd>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}
