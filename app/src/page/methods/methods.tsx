import "./methods.css";
import { useEffect, useState } from "react";
import type { PageProps } from "../../shell/app.js";
import { addressOf } from "../../shell/route.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useStore } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import { findMethods } from "./find-methods.js";
import { MethodPage } from "./method-page.js";
import { words } from "./words.js";

/** Every method: the list that can be searched, or the page of one. */
export default function Methods({ rest }: PageProps) {
  const cards = useCards();
  const w = useWords(words);
  const [query, setQuery] = useState("");
  const card = cards?.find((one) => one.id === rest);
  if (!cards) return null;
  if (card) return <MethodPage key={card.id} card={card} />;
  return (
    <>
      {rest && <p className="warning">{w.unknown(rest)}</p>}
      <List cards={cards} query={query} onQuery={setQuery} />
    </>
  );
}

function useCards(): readonly CardSummary[] | null {
  const store = useStore();
  const [cards, setCards] = useState<readonly CardSummary[] | null>(null);
  useEffect(() => {
    let wanted = true;
    store.engine.ask("cards").then((found) => wanted && setCards(found));
    return () => {
      wanted = false;
    };
  }, [store]);
  return cards;
}

interface ListProps {
  readonly cards: readonly CardSummary[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function List({ cards, query, onQuery }: ListProps) {
  const w = useWords(words);
  const say = useSay();
  const rooms = findMethods(cards, query);
  const count = rooms.reduce((sum, room) => sum + room.methods.length, 0);
  return (
    <>
      <h1>{w.title(cards.length)}</h1>
      <p className="lead">{w.intro}</p>
      <search className="find">
        <label htmlFor="find-method">{w.search}</label>
        <input id="find-method" type="search" value={query} onChange={(event) => onQuery(event.target.value)} />
        <p className="note" aria-live="polite">
          {w.found(count)}
        </p>
      </search>
      {count === 0 && <p>{w.none}</p>}
      {rooms.map(({ names, methods }) => (
        <section key={names.en} className="room">
          <h2>{say(names)}</h2>
          <ul>
            {methods.map((one) => (
              <li key={one.id}>
                <a href={addressOf("methods", one.id)}>{say(one.names)}</a> <code>{one.id}</code>
                <p className="note">{say(one.summary)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
