import { FaultNote } from "../../part/fault-note.js";
import { useSay, useWords } from "../../shell/speak.js";
import { keyOf, useBringing, useBrought } from "./bringing.js";
import { ChooseFile } from "./choose-file.js";
import { Columns } from "./columns.js";
import { share } from "./figures.js";
import { NextStep } from "./next-step.js";
import { RawRows } from "./raw-rows.js";
import { ShippedSets } from "./shipped-sets.js";
import { Understanding } from "./understanding.js";
import { words } from "./words.js";

/** Bring a file; see at once what was understood of it. */
export function DataStep() {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const { drafts, current } = useBrought();
  const draft = bringing.draft;
  if (!draft)
    return (
      <>
        <h1>{w.titleEmpty}</h1>
        <p className="lead">{w.leadEmpty}</p>
        <ChooseFile />
        <ShippedSets />
      </>
    );
  const { panel, fault, rows } = draft.understood;
  return (
    <>
      <h1>
        {say(draft.understood.title)}
        {panel && <span className="what">{w.found(panel.units, panel.periods.length, panel.columns.length)}</span>}
      </h1>
      {panel && <p className="lead">{w.filled(share(1 - panel.missing / panel.cells), String(panel.missing))}</p>}
      {fault && <FaultNote fault={fault} title={w.notYet} after={w.notYetAfter} />}
      {panel && <NextStep to={draft.understood.regions ? "regions" : "audit"} />}
      <Understanding draft={draft} />
      {rows && <RawRows rows={rows} title={say(draft.understood.title)} />}
      {panel && <Columns panel={panel} />}
      <section className="again">
        <h2>{w.brought}</h2>
        <ul className="brought">
          {Object.values(drafts).map(({ source, understood }) => {
            const key = keyOf(source);
            return (
              <li key={key}>
                <button type="button" className="quiet" aria-pressed={key === current} onClick={() => bringing.show(key)}>
                  {say(understood.title)}
                </button>
              </li>
            );
          })}
        </ul>
        <ChooseFile />
        <ShippedSets />
      </section>
    </>
  );
}
