import { useEffect, useState } from "react";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import { useStore } from "../../study/use-study.js";
import type { ShippedSet } from "../../worker/calls/bring-data/shipped.js";
import { useBringing } from "./bringing.js";
import { words } from "./words.js";

/** The data sets that ship, each with where its figures come from. */
export function ShippedSets() {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const store = useStore();
  const bringing = useBringing();
  const [sets, setSets] = useState<readonly ShippedSet[]>([]);
  useEffect(() => {
    let wanted = true;
    store.engine.ask("shippedSets").then(
      (found) => wanted && setSets(found),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [store]);
  return (
    <section className="shipped">
      <h2>{w.shippedTitle}</h2>
      {sets.map(({ id, names, coverage, columns, statuses }) => (
        <div key={id}>
          <p>
            {say(coverage)} {w.shippedAbout(columns)}
          </p>
          <button type="button" className="quiet" onClick={() => bringing.takeShipped(id)}>
            {w.shippedUse(say(names))}
          </button>
          <details>
            <summary>{w.origin}</summary>
            <ul className="note">
              {statuses
                .filter(({ cells }) => cells > 0)
                .map(({ names: meaning, cells }) => (
                  <li key={meaning.en}>
                    {say(meaning)} ({w.cells(cells.toLocaleString(language))})
                  </li>
                ))}
            </ul>
          </details>
        </div>
      ))}
    </section>
  );
}
