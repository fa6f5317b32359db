import { useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import type { ColumnSummary } from "../../worker/calls/bring-data/types.js";
import { matching } from "./columns.js";
import { share } from "./figures.js";
import { Grip } from "./grip.js";
import { below, rootsOf, type TreeDraft } from "./tree-draft.js";
import type { useCarrying } from "./use-carrying.js";
import { words } from "./words.js";

const shown = 400;

interface Props {
  readonly columns: readonly ColumnSummary[];
  readonly tree: TreeDraft;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly onPut: (ids: readonly string[], group: string) => void;
  readonly handle: ReturnType<typeof useCarrying>["handle"];
}

/** Columns that stand in no mechanism yet: tick and put, or carry. */
export function FreeColumns({ columns, tree, ticked, onTick, onPut, handle }: Props) {
  const w = useWords(words);
  const say = useSay();
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState("");
  const found = matching(columns, wanted).slice(0, shown);
  const roots = rootsOf(tree);
  const groups = roots.flatMap((root) => below(tree, root.id));
  const group = groups.some((one) => one.id === chosen) ? chosen : (groups[0]?.id ?? "");
  const together = [...ticked].filter((id) => columns.some((one) => one.id === id));
  const tick = (id: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    onTick(next);
  };
  return (
    <section className="free">
      <h2>{w.free(columns.length)}</h2>
      <div className="put">
        {columns.length > 12 && (
          <label className="search">
            <span>{w.search}</span>
            <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
          </label>
        )}
        <button type="button" className="quiet" disabled={!found.length} onClick={() => onTick(new Set(found.map((one) => one.id)))}>
          {w.tickAll}
        </button>
        <label>
          <span>{w.into}</span>
          <select value={group} onChange={(event) => setChosen(event.target.value)}>
            {roots.map((root) => (
              <optgroup key={root.id} label={say(root.names)}>
                {below(tree, root.id).map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.names) || one.id}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button type="button" className="quiet" disabled={!together.length || !group} onClick={() => onPut(together, group)}>
          {w.putButton(together.length)}
        </button>
      </div>
      <ul className="column-list">
        {found.map((one) => (
          <li key={one.id}>
            <Grip label={w.dragHandle(say(one.names))} {...handle(ticked.has(one.id) ? together : [one.id])} />
            <label>
              <input type="checkbox" checked={ticked.has(one.id)} onChange={(event) => tick(one.id, event.target.checked)} />
              <span>
                {say(one.names)}
                {say(one.unit) && <span className="unit">{say(one.unit)}</span>}
              </span>
              <span className="note">{share(one.n / Math.max(1, one.n + one.missing))}</span>
            </label>
          </li>
        ))}
      </ul>
      {columns.length > found.length && <p className="note">{w.shownOf(found.length, columns.length)}</p>}
    </section>
  );
}
