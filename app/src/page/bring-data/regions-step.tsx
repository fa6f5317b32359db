import { useId, useState } from "react";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import type { Regions, Stranger } from "../../worker/calls/bring-data/types.js";
import { useBringing } from "./bringing.js";
import { NextStep } from "./next-step.js";
import { words } from "./words.js";

/** Which family the units are of, and every name that nothing matches. */
export function RegionsStep() {
  const w = useWords(words);
  const bringing = useBringing();
  const draft = bringing.draft;
  const regions = draft?.understood.regions;
  if (!draft || !regions)
    return (
      <>
        <h1>{w.steps.regions}</h1>
        <p>{w.noRegions}</p>
        <NextStep to="audit" />
      </>
    );
  const unknown = regions.unknown.length;
  const title =
    regions.kind === "as-is"
      ? w.regionsAsIs(regions.all)
      : unknown
        ? w.regionsSome(regions.all - unknown, regions.all)
        : w.regionsAll(regions.all);
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{w.regionsLead}</p>
      <Family regions={regions} />
      {regions.strangers.length > 0 && <Strangers regions={regions} />}
      <Decided />
      <NextStep to="audit" />
    </>
  );
}

function Family({ regions }: { readonly regions: Regions }) {
  const w = useWords(words);
  const bringing = useBringing();
  const id = useId();
  const source = bringing.draft?.source;
  const wished = source?.kind === "file" ? source.wishes.regions : undefined;
  const known = (kind: string): string => {
    const family = regions.families.find((one) => one.kind === kind);
    return family ? w.familyKnows(w.families[kind], family.matched, regions.all) : w.families[kind];
  };
  return (
    <p className="labelled">
      <label htmlFor={id}>{w.family}</label>{" "}
      <select id={id} value={wished ?? "auto"} onChange={(event) => bringing.wish({ regions: event.target.value, rename: undefined })}>
        <option value="auto">{w.familyFound(w.families[regions.kind])}</option>
        {[...regions.families.map(({ kind }) => kind), "as-is"].map((kind) => (
          <option key={kind} value={kind}>
            {known(kind)}
          </option>
        ))}
      </select>
    </p>
  );
}

function Strangers({ regions }: { readonly regions: Regions }) {
  const w = useWords(words);
  return (
    <div className="scroll strangers">
      <table>
        <thead>
          <tr>
            <th scope="col">{w.written}</th>
            <th scope="col" className="number">
              {w.line}
            </th>
            <th scope="col" className="number">
              {w.rowCount}
            </th>
            <th scope="col">{w.meant}</th>
          </tr>
        </thead>
        <tbody>
          {regions.strangers.map((one) => (
            <tr key={one.text}>
              <th scope="row">
                {one.text.trim() || w.blank}
                {one.total && <span className="note"> · {w.looksTotal}</span>}
              </th>
              <td className="number">{one.line}</td>
              <td className="number">{one.rows}</td>
              <td>
                <Meaning stranger={one} absent={regions.absent} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const other = "\u0000other";
const out = "\u0000out";
const own = "\u0000own";

/** What an unknown name stands for: a suggestion, another name, or nothing that is wanted. */
function Meaning({ stranger: { text, suggestions }, absent }: { readonly stranger: Stranger; readonly absent: Regions["absent"] }) {
  const w = useWords(words);
  const bringing = useBringing();
  const [writing, setWriting] = useState<string | null>(null);
  const rename = (to: string | null): void => {
    const source = bringing.draft?.source;
    if (source?.kind === "file") bringing.wish({ rename: { ...source.wishes.rename, [text.trim()]: to } });
  };
  const choose = (value: string): void => {
    if (value === other) setWriting("");
    else if (value === out) rename(null);
    else if (value === own) rename(text.trim());
    else if (value) rename(value);
  };
  const shown = text.trim() || w.blank;
  return (
    <div className="meaning">
      <select aria-label={w.meantFor(shown)} value={writing === null ? "" : other} onChange={(event) => choose(event.target.value)}>
        <option value="">{w.undecided}</option>
        <Candidates label={w.nearest} units={suggestions} />
        <Candidates label={w.absent} units={absent.filter(({ code }) => suggestions.every((one) => one.code !== code))} />
        <option value={other}>{w.otherName} …</option>
        {text.trim() && <option value={own}>{w.keepName}</option>}
        <option value={out}>{w.leaveOut}</option>
      </select>
      {writing !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (writing.trim()) rename(writing.trim());
          }}
        >
          <input aria-label={`${w.meantFor(shown)}: ${w.otherName}`} value={writing} onChange={(event) => setWriting(event.target.value)} />
          <button type="submit" className="quiet">
            {w.apply}
          </button>
        </form>
      )}
    </div>
  );
}

function Candidates({ label, units }: { readonly label: string; readonly units: Regions["absent"] }) {
  const say = useSay();
  if (!units.length) return null;
  return (
    <optgroup label={label}>
      {units.map(({ code, names }) => (
        <option key={code} value={code}>
          {say(names)} · {code}
        </option>
      ))}
    </optgroup>
  );
}

/** What was decided about names, each to be taken back. */
function Decided() {
  const w = useWords(words);
  const language = useLanguage();
  const bringing = useBringing();
  const source = bringing.draft?.source;
  const rename = source?.kind === "file" ? (source.wishes.rename ?? {}) : {};
  const entries = Object.entries(rename);
  if (!entries.length) return null;
  const names = bringing.draft?.understood.regions?.renamed ?? {};
  const without = (text: string): Record<string, string | null> | undefined => {
    const rest = entries.filter(([key]) => key !== text);
    return rest.length ? Object.fromEntries(rest) : undefined;
  };
  return (
    <section>
      <h2>{w.renamed}</h2>
      <ul className="decided">
        {entries.map(([text, to]) => (
          <li key={text}>
            <span>
              {text.trim() || w.blank} {to === null ? w.isLeftOut : to === text ? w.isKept : `${w.means} ${names[text]?.[language] ?? to}`}
            </span>
            <button type="button" className="quiet small" onClick={() => bringing.wish({ rename: without(text) })}>
              {w.undo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
