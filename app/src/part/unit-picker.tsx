import { useId, useState } from "react";
import { useLanguage, useWords } from "../shell/speak.js";
import type { Ran } from "../worker/ran.js";
import { words } from "./words.js";

interface Props {
  readonly ran: Ran;
  readonly value: string | null;
  readonly onChoose: (code: string | null) => void;
  readonly label: string;
  /** what no choice is called; left out, there must be one */
  readonly none?: string;
  /** codes not offered */
  readonly except?: ReadonlySet<string>;
}

/** More units than this are typed, not listed. */
const listed = 120;

/** A unit chosen from a list, or by typing its name or code where a list would be too long. */
export function UnitPicker(props: Props) {
  return props.ran.units.length > listed ? <Typed {...props} /> : <Listed {...props} />;
}

function Listed({ ran, value, onChoose, label, none, except }: Props) {
  const language = useLanguage();
  return (
    <label className="chooser">
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
        {none !== undefined && <option value="">{none}</option>}
        {ran.units.map(({ code, names }) => except?.has(code) || <option key={code} value={code} label={names[language]} />)}
      </select>
    </label>
  );
}

function Typed({ ran, value, onChoose, label, none, except }: Props) {
  const language = useLanguage();
  const w = useWords(words);
  const list = useId();
  const chosen = ran.units.find(({ code }) => code === value)?.names[language] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    const found = ran.units.find(({ code, names }) => !except?.has(code) && [code, names.en, names.zh].some((one) => one === text.trim()));
    if (found || text.trim() === "") {
      onChoose(found?.code ?? null);
      setTyped(null);
    } else setTyped(text);
  };
  return (
    <label className="chooser">
      <span>{label}</span>
      <input
        list={list}
        value={typed ?? chosen}
        placeholder={none ?? w.typeName}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <datalist id={list}>
        {ran.units.map(({ code, names }) => (
          <option key={code} value={names[language]} label={code} />
        ))}
      </datalist>
    </label>
  );
}
