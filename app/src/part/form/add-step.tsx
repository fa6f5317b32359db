import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import { words } from "./words.js";

interface Props {
  readonly cards: ReadonlyMap<string, CardSummary>;
  readonly onAdd: (card: CardSummary) => void;
}

/** Every method there is, by room and verb, to be searched and added. */
export function AddStep({ cards, onAdd }: Props) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const search = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const rooms = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    const fits = ({ id, names, summary, verb }: CardSummary): boolean =>
      [id, names.en, names.zh, summary[language], verb].some((text) => text.toLowerCase().includes(wanted));
    const found = new Map<string, CardSummary[]>();
    for (const card of cards.values()) {
      if (!fits(card)) continue;
      const room = card.room[language];
      found.set(room, [...(found.get(room) ?? []), card]);
    }
    return [...found].map(([room, list]) => [room, list.sort((a, b) => (a.verb < b.verb ? -1 : a.verb > b.verb ? 1 : 0))] as const);
  }, [cards, typed, language]);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  if (!open)
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {w.addStep}
      </button>
    );
  return (
    <section className="add-step" aria-label={w.addStep}>
      <div className="add-step-top">
        <label htmlFor={search}>{w.search}</label>
        <input ref={field} id={search} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          {w.close}
        </button>
      </div>
      {rooms.length === 0 && <p className="note">{w.noMatch}</p>}
      {rooms.map(([room, list]) => (
        <div key={room}>
          <h2>{room}</h2>
          <ul>
            {list.map((card) => (
              <li key={card.id}>
                <button
                  type="button"
                  className="pick"
                  onClick={() => {
                    setOpen(false);
                    onAdd(card);
                  }}
                >
                  <span>
                    <code>{card.verb}</code> {say(card.names)}
                  </span>
                  <span className="note">{say(card.summary)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
